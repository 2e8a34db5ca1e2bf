import { View } from '@tarojs/components';
import { FieldFrame } from '@/components/fields/field-frame';
import { anchorOf } from '@/components/fields/values';
import { Tick } from '@/components/tick/tick';
import type { Filling, Wrong } from '../filling';
import { work } from '../work';

const CONSENTS = [
  {
    key: 'review',
    title: '授权所选部门核查',
    detail: '只核查上面列的主体、部门和期间，只用于出这份证明。',
  },
  {
    key: 'truth',
    title: '承诺所填属实',
    detail: '已知的处罚都列了。材料虚假的，证明会被撤销，核验页会显示已撤销。',
  },
  {
    key: 'disclosure',
    title: '同意把结论写进证明',
    detail: '持有证明的人可以核验真伪和结论；核验页不显示处罚细节。',
  },
] as const;

export function ConsentsPart({
  filling: { application },
  wrong,
}: {
  readonly filling: Filling;
  readonly wrong: readonly Wrong[];
}) {
  const said = wrong[0]?.say;
  return (
    <FieldFrame
      id={anchorOf('consents')}
      label="一条一条看，同意就勾上"
      {...(said === undefined ? {} : { error: said })}
    >
      <View>
        {CONSENTS.map(({ key, title, detail }) => (
          <Tick
            key={key}
            title={title}
            detail={detail}
            ticked={application.consents[key]}
            onTap={() => work.chosen(`consents.${key}`, !application.consents[key])}
          />
        ))}
      </View>
    </FieldFrame>
  );
}
