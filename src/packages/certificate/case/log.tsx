import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Fold } from '@/components/fold/fold';
import { momentText } from '@/components/moments';
import { Section } from '@/components/section/section';
import type { CertificateDetail } from '@/contract/certificate';
import { linesOf, logText, type Line } from './words';

/** So many are shown at once: 27 departments make a long story, which is folded in parts. */
const SHOWN = 6;
const PART = 30;

function Entries({ entries }: { readonly entries: readonly Line[] }) {
  return (
    <View>
      {entries.map((entry) => (
        <View key={entry.seq} className="event">
          <Text>{logText(entry)}</Text>
          <Text className="field__note">{momentText(entry.at)}</Text>
        </View>
      ))}
    </View>
  );
}

/** Who did what and when, the newest first. */
export function Log({ log }: Pick<CertificateDetail, 'log'>) {
  const newest = [...linesOf(log)].reverse();
  const older = newest.slice(SHOWN);
  const parts = Array.from({ length: Math.ceil(older.length / PART) }, (_, i) =>
    older.slice(i * PART, (i + 1) * PART),
  );
  return (
    <Section title="经过">
      <Card>
        <Entries entries={newest.slice(0, SHOWN)} />
        {parts.map((part) => (
          <Fold key={part[0]?.seq ?? 0} title="更早的" note={`${part.length} 条`}>
            {() => <Entries entries={part} />}
          </Fold>
        ))}
      </Card>
    </Section>
  );
}
