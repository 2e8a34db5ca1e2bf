import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { dayText } from '@/components/moments';
import { Fold } from '@/components/fold/fold';
import { Section } from '@/components/section/section';
import type { CertificateDetail } from '@/contract/certificate';
import { parseDate, weekday } from '@/domain/shared/civil-date';
import { showDate } from '@/domain/form/kinds/dates';
import reference from '@/generated/certificate/reference';
import { departmentName } from '@/shell/catalogue';

type Clock = NonNullable<CertificateDetail['clock']>;
type Day = Clock['days'][number];

const WEEKDAYS = '日一二三四五六';
const UNITS = { workday: '个工作日', calendarDay: '个自然日' } as const;
/** One parent holds at most so many lines. */
const PART = 30;

function whyNot({ why, stops }: Day): string {
  if (stops.length > 0) {
    const names = [...new Set(stops.map(({ department }) => departmentName(department)))];
    return stops.some((stop) => stop.why === 'question')
      ? `等您说明（${names.join('、')}）`
      : `等外部回复（${names.join('、')}）`;
  }
  if (why.kind === 'weekend') return '周末';
  return why.kind === 'holiday' ? why.name : '顺延';
}

function DayLine({ day }: { readonly day: Day }) {
  const date = parseDate(day.date);
  if (date === undefined) return null;
  const skipped = day.number === null;
  return (
    <View className={`day${skipped ? ' day--skipped' : ''}`}>
      <Text className="day__date">
        {dayText(date, date)}（周{WEEKDAYS.charAt(weekday(date))}）
      </Text>
      <Text>{skipped ? `不计：${whyNot(day)}` : `第 ${day.number} 天`}</Text>
    </View>
  );
}

/** Every day to the due one, those that do not count named: who stopped the clock, and why. */
export function Days({
  clock,
  extensions,
}: { readonly clock: Clock } & Pick<CertificateDetail, 'extensions'>) {
  const parts = Array.from({ length: Math.ceil(clock.days.length / PART) }, (_, i) =>
    clock.days.slice(i * PART, (i + 1) * PART),
  );
  return (
    <Section title="日子怎么算">
      <Card>
        <Text>
          一共 {clock.total} {UNITS[reference.parameters.unit]}，从 {showDate(clock.start)}
          受理的下一个工作日算起； 停过 {clock.lostDays} 天。
        </Text>
        {extensions.map(({ on, days, reason }) => (
          <Text key={on} className="field__note">
            {showDate(on)}延期 {days} 个工作日：{reason}
          </Text>
        ))}
        {parts.map((part, i) => (
          <Fold
            key={part[0]?.date ?? ''}
            title={i === 0 ? '一天一天看' : '接着看'}
            note={`${part.length} 天`}
          >
            {() => part.map((day) => <DayLine key={day.date} day={day} />)}
          </Fold>
        ))}
      </Card>
    </Section>
  );
}
