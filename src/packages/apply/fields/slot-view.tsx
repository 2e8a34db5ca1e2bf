import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { SlotList } from '@/contract/cases';
import { Button } from '@/components/button/button';
import { ChoiceField } from '@/components/fields/choice-field';
import { Notice } from '@/components/notice/notice';
import { showDate } from '@/domain/form/kinds/dates';
import { isRecord, textOf } from '@/domain/form/kinds/kind';
import { isProblem, type ApiResult } from '@/services/api';
import { faultWords } from '@/services/fault-words';
import { readSlots } from '@/services/form-data';
import { api, signedIn } from '@/shell/online';
import { go } from '@/shell/ports';
import type { Work } from '../work';

/** Days and periods of a hall, as the server has them now; asked again after signing in. */
function useSlots(form: string): readonly [ApiResult<SlotList> | undefined, () => void] {
  const [slots, setSlots] = useState<ApiResult<SlotList>>();
  const [turn, setTurn] = useState(0);
  const session = useStore(signedIn.store);
  useEffect(() => {
    let here = true;
    void readSlots(api, form).then((read) => here && setSlots(read));
    return () => {
      here = false;
    };
  }, [form, turn, session]);
  return [slots, () => setTurn(turn + 1)];
}

export function SlotView({
  label,
  path,
  work,
}: {
  readonly label: string;
  readonly path: string;
  readonly work: Work;
}) {
  const [read, again] = useSlots(work.form.id);
  const value = work.current(path);
  const chosen = isRecord(value) ? value : {};
  const day = textOf(chosen['date']);
  const period = textOf(chosen['period']);
  if (read === undefined) return <Text className="field__note">正在查还有哪些时间…</Text>;
  if (!read.ok) {
    const signIn = isProblem(read.error, 'signInNeeded');
    return (
      <Notice kind="wait" text={signIn ? '登录后才能选时间。您填的都还在。' : faultWords(read.error)}>
        <Button text={signIn ? '去登录' : '再试一次'} onTap={() => (signIn ? go('signIn') : again())} />
      </Notice>
    );
  }
  const open = read.value.slots.filter(({ left }) => left > 0);
  const days = [...new Set(open.map(({ date }) => date))];
  const periods = open.filter(({ date }) => date === day);
  if (days.length === 0) return <Notice kind="wait" text="可约的时间都满了，过一两天再来看，或拨 12345。" />;
  return (
    <View>
      {read.value.demo ? <Text className="field__note">演示数据，不是窗口真实的号源。</Text> : null}
      <ChoiceField
        label={`${label}，日期`}
        options={days.map((date) => ({ value: date, label: showDate(date) }))}
        value={day}
        folded
        onChoose={(date) => work.chosen(path, { date, period: '' })}
      />
      {day === '' ? null : (
        <ChoiceField
          label={`${label}，时段`}
          options={periods.map((each) => ({
            value: each.period,
            label: each.period,
            hint: `还有 ${each.left} 个号`,
          }))}
          value={period}
          folded={periods.length > 4}
          onChoose={(next) => work.chosen(path, { date: day, period: next })}
        />
      )}
    </View>
  );
}
