import { Text, View } from '@tarojs/components';
import type { CaseFile } from '@/contract/cases';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { Tag, type TagKind } from '@/components/tag/tag';

const STATES: Readonly<Record<CaseFile['state'], { readonly text: string; readonly kind: TagKind }>> = {
  waiting: { text: '等工作人员查看', kind: 'wait' },
  checked: { text: '已查看', kind: 'done' },
  refused: { text: '有问题，请换一份', kind: 'stop' },
};

/** What became of each file that was handed in. A refused one is replaced when the office asks for it, as all else is. */
export function Files({ files }: { readonly files: readonly CaseFile[] }) {
  if (files.length === 0) return null;
  const refused = files.some(({ state }) => state === 'refused');
  return (
    <Section title="您交的文件">
      <Card className="stack">
        {refused ? (
          <Notice
            kind="stop"
            text="有文件查出病毒，已经删除。请换一台手机重拍或另存一份，工作人员会请您补正；着急可以拨 12345。"
          />
        ) : null}
        {files.map(({ id, name, state }) => (
          <View key={id} className="wrap">
            <Text>{name}</Text>
            <Tag text={STATES[state].text} kind={STATES[state].kind} />
          </View>
        ))}
      </Card>
    </Section>
  );
}
