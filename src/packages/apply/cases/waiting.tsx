import { View } from '@tarojs/components';
import { useStore } from 'zustand';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import type { ErrorCode, FieldError } from '@/domain/form/error';
import { faultWords } from '@/services/fault-words';
import { withoutPrefill } from '@/services/filling';
import { drafts, outbox, prefills, random } from '@/shell/online';
import { clock, device, go } from '@/shell/ports';
import { newDraft } from '@/stores/draft';
import type { OutboxEntry } from '@/stores/outbox';
import { isRecord } from '@/stores/persisted';
import { readPlace } from '@/stores/place';
import { write } from '../base';
import { itemName } from '../forms';
import { momentText } from '@/components/moments';

/** Back into a draft, to change something. With a new key: what was refused may be sent again in another shape. */
async function takeBack(entry: OutboxEntry): Promise<void> {
  const { form, formVersion, answers } = entry.request;
  const handle = drafts.open(form);
  await handle.ready;
  if (handle.store.getState() !== undefined) {
    const agreed = await device.confirm({
      title: '已有一份草稿',
      text: '收回会盖掉那份草稿，用这一份接着填。',
      yes: '收回',
      no: '先不',
    });
    if (!agreed) return;
  }
  const key = await random.key();
  const draft = newDraft({ form, formVersion, key, page: '', at: clock.now() });
  const came = prefills.getState()[form]?.values ?? [];
  const kept = withoutPrefill(answers, came, readPlace, write);
  handle.store.setState({ ...draft, answers: kept, materials: entry.materials }, true);
  await outbox.takeBack(entry.key);
  go('review', { id: form });
}

/** The field errors in a refusal; the review page says each of them itself. */
export const refusedFields = ({ refused }: OutboxEntry): readonly FieldError[] => {
  const errors: unknown = refused?.kind === 'problem' ? refused.body['errors'] : [];
  return Array.isArray(errors) ? errors.filter(isFieldError) : [];
};

const isFieldError = (item: unknown): item is { field: string; code: ErrorCode } =>
  isRecord(item) && typeof item['field'] === 'string' && typeof item['code'] === 'string';

function Refused({ entry }: { readonly entry: OutboxEntry }) {
  const { refused } = entry;
  if (refused === undefined) return null;
  const count = refusedFields(entry).length;
  const more = count > 0 ? `有 ${count} 处要改，收回后会标出来。` : '';
  return (
    <View className="stack">
      <Notice
        kind="stop"
        text={`${itemName(entry.request.form)}没有收下：${faultWords(refused, '您填的都还在。')}${more}`}
      />
      <Button text="收回来改" kind="primary" onTap={() => void takeBack(entry)} />
    </View>
  );
}

/** What was handed in on this phone and is not with the office yet. */
export function WaitingCases() {
  const { entries } = useStore(outbox.store);
  if (entries.length === 0) return null;
  return (
    <Section title="还没有发出">
      <Card className="card--list">
        {entries.map((entry) =>
          entry.refused === undefined ? (
            <View key={entry.key}>
              <Row
                icon="offline"
                title={itemName(entry.request.form)}
                detail={`${momentText(entry.queuedAt)} 存在手机里，有网后自动发出`}
                onTap={() => go('receipt', { waiting: entry.key })}
              />
              <Button
                text="收回来改"
                label={`收回来改：${itemName(entry.request.form)}`}
                onTap={() => void takeBack(entry)}
              />
            </View>
          ) : (
            <Refused key={entry.key} entry={entry} />
          ),
        )}
      </Card>
    </Section>
  );
}
