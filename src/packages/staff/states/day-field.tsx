import { Input, Text, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { initialValue } from '@/components/initial-value';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { spoken } from '@/components/spoken';
import { todayText } from '@/shell/today';
import { showDay, showToday } from '../prepare';
import './day-field.scss';

/** The day that every screen takes for today. */
export function DayField() {
  const [day, setDay] = useState(todayText);
  const [wrong, setWrong] = useState(false);
  // The field keeps its own text; another `key` gives it a new one.
  const [key, setKey] = useState(0);
  const typed = useRef(day);
  const shown = (): void => {
    typed.current = todayText();
    setDay(typed.current);
    setWrong(false);
    setKey(key + 1);
  };
  const use = (): void => {
    if (showDay(typed.current.trim())) shown();
    else setWrong(true);
  };
  return (
    <Section title="当作哪一天">
      <Card className="stack">
        <Text className="quiet">现在各页都按 {day} 中午显示。重新打开程序后恢复。</Text>
        {wrong ? (
          <View {...spoken({ role: 'alert', live: 'assertive' })}>
            <Notice kind="stop" text="要写一个真实存在的日期，例如 2026-10-01。您写的还在。" />
          </View>
        ) : null}
        {/* A parent of its own: where siblings of the field change, Taro would send the field's text again. */}
        <View>
          <Input
            key={key}
            className="day-field__input"
            type="text"
            maxlength={10}
            placeholder="例如 2026-10-01"
            placeholderClass="search-field__placeholder"
            {...initialValue(day)}
            {...spoken({ label: '日期' })}
            onInput={(event) => {
              typed.current = event.detail.value;
            }}
            onConfirm={use}
          />
        </View>
        <View className="wrap">
          <Button text="用这一天" kind="primary" onTap={use} />
          <Button
            text="今天"
            onTap={() => {
              showToday();
              shown();
            }}
          />
        </View>
      </Card>
    </Section>
  );
}
