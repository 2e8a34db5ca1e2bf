import { Text, View } from '@tarojs/components';
import { spoken } from '@/components/spoken';
import { totals } from '@/domain/benefit/interactions';
import type { Judgement } from '@/domain/benefit/judge';
import type { Audience } from '@/stores/checker';
import { book, judgedFor } from './book';
import { totalWords } from './words';
import './strip.scss';

/** What the answers have brought so far. */
export function Strip({
  judged,
  audience,
}: {
  readonly judged: readonly Judgement[];
  readonly audience: Audience;
}) {
  const mine = judgedFor(judged, audience);
  const count = (verdict: Judgement['verdict']): number =>
    mine.filter(({ judgement }) => judgement.verdict === verdict).length;
  const money = totalWords(
    totals(
      book,
      judged.map((each) =>
        mine.some(({ judgement }) => judgement === each) ? each : { ...each, verdict: 'unknown' },
      ),
    ),
  );
  const words = `可享 ${count('eligible')} 项，还差信息 ${count('unknown')} 项${money === '' ? '' : `，预计${money}`}`;
  return (
    <View className="strip" {...spoken({ role: 'status', live: 'polite', label: words })}>
      <Text className="strip__part strip__part--done">可享 {count('eligible')} 项</Text>
      <Text className="strip__part">还差信息 {count('unknown')} 项</Text>
      {money === '' ? null : <Text className="strip__money">预计{money}</Text>}
    </View>
  );
}
