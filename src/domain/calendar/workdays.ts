/** Working days (行政许可法 第82条): the first day is not counted, holidays and weekends are skipped, 调休 is counted. */
import { addDays, compareDates, weekday, type CivilDate } from '../shared/civil-date';
import { yearOf, type Calendar } from './calendar';

export type DayKind =
  | { readonly kind: 'workday' }
  /** A weekend day worked in exchange for a holiday. */
  | { readonly kind: 'makeUp' }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly name: string };

const isWeekend = (date: CivilDate): boolean => weekday(date) % 6 === 0;

export function dayKind(calendar: Calendar, date: CivilDate): DayKind {
  const { off, on } = yearOf(calendar, date.year);
  const day = date.month * 100 + date.day;
  const holiday = off.find(([from, to]) => from <= day && day <= to);
  if (holiday) return { kind: 'holiday', name: holiday[2] };
  if (!isWeekend(date)) return { kind: 'workday' };
  return { kind: on.includes(day) ? 'makeUp' : 'weekend' };
}

export function isWorkday(calendar: Calendar, date: CivilDate): boolean {
  const { kind } = dayKind(calendar, date);
  return kind === 'workday' || kind === 'makeUp';
}

/**
 * The `n`th working day after `date`, which itself is not counted (民法典 第201条); `date` itself when n is 0.
 * `n` is a whole number from 0; anything else is a bug and throws.
 */
export function addWorkdays(calendar: Calendar, date: CivilDate, n: number): CivilDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  let day = date;
  for (let left = n; left > 0;) {
    day = addDays(day, 1);
    if (isWorkday(calendar, day)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workdaysBetween(calendar: Calendar, from: CivilDate, to: CivilDate): number {
  if (compareDates(to, from) < 0) return -workdaysBetween(calendar, to, from);
  let count = 0;
  for (let day = from; compareDates(day, to) < 0;) {
    day = addDays(day, 1);
    if (isWorkday(calendar, day)) count += 1;
  }
  return count;
}

/** The day itself, or the next working day when it is none (民法典 第203条: the last day of a period). */
export function onOrAfterWorkday(calendar: Calendar, date: CivilDate): CivilDate {
  let day = date;
  while (!isWorkday(calendar, day)) day = addDays(day, 1);
  return day;
}
