import { View } from '@tarojs/components';
import { ChoiceAt, LineAt } from '../fields';
import type { Filling, Wrong } from '../filling';

const OUTPUTS = [
  { value: 'once', label: '全部答完，一次出', hint: '有一个部门不能出，就整份不出，书面说明理由' },
  { value: 'asReady', label: '先答完的先出', hint: '有部门不能出时，其余部门的照出' },
];
const LANGUAGES = [
  { value: 'zh', label: '中文' },
  { value: 'zhEn', label: '中英文' },
];
const WAYS = [
  { value: 'electronic', label: '电子证明', hint: '在手机上下载，和纸质的同样有效' },
  { value: 'courier', label: '快递送到', hint: '退回两次改为自取' },
  { value: 'selfCollection', label: '到窗口自取' },
];

export function DeliveryPart({
  filling: { application },
  wrong,
}: {
  readonly filling: Filling;
  readonly wrong: readonly Wrong[];
}) {
  const { output, language, delivery } = application;
  return (
    <View>
      <ChoiceAt place="output" label="什么时候出" options={OUTPUTS} initial={output} wrong={wrong} />
      <LineAt place="copies" label="要几份" kind="int" unit="份" initial="1" wrong={wrong} />
      <ChoiceAt place="language" label="用什么文字" options={LANGUAGES} initial={language} wrong={wrong} />
      <ChoiceAt place="delivery.kind" label="怎么给您" options={WAYS} initial={delivery.kind} wrong={wrong} />
      <View>
        {delivery.kind === 'courier' ? (
          <View>
            <LineAt place="delivery.recipient" label="收件人" wrong={wrong} />
            <LineAt place="delivery.mobile" label="收件人手机" kind="mobile" wrong={wrong} />
            <LineAt
              place="delivery.address"
              label="收件地址"
              initial={delivery.address}
              help="先写了执照上的住所，要寄到别处就改。"
              wrong={wrong}
            />
          </View>
        ) : null}
      </View>
    </View>
  );
}
