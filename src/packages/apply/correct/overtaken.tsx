import { Text, View } from '@tarojs/components';
import type { CaseDetail } from '@/contract/cases';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import type { Form } from '@/domain/form/form';
import type { Answers } from '@/services/filling';
import { drafts } from '@/shell/online';
import { replaceWith } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { itemName } from '../forms';
import { changesBetween } from './difference';

const SHOWN = 20;

/** Mended on another phone in the meantime: both versions side by side; what was written here is not sent. */
export function Overtaken({
  form,
  detail,
  mine,
}: {
  readonly form: Form;
  readonly detail: CaseDetail;
  readonly mine: Answers;
}) {
  const { number, answers } = detail;
  const changes = changesBetween(form, answers, mine).slice(0, SHOWN);
  const leave = (): void => {
    drafts.clear(`correct-${number}`);
    replaceWith('case', { number });
  };
  return (
    <Screen bar={<Button text="以已提交的为准" kind="primary" onTap={leave} />}>
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        已经在别处补正过了：{itemName(form.id)}
      </Text>
      <View {...spoken({ role: 'alert', live: 'assertive' })}>
        <Notice kind="stop" text="您在这里写的没有提交，也没有丢。要用您写的，请打电话请经办人再退回一次。" />
      </View>
      <Section title={changes.length === 0 ? '两份一样' : `两份有 ${changes.length} 处不同`}>
        <Card className="stack">
          {changes.length === 0 ? <Text>已提交的和您写的一样，不用再做什么。</Text> : null}
          {changes.map(({ path, label, before, after }) => (
            <View key={path}>
              <Text>{label}</Text>
              <Text className="field__note">{`已提交的：${before === '' ? '没有填' : before}`}</Text>
              <Text className="field__note">{`您写的：${after === '' ? '没有填' : after}`}</Text>
            </View>
          ))}
        </Card>
      </Section>
    </Screen>
  );
}
