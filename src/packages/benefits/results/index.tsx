import { Text, View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { spoken } from '@/components/spoken';
import { formatDate, parseDate } from '@/domain/shared/civil-date';
import { go } from '@/shell/ports';
import { useParams } from '@/shell/params';
import { useReady } from '@/shell/ready';
import { Screen } from '@/shell/screen';
import { checker } from '@/shell/stores';
import { nowInShanghai } from '@/shell/today';
import { judgeAll, judgedFor } from '../book';
import { Ledger } from '../ledger';
import { askingNow } from '../question';
import { Strip } from '../strip';
import { Groups } from './groups';
import { NearMisses } from './near-misses';
import { TimeMachine } from './time-machine';
import './index.scss';

export default function ResultsPage() {
  const ready = useReady(checker.ready);
  const params = useParams();
  const state = useStore(checker.store);
  const today = nowInShanghai().date;
  const [on, setOn] = useState(() => parseDate(params['on'] ?? '') ?? today);
  useShareAppMessage(() => ({
    title: '免申即享：答几个问题，看看能领什么',
    path: '/packages/benefits/start/index',
  }));
  if (!ready) return <Screen>{null}</Screen>;
  const judged = judgeAll(state, on);
  // A day looked at is not a day lived in: questions are those of today.
  const open = askingNow(state, judgeAll(state, today)).kind !== 'done';
  const day = formatDate(on);
  return (
    <Screen
      bar={
        <>
          <Button text="重新看" onTap={() => go('benefits')} />
          {open ? <Button text="接着答题" kind="primary" onTap={() => go('ask')} /> : null}
        </>
      }
    >
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        {state.audience === 'person' ? '您能领什么' : '企业能享受什么'}
      </Text>
      {day === formatDate(today) ? null : (
        <Notice kind="wait" text={`这是按 ${day} 看的结果，不是今天的。政策到那天可能有变化。`} />
      )}
      <View className="results__strip">
        <Strip judged={judged} audience={state.audience} />
      </View>
      <Groups judged={judgedFor(judged, state.audience)} started={state.trail.length > 0} on={day} />
      <NearMisses judged={judged} audience={state.audience} />
      <TimeMachine on={on} today={today} onChoose={setOn} />
      <Text className="quiet">结果由您的回答算出，不是审批结论；名单和金额以责任部门公布为准。</Text>
      <View>
        <Ledger />
      </View>
    </Screen>
  );
}
