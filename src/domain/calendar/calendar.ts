/**
 * Holidays and 调休, as compiled from src/content/holidays.yaml; dates inside a year are MMDD numbers to keep it small.
 *
 * Three kinds of year:
 * - announced: the State Council's notice of that year, with its weekends worked;
 * - estimated: listed without a notice, Monday to Friday less the 13 statutory days (the lunar ones worked out);
 * - not listed: Monday to Friday less the statutory days with a fixed date, as the lunar ones are not known here.
 * The last two are estimates: whoever shows a date from them also says so ({@link ESTIMATE_NOTES}).
 */
export interface Calendar {
  /** The day the data was read, YYYY-MM-DD: a promise keeps it, so that it can be worked out again after a notice. */
  readonly version: string;
  readonly firstAnnounced: number;
  readonly lastAnnounced: number;
  readonly years: Readonly<Partial<Record<string, CalendarYear>>>;
  /** Statutory days with a fixed date, for years that are not listed: before the announced ones, and after. */
  readonly fixed: { readonly before: readonly HolidaySpan[]; readonly after: readonly HolidaySpan[] };
}

export interface CalendarYear {
  readonly estimated?: true;
  readonly off: readonly HolidaySpan[];
  /** Weekend days worked (调休上班), MMDD. */
  readonly on: readonly number[];
}

/** First and last day (MMDD, both included) and the holiday's name. */
export type HolidaySpan = readonly [from: number, to: number, name: string];

/** Why the calendar is only an estimate for a year: its notice is not out yet, or it is before the years collected. */
export type Estimate = 'unannounced' | 'uncollected';

export const ESTIMATE_NOTES: Readonly<Record<Estimate, string>> = {
  unannounced: '调休安排未公布，日期仅供参考',
  uncollected: '该年的放假调休安排未收录，日期仅供参考',
};

/** `undefined` for a year whose arrangement was announced. */
export function estimateOf(calendar: Calendar, year: number): Estimate | undefined {
  if (year > calendar.lastAnnounced) return 'unannounced';
  return year < calendar.firstAnnounced ? 'uncollected' : undefined;
}

/** The year's arrangement; an estimate where {@link estimateOf} says so. */
export function yearOf(calendar: Calendar, year: number): CalendarYear {
  const { before, after } = calendar.fixed;
  return (
    calendar.years[String(year)] ?? {
      estimated: true,
      off: year < calendar.firstAnnounced ? before : after,
      on: [],
    }
  );
}
