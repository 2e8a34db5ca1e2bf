import { Text, View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { Row } from '@/components/row/row';
import { spoken } from '@/components/spoken';
import { Tap } from '@/components/tap/tap';
import { Icon } from '@/components/icon/icon';
import { mayApply, personalise } from '@/domain/guide/checklist';
import type { Guide } from '@/domain/guide/guide';
import { planTrip, type Trip } from '@/domain/guide/trip';
import { useParams } from '@/shell/params';
import { device, go } from '@/shell/ports';
import { Screen } from '@/shell/screen';
import { checklists, trip } from '@/shell/stores';
import { nowInShanghai } from '@/shell/today';
import { checklistOf, type Checklists } from '@/stores/checklists';
import { parseTrip, TRIP_LIMIT, withGuide, type TripChoice } from '@/stores/trip';
import { findGuide } from '../content';
import { TripPlan } from './plan';
import './index.scss';

/** The list that a shared link carries; `undefined` when it names no guide. */
function sharedIn(ids: string | undefined): TripChoice | undefined {
  const known = (ids ?? '').split(',').filter((id) => findGuide(id) !== undefined);
  return known.length === 0 ? undefined : parseTrip(known);
}

const guidesFor = (ids: readonly string[]): readonly Guide[] => ids.flatMap((id) => findGuide(id) ?? []);

function planFor(guides: readonly Guide[], kept: Checklists): Trip {
  const today = nowInShanghai().date;
  return planTrip(
    guides.map((guide) => {
      const { answers } = checklistOf(kept, guide.id);
      return {
        guide,
        checklist: personalise(guide, answers, today).checklist,
        applies: mayApply(guide, answers, today),
      };
    }),
  );
}

interface ChosenProps {
  readonly guides: readonly Guide[];
  readonly onRemove: (id: string) => void;
}

function Chosen({ guides, onRemove }: ChosenProps) {
  return (
    <Card className="card--list">
      {guides.map(({ id, commonName, name }) => (
        <View key={id} className="chosen">
          <View className="chosen__row">
            <Row title={commonName} detail={name} onTap={() => go('guide', { id })} />
          </View>
          <Tap className="chosen__remove" label={`移出${commonName}`} onTap={() => onRemove(id)}>
            <Icon name="close" />
          </Tap>
        </View>
      ))}
    </Card>
  );
}

export default function TripPage() {
  const params = useParams();
  const kept = useStore(checklists.store);
  const mine = useStore(trip.store);
  // A shared link shows its own list, whatever trip I have; it becomes mine when I say so.
  const [shared, setShared] = useState(() => sharedIn(params['ids']));
  const guides = guidesFor(shared ?? mine);
  const change = (next: TripChoice): void =>
    shared === undefined ? trip.store.setState(next, true) : setShared(next);
  const adopt = (): void => {
    const all = new Set([...mine, ...guides.map(({ id }) => id)]);
    if (all.size > TRIP_LIMIT) return device.toast(`一趟最多合并 ${TRIP_LIMIT} 件事，请先移出几件`);
    trip.store.setState([...all], true);
    setShared(undefined);
  };
  useShareAppMessage(() => ({
    title: `合并跑一趟：${guides.map(({ commonName }) => commonName).join('、')}`.slice(0, 40),
    path: `/packages/guides/trip/index?ids=${guides.map(({ id }) => id).join(',')}`,
  }));
  if (guides.length === 0) {
    return (
      <Screen>
        <Empty
          icon="route"
          title="还没有选事项"
          text="在指南页点“合并跑一趟”，选几件事，这里合成一张材料清单。"
        >
          <Button text="去找要办的事" kind="primary" onTap={() => go('services')} />
        </Empty>
      </Screen>
    );
  }
  return (
    <Screen
      bar={
        shared === undefined ? (
          <Button text="再加一件事" kind="primary" icon="plus" onTap={() => go('search')} />
        ) : (
          <Button text="加到我的这一趟" kind="primary" icon="plus" onTap={adopt} />
        )
      }
    >
      <Text className="page-title" {...spoken({ role: 'heading', level: 1 })}>
        {guides.length} 件事，跑一趟
      </Text>
      <Text className="lead">相同的原件只带一份，复印件份数已经加好。各指南里选过的情形在这里同样有效。</Text>
      <Chosen guides={guides} onRemove={(id) => change(withGuide(shared ?? mine, id, false))} />
      <TripPlan plan={planFor(guides, kept)} nameOf={(id) => findGuide(id)?.commonName ?? id} />
      <View className="trip-clear">
        <Button text="清空这一趟" kind="danger" onTap={() => change([])} />
      </View>
    </Screen>
  );
}
