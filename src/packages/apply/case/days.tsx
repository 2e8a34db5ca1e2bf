import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Fold } from '@/components/fold/fold';
import { Section } from '@/components/section/section';
import { ESTIMATE_NOTES } from '@/domain/calendar/calendar';
import type { CaseDeadline, ClockDay } from '@/domain/case/clock';
import { formatDate, weekday } from '@/domain/shared/civil-date';
import { dayText } from '@/components/moments';
import { skippedName } from './words';

const WEEKDAYS = '日一二三四五六';
/** One parent holds at most so many lines. */
const PART = 30;

function Day({ day }: { readonly day: ClockDay }) {
  const skipped = skippedName(day);
  const name = `${dayText(day.date, day.date)}（周${WEEKDAYS.charAt(weekday(day.date))}）`;
  return (
    <View className={`day${skipped === undefined ? '' : ' day--skipped'}`}>
      <Text className="day__date">{name}</Text>
      <Text>{skipped === undefined ? `第 ${day.number ?? ''} 天` : `不计：${skipped}`}</Text>
    </View>
  );
}

const UNITS = { workday: '个工作日', calendarDay: '个自然日' } as const;

/** The promised date, worked out in sight: every day to it, those that do not count greyed and named. */
export function Days({ deadline }: { readonly deadline: CaseDeadline }) {
  const { days, total, unit, counted, due, estimate } = deadline;
  const parts = Array.from({ length: Math.ceil(days.length / PART) }, (_, i) =>
    days.slice(i * PART, (i + 1) * PART),
  );
  if (total === 0) return null;
  return (
    <Section title="日子怎么算">
      <Card>
        <Text>
          一共 {total} {UNITS[unit]}，从受理第二天算起
          {due === undefined ? `；已经算到第 ${counted} 天，现在停着` : `，到 ${dayText(due)}`}。
        </Text>
        {estimate === undefined ? null : <Text className="field__note">{ESTIMATE_NOTES[estimate]}</Text>}
        {parts.map((part, i) => (
          <Fold
            key={part[0] === undefined ? i : formatDate(part[0].date)}
            title={i === 0 ? '一天一天看' : '接着看'}
            note={`${part.length} 天`}
          >
            {() => part.map((day) => <Day key={formatDate(day.date)} day={day} />)}
          </Fold>
        ))}
      </Card>
    </Section>
  );
}
