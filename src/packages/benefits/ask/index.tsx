import { Text, View } from '@tarojs/components';
import { useStore } from 'zustand';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { go } from '@/shell/ports';
import { useReady } from '@/shell/ready';
import { Screen } from '@/shell/screen';
import { checker } from '@/shell/stores';
import { nowInShanghai } from '@/shell/today';
import { stepBack, withAnswer, withGate, withUnsure } from '@/stores/checker';
import { judgeAll } from '../book';
import { askingNow, type Asking } from '../question';
import { Strip } from '../strip';
import { Question } from './question';
import './index.scss';

const { store } = checker;

function Gate() {
  return (
    <Card className="stack">
      <Text className="ask__title">还有几项政策，要问到残疾、救助、失去亲人这类情况。要不要看这一类？</Text>
      <View>
        <Text className="quiet">不看也没关系，前面的结果照样算数；以后想看随时可以回来。</Text>
      </View>
      <Button
        text="看，接着问"
        kind="primary"
        onTap={() => store.setState((state) => withGate(state, true))}
      />
      <Button text="先不看" onTap={() => store.setState((state) => withGate(state, false))} />
    </Card>
  );
}

function Now({ asking }: { readonly asking: Asking }) {
  switch (asking.kind) {
    case 'gate':
      return <Gate />;
    case 'done':
      return <Empty icon="check" title="问完了" text="再答什么都不会改变结果了，可以看结果了。" />;
    case 'fact':
      return (
        <Question
          key={asking.place}
          asking={asking}
          onAnswer={(value) => store.setState((state) => withAnswer(state, asking.place, value))}
          onUnsure={() => store.setState((state) => withUnsure(state, asking.place))}
        />
      );
  }
}

export default function AskPage() {
  const ready = useReady(checker.ready);
  const state = useStore(store);
  if (!ready) return <Screen>{null}</Screen>;
  const judged = judgeAll(state, nowInShanghai().date);
  const asking = askingNow(state, judged);
  return (
    <Screen
      bar={
        <>
          <Button
            text="上一题"
            disabled={state.trail.length === 0}
            onTap={() => store.setState((before) => stepBack(before))}
          />
          <Button
            text="看结果"
            kind={asking.kind === 'done' ? 'primary' : 'secondary'}
            onTap={() => go('results')}
          />
        </>
      }
    >
      <Strip judged={judged} audience={state.audience} />
      <View className="ask">
        <Now asking={asking} />
      </View>
    </Screen>
  );
}
