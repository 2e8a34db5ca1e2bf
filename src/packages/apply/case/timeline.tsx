import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Fold } from '@/components/fold/fold';
import { Section } from '@/components/section/section';
import type { CaseEvent } from '@/domain/case/event';
import { momentText } from '@/components/moments';
import { eventText } from './words';

/** So many are shown at once; a long story folds its beginning. */
const SHOWN = 12;
const PART = 30;

function Events({ events, last }: { readonly events: readonly CaseEvent[]; readonly last: number }) {
  return (
    <View>
      {events.map((event) => (
        <View key={event.seq} className={`event${event.seq === last ? ' event--last' : ''}`}>
          <Text>{eventText(event)}</Text>
          <Text className="field__note">{momentText(event.at)}</Text>
        </View>
      ))}
    </View>
  );
}

/** The newest first. */
export function Timeline({ events }: { readonly events: readonly CaseEvent[] }) {
  const newest = [...events].reverse();
  const last = newest[0]?.seq ?? 0;
  const older = newest.slice(SHOWN);
  const parts = Array.from({ length: Math.ceil(older.length / PART) }, (_, i) =>
    older.slice(i * PART, (i + 1) * PART),
  );
  return (
    <Section title="经过">
      <Card>
        <Events events={newest.slice(0, SHOWN)} last={last} />
        {parts.map((part) => (
          <Fold key={part[0]?.seq ?? 0} title="更早的" note={`${part.length} 条`}>
            {() => <Events events={part} last={last} />}
          </Fold>
        ))}
      </Card>
    </Section>
  );
}
