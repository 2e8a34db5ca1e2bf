/** 现在开门吗: claimed only where a department confirmed its hours; elsewhere only whether today is a working day. */
import type { Calendar } from '../calendar/calendar';
import { isWorkday } from '../calendar/workdays';
import { weekday, type CivilDate } from '../shared/civil-date';
import type { LocalMoment } from '../shared/shanghai';
import type { Hall, OpeningHours, Weekday } from './reference';

export type OpenState =
  | { readonly kind: 'open'; readonly until: string }
  | { readonly kind: 'closed'; readonly opensAt?: string }
  /** Hours are not confirmed: nothing is claimed. */
  | { readonly kind: 'unconfirmed'; readonly workday: boolean };

const NAMES = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const satisfies readonly Weekday[];

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function spansOn(hours: OpeningHours, calendar: Calendar, date: CivilDate): readonly string[] {
  const name = NAMES[weekday(date)] ?? 'sunday';
  const weekend = name === 'saturday' || name === 'sunday';
  const working = isWorkday(calendar, date);
  if (working && weekend) return hours[name].length > 0 ? hours[name] : hours.friday;
  return working === !weekend ? hours[name] : [];
}

export function openState(hall: Hall, calendar: Calendar, now: LocalMoment): OpenState {
  if (hall.hours === 'pending') return { kind: 'unconfirmed', workday: isWorkday(calendar, now.date) };
  for (const span of spansOn(hall.hours, calendar, now.date)) {
    const [from = '', until = ''] = span.split('-');
    if (now.minutes < minutesOf(from)) return { kind: 'closed', opensAt: from };
    if (now.minutes < minutesOf(until)) return { kind: 'open', until };
  }
  return { kind: 'closed' };
}
