import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import type { CertificateDetail } from '@/contract/certificate';
import { showDate } from '@/domain/form/kinds/dates';
import { answersOf, filesOfCase } from '@/services/certificate-draft';
import { departmentName } from '@/shell/catalogue';
import { device, go } from '@/shell/ports';
import { work } from '../work';

const HAS_OTHER = {
  title: '手机里还有一份没交的申请',
  text: '接着做，那一份会被清掉，找不回来。',
  yes: '接着做',
  no: '先不',
} as const;

/** Puts what was sent back into the pages, to correct it or to renew it. */
export async function startFrom(
  detail: CertificateDetail,
  more: Readonly<Record<string, unknown>>,
): Promise<void> {
  await work.handle.ready;
  const kept = work.handle.store.getState();
  const other = kept !== undefined && Object.keys(kept.answers).length > 0;
  if (other && !(await device.confirm(HAS_OTHER))) return;
  await work.startFrom({ ...answersOf(detail), ...more }, filesOfCase(detail));
  go('certificateApply', { part: 'scope' });
}

function Correction({ detail }: { readonly detail: CertificateDetail }) {
  const { corrections, number, version } = detail;
  return (
    <Card className="stack">
      <Notice kind="wait" text={`只要改下面 ${corrections.length} 处，改好再交还是这一件。`} />
      {corrections.slice(0, 20).map((item) => (
        <View key={item}>
          <Text>{item}</Text>
        </View>
      ))}
      <Button
        text="去补正"
        kind="primary"
        onTap={() => void startFrom(detail, { corrects: number, version })}
      />
    </Card>
  );
}

/** Pinned on top: what somebody waits for. */
export function Todo({ detail }: { readonly detail: CertificateDetail }) {
  const { main, number, questions } = detail;
  const open = questions.filter(({ state }) => state === 'open');
  if (main !== 'correction' && open.length === 0) return null;
  return (
    <Section title="要您做的">
      {main === 'correction' ? <Correction detail={detail} /> : null}
      <View className="stack">
        {open.slice(0, 27).map(({ id, department, text, answerBy }) => (
          <Card key={id} className="stack">
            <View>
              <Text>
                {departmentName(department)}问：{text}
              </Text>
              {answerBy === null ? null : (
                <Text className="field__note">请在 {showDate(answerBy)}前答复，过了就当没有答复。</Text>
              )}
            </View>
            <Button
              text="去回答"
              kind="primary"
              label={`去回答：${departmentName(department)}`}
              onTap={() => go('certificateAnswer', { number, question: id })}
            />
          </Card>
        ))}
      </View>
    </Section>
  );
}
