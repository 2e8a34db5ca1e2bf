import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { DateAt } from '../fields';
import type { Filling, Wrong } from '../filling';
import { work } from '../work';

export function PeriodPart({
  filling: { application, hints },
  wrong,
}: {
  readonly filling: Filling;
  readonly wrong: readonly Wrong[];
}) {
  // Another number makes the fields read the draft anew.
  const [turn, setTurn] = useState(0);
  const usual = (): void => {
    work.chosen('period', undefined);
    setTurn(turn + 1);
  };
  return (
    <View className="stack">
      <Card>
        <DateAt
          key={`start${turn}`}
          place="period.start"
          label="从哪天"
          initial={application.period.start}
          wrong={wrong}
        />
        <DateAt
          key={`end${turn}`}
          place="period.end"
          label="到哪天"
          help="最晚到昨天，今天的记录还没有归集完。"
          initial={application.period.end}
          wrong={wrong}
        />
      </Card>
      <View className="stack">
        {hints
          .filter(({ place }) => place.startsWith('period'))
          .map(({ say }) => (
            <Notice key={say} kind="wait" text={say} />
          ))}
      </View>
      <View className="wrap">
        <Button text="换回三年一期" icon="history" onTap={usual} />
      </View>
    </View>
  );
}
