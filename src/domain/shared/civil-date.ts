/**
 * Civil dates: year, month and day as integers, never instants.
 *
 * An instant needs a time zone, and Shanghai's has had gaps (summer time 1986–1991 and in the 1940s), so that
 * "1946-05-15 plus 80 years" computed on instants lands an hour off and a person of 80 is told 79.
 * Rules: 民法典 第200–204条 (corresponding day, else the month's last), 第1259条 (以上, 以内, 届满 include the number).
 */
export interface CivilDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);

/** A date that exists, or `undefined`: 2023-02-29 does not. Years 1–9999. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12) return undefined;
  return day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : undefined;
}

const ZERO = '0'.charCodeAt(0);

/** The digits from one place to before another as a number; -1 when one is none. */
function digitsOf(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * Reads `YYYY-MM-DD`; `undefined` when the shape is wrong or the day does not exist. By places and not by a pattern: a
 * white list reads ten dates a person, and a pattern takes ten times as long.
 */
export function parseDate(text: string): CivilDate | undefined {
  if (text.length !== 10 || text.charAt(4) !== '-' || text.charAt(7) !== '-') return undefined;
  return civilDate(digitsOf(text, 0, 4), digitsOf(text, 5, 7), digitsOf(text, 8, 10));
}

/** Reads a date that is known to be right (a literal, compiled content); a wrong one is a bug and throws. */
export function dateOf(text: string): CivilDate {
  const date = parseDate(text);
  if (!date) throw new Error(`not a date: ${text}`);
  return date;
}

export const formatDate = ({ year, month, day }: CivilDate): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Negative when `a` is earlier, 0 when the same day, positive when later. */
export const compareDates = (a: CivilDate, b: CivilDate): number =>
  a.year - b.year || a.month - b.month || a.day - b.day;

export const isBefore = (a: CivilDate, b: CivilDate): boolean => compareDates(a, b) < 0;
export const isAfter = (a: CivilDate, b: CivilDate): boolean => compareDates(a, b) > 0;

/** Days since 0000-03-01 in the proleptic Gregorian calendar; only differences mean anything. */
export function dayNumber({ year, month, day }: CivilDate): number {
  // The year is counted from March, so that the leap day is its last.
  const y = month > 2 ? year : year - 1;
  const m = month > 2 ? month - 3 : month + 9;
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((153 * m + 2) / 5) +
    day -
    1
  );
}

/** The inverse of {@link dayNumber}. */
export function fromDayNumber(days: number): CivilDate {
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1 };
}

export const addDays = (date: CivilDate, days: number): CivilDate => fromDayNumber(dayNumber(date) + days);

/** Days from `from` to `to`; the first day is not counted (民法典 第201条). */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from);

/** The corresponding day `months` later (or earlier), or that month's last day (民法典 第202条). */
export function addMonths({ year, month, day }: CivilDate, months: number): CivilDate {
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = (((index % 12) + 12) % 12) + 1;
  return { year: y, month: m, day: Math.min(day, daysInMonth(y, m)) };
}

/** The corresponding day `years` later; born on Feb 29, the day in a common year is Feb 28. */
export const addYears = (date: CivilDate, years: number): CivilDate => addMonths(date, years * 12);

export const endOfMonth = ({ year, month }: CivilDate): CivilDate => ({
  year,
  month,
  day: daysInMonth(year, month),
});

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (date: CivilDate): number => (dayNumber(date) + 3) % 7;

/**
 * 周岁 on a day: reached on the birthday itself (facts §9, 方案甲); for Feb 29 on Feb 28 of a common year.
 * Negative before birth.
 */
export function ageOn(birth: CivilDate, on: CivilDate): number {
  const years = on.year - birth.year;
  return compareDates(on, addYears(birth, years)) >= 0 ? years : years - 1;
}
