/** A promised date with each day that leads to it: counted, or skipped and why. */
import { addDays, daysBetween, type CivilDate } from '../shared/civil-date';
import { estimateOf, type Calendar, type Estimate } from './calendar';
import { dayKind, onOrAfterWorkday, type DayKind } from './workdays';

export interface DeadlineDay {
  readonly date: CivilDate;
  readonly why: DayKind;
  /** The day's number among the counted ones, from 1; absent when it is skipped. */
  readonly number?: number;
}

export interface Deadline {
  readonly due: CivilDate;
  /** Every day after the first one, in order, to the due day. */
  readonly days: readonly DeadlineDay[];
  /** Present when a day falls in a year whose arrangement is not known: the date is for reference only. */
  readonly estimate?: Estimate;
  readonly calendarVersion: string;
}

function deadline(calendar: Calendar, due: CivilDate, days: readonly DeadlineDay[]): Deadline {
  const estimates = days.map(({ date }) => estimateOf(calendar, date.year));
  // The coming years matter more: their notice will still change the date.
  const estimate = estimates.includes('unannounced') ? 'unannounced' : estimates.find((e) => e !== undefined);
  return { due, days, ...(estimate === undefined ? {} : { estimate }), calendarVersion: calendar.version };
}

/** As `addWorkdays`, explained day by day. `n` is a whole number from 0. */
export function workdayDeadline(calendar: Calendar, start: CivilDate, n: number): Deadline {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  const days: DeadlineDay[] = [];
  let date = start;
  for (let counted = 0; counted < n;) {
    date = addDays(date, 1);
    const why = dayKind(calendar, date);
    const skipped = why.kind === 'weekend' || why.kind === 'holiday';
    if (!skipped) counted += 1;
    days.push(skipped ? { date, why } : { date, why, number: counted });
  }
  return deadline(calendar, date, days);
}

/**
 * `n` calendar days after `start`, which is not counted; when the last one is no working day the period ends on the
 * next that is (民法典 第201、203条). The days of that extension carry no number.
 */
export function calendarDeadline(calendar: Calendar, start: CivilDate, n: number): Deadline {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of days: ${n}`);
  const last = addDays(start, n);
  const due = n === 0 ? last : onOrAfterWorkday(calendar, last);
  const days: DeadlineDay[] = [];
  for (let i = 1; i <= daysBetween(start, due); i++) {
    const date = addDays(start, i);
    const why = dayKind(calendar, date);
    days.push(i <= n ? { date, why, number: i } : { date, why });
  }
  return deadline(calendar, due, days);
}
