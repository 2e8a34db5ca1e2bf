/** Bounds of dates as content writes them; both ends count. */
import type { Calendar } from '../calendar/calendar';
import { addWorkdays } from '../calendar/workdays';
import { addDays, addMonths, dateOf, formatDate, type CivilDate } from '../shared/civil-date';

export type Bound =
  | string
  | 'today'
  /** The first day of this month, or of the one before. */
  | 'thisMonth'
  | 'lastMonth'
  | { readonly daysFromToday: number }
  | { readonly monthsFromToday: number }
  /** The nth working day after today. */
  | { readonly workdaysFromToday: number }
  /** MM-DD of today's year. */
  | { readonly thisYear: string };

export function boundDate(bound: Bound, asOf: CivilDate, calendar: Calendar): CivilDate {
  if (typeof bound === 'string') {
    const month = { ...asOf, day: 1 };
    switch (bound) {
      case 'today':
        return asOf;
      case 'thisMonth':
        return month;
      case 'lastMonth':
        return addMonths(month, -1);
      default:
        return dateOf(bound);
    }
  }
  if ('daysFromToday' in bound) return addDays(asOf, bound.daysFromToday);
  if ('monthsFromToday' in bound) return addMonths(asOf, bound.monthsFromToday);
  if ('workdaysFromToday' in bound) return addWorkdays(calendar, asOf, bound.workdaysFromToday);
  return dateOf(`${formatDate(asOf).slice(0, 4)}-${bound.thisYear}`);
}
