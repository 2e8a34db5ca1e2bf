/** Rules 1–3: kinds of case and time limits. */
import type { Calendar } from '@/domain/calendar/calendar';
import { addWorkdays } from '@/domain/calendar/workdays';
import type { TimeLimit } from '@/domain/guide/guide';
import { addDays, dateOf, daysBetween } from '@/domain/shared/civil-date';
import { when, type Rule } from './rule';

type Limit = Extract<TimeLimit, { kind: 'limit' }>;

/** The fewest and the most calendar days that so many working days can take, over every start in two years. */
export function calendarSpan(calendar: Calendar, workdays: number): { least: number; most: number } {
  const last = dateOf('2026-11-30');
  let least = Infinity;
  let most = 0;
  for (let day = dateOf('2025-01-01'); daysBetween(day, last) > 0; day = addDays(day, 1)) {
    const span = daysBetween(day, addWorkdays(calendar, day, workdays));
    least = Math.min(least, span);
    most = Math.max(most, span);
  }
  return { least, most };
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
      const { promised, statutory } = time;
      const broken =
        promised.kind === 'limit' && statutory.kind === 'limit' && exceeds(calendar, promised, statutory);
      return when(
        broken,
        'time.promised',
        '承诺时限最坏情况下超过法定时限:改短,或写 capped: true(显示“最迟不超过法定时限”)',
      );
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
