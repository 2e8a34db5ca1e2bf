import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { LineAt } from '../fields';
import type { Filling, Wrong } from '../filling';
import { work } from '../work';

const MOST = 5;

const rowsNow = (): readonly unknown[] => {
  const rows = work.current('intermediaries');
  return Array.isArray(rows) ? rows : [];
};

export function ContactPart({
  filling: { application },
  wrong,
}: {
  readonly filling: Filling;
  readonly wrong: readonly Wrong[];
}) {
  const { intermediaries } = application;
  return (
    <View>
      <LineAt place="contact.name" label="经办人姓名" wrong={wrong} />
      <LineAt place="contact.mobile" label="手机" kind="mobile" wrong={wrong} />
      <LineAt place="contact.email" label="电子邮箱" wrong={wrong} />
      <Text className="field__label">抄送保荐人、律师（选填）</Text>
      <Text className="field__note">出结果时只告诉他们结论，不给他们查询权，也不给记录。</Text>
      <View key={intermediaries.length}>
        {intermediaries.map((_, i) => (
          <View key={i}>
            <LineAt place={`intermediaries[${i}].name`} label={`第 ${i + 1} 家，机构名称`} wrong={wrong} />
            <LineAt place={`intermediaries[${i}].email`} label={`第 ${i + 1} 家，电子邮箱`} wrong={wrong} />
            <Button
              text={`删去第 ${i + 1} 家`}
              onTap={() =>
                work.chosen(
                  'intermediaries',
                  rowsNow().filter((__, at) => at !== i),
                )
              }
            />
          </View>
        ))}
      </View>
      {intermediaries.length >= MOST ? null : (
        <View className="field__line">
          <Button
            text="加一家"
            icon="plus"
            label="抄送：加一家"
            onTap={() => work.chosen('intermediaries', [...rowsNow(), {}])}
          />
        </View>
      )}
    </View>
  );
}
