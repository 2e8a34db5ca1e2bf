/** 证明期间: by default three whole years and the current one to yesterday (三年一期). */
import {
  addDays,
  addMonths,
  civilDate,
  compareDates,
  dateOf,
  isAfter,
  isBefore,
  type CivilDate,
} from '../shared/civil-date';
import type { Parameters } from './reference';

/** Both days included. */
export interface Period {
  readonly start: CivilDate;
  readonly end: CivilDate;
}

export type PeriodFault = 'periodEndNotPast' | 'periodBeforeFounding' | 'periodOrder' | 'periodTooLong';
export type PeriodHint = 'periodShort' | 'periodBeforeReport';

const WHOLE_YEARS = 3;

const firstOfYear = (year: number): CivilDate => civilDate(year, 1, 1) ?? dateOf('0001-01-01');

/** `undefined` when the company is too young to have a period of two days before today. */
export function defaultPeriod(established: CivilDate, asOf: CivilDate): Period | undefined {
  const usual = firstOfYear(asOf.year - WHOLE_YEARS);
  const start = isAfter(established, usual) ? established : usual;
  const end = addDays(asOf, -1);
  return isBefore(start, end) ? { start, end } : undefined;
}

/** Hints are given beside faults: that the credit report does not reach back helps to mend a period that is too long. */
export function checkPeriod(
  { start, end }: Period,
  established: CivilDate,
  asOf: CivilDate,
  parameters: Parameters,
): { readonly faults: readonly PeriodFault[]; readonly hints: readonly PeriodHint[] } {
  const faults: PeriodFault[] = [];
  if (!isBefore(end, asOf)) faults.push('periodEndNotPast');
  if (isBefore(start, established)) faults.push('periodBeforeFounding');
  if (!isBefore(start, end)) faults.push('periodOrder');
  if (isBefore(start, firstOfYear(asOf.year - parameters.maxYears))) faults.push('periodTooLong');
  const hints: PeriodHint[] = [];
  // Both days count, so that 01-01 to 12-31 is twelve months.
  if (isAfter(addMonths(start, 12), addDays(end, 1))) hints.push('periodShort');
  if (isBefore(start, dateOf(parameters.reportFrom))) hints.push('periodBeforeReport');
  return { faults, hints };
}

export const isWithin = ({ start, end }: Period, date: CivilDate): boolean =>
  compareDates(start, date) <= 0 && compareDates(date, end) <= 0;

export const overlaps = (a: Period, b: Period): boolean =>
  compareDates(a.start, b.end) <= 0 && compareDates(b.start, a.end) <= 0;
