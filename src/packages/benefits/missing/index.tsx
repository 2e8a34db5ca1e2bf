import { Text, View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { useStore } from 'zustand';
import { Card } from '@/components/card/card';
import { Tick } from '@/components/tick/tick';
import type { Judgement } from '@/domain/benefit/judge';
import type { Policy } from '@/domain/benefit/policy';
import { formatDate } from '@/domain/shared/civil-date';
import { useParams } from '@/shell/params';
import { useReady } from '@/shell/ready';
import { Screen } from '@/shell/screen';
import { SheetPage } from '@/shell/sheet-page';
import { checker } from '@/shell/stores';
import { nowInShanghai } from '@/shell/today';
import { answersBehind, type GivenAnswer } from '../answers';
import { book, findPolicy, judgeAll } from '../book';
import { NoPolicy } from '../no-policy';
import { amountWords } from '../words';
import { missingSheet } from './sheet';

function Choosing({
  given,
  shown,
  onToggle,
}: {
  readonly given: readonly GivenAnswer[];
  readonly shown: readonly string[];
  readonly onToggle: (place: string) => void;
}) {
  if (given.length === 0) return null;
  return (
    <Card className="card--list">
      <View>
        <Text className="quiet">下面的回答默认都不写进反查单。窗口要看哪条，您再勾哪条。</Text>
      </View>
      {given.map(({ place, question, answer }) => (
        <Tick
          key={place}
          title={`${question} ${answer}`}
          ticked={shown.includes(place)}
          onTap={() => onToggle(place)}
        />
      ))}
    </Card>
  );
}

function MissingBody({
  policy,
  judgement,
  on,
}: {
  readonly policy: Policy;
  readonly judgement: Judgement;
  readonly on: string;
}) {
  const { facts } = useStore(checker.store);
  const [shown, setShown] = useState<readonly string[]>([]);
  // A sum may give an answer away: it is ticked like one.
  const given = [
    ...answersBehind(policy, facts),
    { place: '#amount', question: '算出来的金额：', answer: amountWords(judgement) },
  ].filter(({ answer }) => answer !== '');
  const toggle = (place: string): void =>
    setShown(shown.includes(place) ? shown.filter((each) => each !== place) : [...shown, place]);
  const chosen = given.filter(({ place }) => shown.includes(place));
  return (
    <SheetPage sheet={missingSheet(policy, judgement, chosen, on)}>
      <Choosing given={given} shown={shown} onToggle={toggle} />
    </SheetPage>
  );
}

export default function MissingPage() {
  const ready = useReady(checker.ready);
  const state = useStore(checker.store);
  const params = useParams();
  useShareAppMessage(() => ({
    title: '免申即享：答几个问题，看看能领什么',
    path: '/packages/benefits/start/index',
  }));
  const policy = findPolicy(params['id']);
  if (policy === undefined) return <NoPolicy />;
  const today = nowInShanghai().date;
  const judgement = ready
    ? judgeAll(state, today)[book.policies.findIndex((each) => each.policy === policy)]
    : undefined;
  if (judgement === undefined) return <Screen>{null}</Screen>;
  return <MissingBody policy={policy} judgement={judgement} on={formatDate(today)} />;
}
