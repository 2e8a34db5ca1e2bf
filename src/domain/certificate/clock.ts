/**
 * The clock of a case or of one department, explained day by day. The first day is the working day after the start;
 * a day on which anyone waits for an answer is not counted: neither the day of asking nor that of the answer, so
 * that it goes on with the next working day. However many wait at once, a day is lost only once (the union).
 */
import { estimateOf, type Calendar, type Estimate } from '../calendar/calendar';
import { dayKind, isWorkday, onOrAfterWorkday, type DayKind } from '../calendar/workdays';
import type { DayUnit } from '../guide/guide';
import { addDays, compareDates, isAfter, isBefore, type CivilDate } from '../shared/civil-date';

export type StopReason = 'question' | 'externalWait';

/** Days on which a department waits, both included. */
export interface Span {
  readonly department: string;
  readonly why: StopReason;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Still waiting: `to` is only today. */
  readonly open: boolean;
}

export interface ClockDay {
  readonly date: CivilDate;
  readonly why: DayKind;
  /** Among the counted days, from 1; absent when the day does not count. */
  readonly number?: number;
  /** Who waited on a day that would have counted. */
  readonly stops: readonly Span[];
}

export interface Clock {
  readonly start: CivilDate;
  readonly total: number;
  /** By whose end it is due. */
  readonly due: CivilDate;
  /** Someone still waits: the due day holds if the answer comes today. */
  readonly provisional: boolean;
  /** Every day after the start to the due day. */
  readonly days: readonly ClockDay[];
  readonly elapsed: number;
  readonly left: number;
  readonly paused: boolean;
  /** Who stops it today. */
  readonly stoppedBy: readonly Span[];
  readonly lostDays: number;
  readonly overdue: boolean;
  /** A day falls in a year whose arrangement is not known. */
  readonly estimate?: Estimate;
  readonly calendarVersion: string;
}

export interface ClockInput {
  readonly start: CivilDate;
  readonly total: number;
  readonly unit: DayUnit;
  readonly spans: readonly Span[];
  readonly asOf: CivilDate;
  /** The day it ended, if it did; spans do not go beyond. */
  readonly endedOn?: CivilDate;
}

export const covers = ({ from, to }: Span, date: CivilDate): boolean =>
  compareDates(from, date) <= 0 && compareDates(date, to) <= 0;

/** Whether a day counts when nobody waits. */
export const counts = (calendar: Calendar, unit: DayUnit, date: CivilDate): boolean =>
  unit === 'calendarDay' || isWorkday(calendar, date);

function walk(calendar: Calendar, { start, total, unit, spans }: ClockInput): ClockDay[] {
  const days: ClockDay[] = [];
  let date = start;
  for (let counted = 0; counted < total;) {
    date = addDays(date, 1);
    const today = date;
    const why = dayKind(calendar, today);
    if (!counts(calendar, unit, today)) {
      days.push({ date, why, stops: [] });
      continue;
    }
    const stops = spans.filter((span) => covers(span, today));
    if (stops.length > 0) days.push({ date, why, stops });
    else days.push({ date, why, number: ++counted, stops });
  }
  if (unit === 'workday') return days;
  // The last of so many calendar days moves on to a working day (民法典 第203条).
  for (const due = onOrAfterWorkday(calendar, date); isBefore(date, due);) {
    date = addDays(date, 1);
    days.push({ date, why: dayKind(calendar, date), stops: [] });
  }
  return days;
}

function estimateIn(calendar: Calendar, days: readonly ClockDay[]): Estimate | undefined {
  const estimates = days.map(({ date }) => estimateOf(calendar, date.year));
  return estimates.includes('unannounced') ? 'unannounced' : estimates.find((one) => one !== undefined);
}

export function runClock(calendar: Calendar, input: ClockInput): Clock {
  const { start, total, spans, asOf, endedOn } = input;
  const until = endedOn && isBefore(endedOn, asOf) ? endedOn : asOf;
  const days = walk(calendar, input);
  const due = days[days.length - 1]?.date ?? start;
  const elapsed = days.filter(
    ({ date, number }) => number !== undefined && compareDates(date, until) <= 0,
  ).length;
  const stoppedBy = endedOn ? [] : spans.filter((span) => covers(span, asOf));
  const waiting = stoppedBy.some(({ open }) => open);
  const estimate = estimateIn(calendar, days);
  return {
    start,
    total,
    due,
    provisional: waiting && !isBefore(due, asOf),
    days,
    elapsed,
    left: total - elapsed,
    paused: waiting,
    stoppedBy,
    lostDays: days.filter(({ stops }) => stops.length > 0).length,
    overdue: isAfter(until, due),
    ...(estimate === undefined ? {} : { estimate }),
    calendarVersion: calendar.version,
  };
}

/** The date of the clock's day `number`, as far as it is known today. */
export const dateOfDay = ({ days }: Clock, number: number): CivilDate | undefined =>
  days.find((day) => day.number === number)?.date;
