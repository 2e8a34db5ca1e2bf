/** The time limit of an accepted case, explained day by day: counted, no working day, or stopped and why. */
import { estimateOf, type Calendar, type Estimate } from '../calendar/calendar';
import { dayKind, isWorkday, type DayKind } from '../calendar/workdays';
import { addDays, isAfter, isBefore, type CivilDate } from '../shared/civil-date';
import type { PauseReason } from './event';
import type { CaseClock } from './rules';

/** The first and last day not counted: that of the notice, and that of the answer; open while there is no answer. */
export interface Pause {
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly why: PauseReason | 'correction';
}

export interface ClockDay {
  readonly date: CivilDate;
  readonly why: DayKind | { readonly kind: 'paused'; readonly reason: Pause['why'] };
  /** The day's number among the counted ones, from 1; absent when it is skipped. */
  readonly number?: number;
}

export interface CaseDeadline {
  /** Absent while the clock is stopped. */
  readonly due?: CivilDate;
  /** Every day after acceptance up to the due day; up to `asOf` while the clock is stopped. */
  readonly days: readonly ClockDay[];
  readonly counted: number;
  readonly total: number;
  readonly unit: 'workday' | 'calendarDay';
  readonly estimate?: Estimate;
  readonly calendarVersion: string;
}

const covers =
  (date: CivilDate) =>
  ({ from, to }: Pause): boolean =>
    !isBefore(date, from) && (to === undefined || !isAfter(date, to));

function estimateFor(calendar: Calendar, days: readonly ClockDay[]): Pick<CaseDeadline, 'estimate'> {
  const estimates = days.map(({ date }) => estimateOf(calendar, date.year));
  const estimate = estimates.includes('unannounced') ? 'unannounced' : estimates.find((e) => e !== undefined);
  return estimate === undefined ? {} : { estimate };
}

interface DaysClock {
  readonly start: CivilDate;
  readonly total: number;
  readonly unit: 'workday' | 'calendarDay';
  readonly pauses: readonly Pause[];
}

function countDays(
  { start, total, unit, pauses }: DaysClock,
  calendar: Calendar,
  asOf: CivilDate,
): CaseDeadline {
  const days: ClockDay[] = [];
  const open = pauses.some(({ to }) => to === undefined);
  let date = start;
  let counted = 0;
  // A limit in calendar days that ends on no working day, or on a stopped one, ends on the next that counts (民法典 第203条).
  const isDone = (): boolean =>
    counted >= total &&
    (unit === 'workday' || total === 0 || (isWorkday(calendar, date) && !pauses.some(covers(date))));
  while (!isDone()) {
    const next = addDays(date, 1);
    const pause = pauses.find(covers(next));
    // The rest of an open pause is not known yet.
    if (pause?.to === undefined && pause && isAfter(next, asOf)) break;
    date = next;
    const why = pause ? ({ kind: 'paused', reason: pause.why } as const) : dayKind(calendar, date);
    const counts = !pause && counted < total && (unit === 'calendarDay' || isWorkday(calendar, date));
    if (counts) counted += 1;
    days.push(counts ? { date, why, number: counted } : { date, why });
  }
  const stopped = open && !isDone();
  return {
    ...(stopped ? {} : { due: date }),
    days,
    counted,
    total,
    unit,
    ...estimateFor(calendar, days),
    calendarVersion: calendar.version,
  };
}

/** `undefined` where the time is set by a calendar of the year or an appointment. `start`: the day of acceptance, not counted. */
export function caseDeadline(
  clock: CaseClock,
  { start, pauses, extension }: { start: CivilDate; pauses: readonly Pause[]; extension: number },
  calendar: Calendar,
  asOf: CivilDate,
): CaseDeadline | undefined {
  switch (clock.kind) {
    case 'scheduled':
      return undefined;
    case 'instant':
      return countDays({ start, total: 0, unit: 'workday', pauses: [] }, calendar, asOf);
    case 'days':
      return countDays({ start, total: clock.days + extension, unit: clock.unit, pauses }, calendar, asOf);
  }
}
