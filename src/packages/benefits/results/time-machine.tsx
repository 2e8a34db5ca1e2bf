import { Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { DateField } from '@/components/date-field/date-field';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { addYears, compareDates, formatDate, parseDate, type CivilDate } from '@/domain/shared/civil-date';

export interface TimeMachineProps {
  readonly on: CivilDate;
  readonly today: CivilDate;
  readonly onChoose: (date: CivilDate) => void;
}

/** 政策时光机: the same answers, judged on any day. */
export function TimeMachine({ on, today, onChoose }: TimeMachineProps) {
  const typed = useRef('');
  const [error, setError] = useState<string>();
  const days = [
    { text: '今天', date: today },
    { text: '一年后', date: addYears(today, 1) },
    { text: '三年后', date: addYears(today, 3) },
  ];
  const choose = (): void => {
    const date = parseDate(typed.current);
    if (date === undefined) return setError('请填真实的年、月、日，例如 2027 年 1 月 1 日。');
    setError(undefined);
    onChoose(date);
  };
  return (
    <Section title="换个日子看">
      <Card className="stack">
        <View>
          <Text className="quiet">现在按 {formatDate(on)} 看。到了年龄、政策到期，换个日子就能看到。</Text>
        </View>
        <View className="wrap" {...spoken({ role: 'radiogroup', label: '按哪天看' })}>
          {days.map(({ text, date }) => (
            <Chip key={text} text={text} chosen={compareDates(date, on) === 0} onTap={() => onChoose(date)} />
          ))}
        </View>
        {error === undefined ? null : (
          <View {...spoken({ role: 'alert', live: 'assertive' })}>
            <Notice kind="stop" text={error} />
          </View>
        )}
        <DateField label="按哪天看" onType={(date) => void (typed.current = date)} />
        <Button text="按这天看" onTap={choose} />
      </Card>
    </Section>
  );
}
