import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import type { Judgement } from '@/domain/benefit/judge';
import { nearMisses, type NearMiss } from '@/domain/benefit/near-misses';
import { formatDate } from '@/domain/shared/civil-date';
import type { Audience } from '@/stores/checker';
import { book, findPolicy } from '../book';

function linesOf(miss: NearMiss): readonly string[] {
  switch (miss.kind) {
    case 'time': {
      const { from, registerFrom } = miss;
      return [
        `${formatDate(from)} 起就符合了。`,
        ...(registerFrom === undefined ? [] : [`${formatDate(registerFrom)} 起可以提前登记。`]),
      ];
    }
    case 'change':
      return miss.changes.map(({ what }) => what);
  }
}

/** 差一点就符合: what time brings, and what can in decency be done. */
export function NearMisses({
  judged,
  audience,
}: {
  readonly judged: readonly Judgement[];
  readonly audience: Audience;
}) {
  const misses = nearMisses(book, judged).filter(({ policy }) => findPolicy(policy)?.audience === audience);
  if (misses.length === 0) return null;
  return (
    <Section title="差一点就符合">
      <Card className="card--list">
        {misses.map((miss) => (
          <View key={miss.policy} className="near">
            <Text className="near__title">{findPolicy(miss.policy)?.name ?? ''}</Text>
            {linesOf(miss).map((line) => (
              <Text key={line} className="near__line">
                {line}
              </Text>
            ))}
          </View>
        ))}
      </Card>
    </Section>
  );
}
