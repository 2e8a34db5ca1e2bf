/** Rules 1–3: kinds of case and time limits. */
import type { Calendar } from '@/domain/calendar/calendar';
import { isWorkday } from '@/domain/calendar/workdays';
import type { TimeLimit } from '@/domain/guide/guide';
import { dateOf, dayNumber, fromDayNumber } from '@/domain/shared/civil-date';
import { when, type Fault, type Rule } from './rule';

type Limit = Extract<TimeLimit, { kind: 'limit' }>;

const tables = new WeakMap<Calendar, readonly number[]>();

/** The working days of the announced years as day numbers; estimates would make the worst case a guess. */
function announcedWorkdays(calendar: Calendar): readonly number[] {
  const known = tables.get(calendar);
  if (known) return known;
  const days: number[] = [];
  const last = dayNumber(dateOf(`${calendar.lastAnnounced}-12-31`));
  for (let day = dayNumber(dateOf(`${calendar.firstAnnounced}-01-01`)); day <= last; day++)
    if (isWorkday(calendar, fromDayNumber(day))) days.push(day);
  tables.set(calendar, days);
  return days;
}

/** The fewest and the most calendar days that so many working days take, over every start in the announced years. */
export function calendarSpan(calendar: Calendar, workdays: number): { least: number; most: number } {
  const days = announcedWorkdays(calendar);
  let least = Infinity;
  let most = 0;
  for (let i = 1; i + workdays <= days.length; i++) {
    const before = days[i - 1] ?? 0;
    const first = days[i] ?? 0;
    const end = days[i + workdays - 1] ?? 0;
    // Accepted on the last working day before, it takes longest; on the eve of the first one, be it a holiday, least.
    least = Math.min(least, end - first + 1);
    most = Math.max(most, end - before);
  }
  // Longer than the table: at least as many days as that, and no known end.
  return most === 0 ? { least: workdays, most: Infinity } : { least, most };
}

/** Whether a promise can ever end later than the law allows. */
export function exceeds(calendar: Calendar, promised: Limit, statutory: Limit): boolean {
  if (promised.capped) return false;
  if (promised.unit === statutory.unit) return promised.days > statutory.days;
  return promised.unit === 'workday'
    ? calendarSpan(calendar, promised.days).most > statutory.days
    : promised.days > calendarSpan(calendar, statutory.days).least;
}

export const timeRules: readonly Rule[] = [
  {
    id: '1-case-type',
    check: ({ time }) => [
      ...when(
        (time.caseType === 'instant') !== (time.promised.kind === 'instant'),
        'time.caseType',
        '即办件的承诺时限必须是 instant,反过来也一样',
      ),
      ...when(
        time.caseType === 'promised' && time.promised.kind === 'none',
        'time.promised',
        '承诺件要有承诺时限(days > 0),未定的写 kind: pending',
      ),
    ],
  },
  {
    id: '2-promise-within-law',
    check: ({ time }, { calendar }) => {
      const { promised, statutory, variants = [] } = time;
      const tooLong = (limit: TimeLimit, path: string): readonly Fault[] =>
        when(
          limit.kind === 'limit' && statutory.kind === 'limit' && exceeds(calendar, limit, statutory),
          path,
          '承诺时限最坏情况下超过法定时限:改短,或写 capped: true(显示“最迟不超过法定时限”)',
        );
      return [
        ...tooLong(promised, 'time.promised'),
        ...variants.flatMap((variant, i) => tooLong(variant.promised, `time.variants[${i}].promised`)),
      ];
    },
  },
  {
    id: '3-unit',
    // The schema demands a unit of every limit; this keeps the words of steps honest too.
    check: ({ steps }) =>
      steps.flatMap((step, i) =>
        when(
          /\d\s*(天|日)(?!起|前|内起)/.test(step.howLong) && !/工作日|自然日/.test(step.howLong),
          `steps[${i}].howLong`,
          '写明是工作日还是自然日',
        ),
      ),
  },
];
