import { View } from '@tarojs/components';
import { FieldFrame } from '@/components/fields/field-frame';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { showDate } from '@/domain/form/kinds/dates';
import { go } from '@/shell/ports';
import type { Filling, Wrong } from '../filling';

export function ScopePart({
  filling: { application, hints },
  wrong,
}: {
  readonly filling: Filling;
  readonly wrong: readonly Wrong[];
}) {
  const { entities, departments, period } = application;
  const [first] = wrong;
  return (
    <View>
      <FieldFrame id="scope" label="先查后办里选的" {...(first === undefined ? {} : { error: first.say })}>
        <Row
          title={`主体 ${entities.length} 个`}
          detail="公司、分公司、子公司、股东"
          onTap={() => go('certificateBuild', { part: 'entities' })}
        />
        <Row
          title={`部门 ${departments.length} 个`}
          detail="默认 27 个全选"
          onTap={() => go('certificateBuild', { part: 'departments' })}
        />
        <Row
          title="证明期间"
          detail={`${showDate(period.start)}到 ${showDate(period.end)}`}
          onTap={() => go('certificateBuild', { part: 'period' })}
        />
      </FieldFrame>
      <View>
        {hints
          .filter(({ place }) => /^(period|departments|related)/.test(place))
          .map(({ place, say }) => (
            <Notice key={place + say} kind="wait" text={say} />
          ))}
      </View>
    </View>
  );
}
