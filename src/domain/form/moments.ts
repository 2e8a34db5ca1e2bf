/** Shapes of dates, months and times in answers: first the form, then whether there is such a day. */
import { civilDate, compareDates, parseDate, type CivilDate } from '../shared/civil-date';
import { boundDate, type Bound } from './bounds';
import type { ErrorCode } from './error';
import type { KindContext } from './kinds/kind';

export type Parsed = { readonly date: CivilDate } | { readonly code: 'type' | 'format' | 'date' };

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^(\d{4})-(\d{2})$/;
const TIME = /^(\d{2}):(\d{2})$/;

const existing = (date: CivilDate | undefined): Parsed => (date ? { date } : { code: 'date' });

export function readDate(value: unknown): Parsed {
  if (typeof value !== 'string') return { code: 'type' };
  return DATE.test(value) ? existing(parseDate(value)) : { code: 'format' };
}

/** A month is its first day. */
export function readMonth(value: unknown): Parsed {
  if (typeof value !== 'string') return { code: 'type' };
  const match = MONTH.exec(value);
  return match ? existing(civilDate(Number(match[1]), Number(match[2]), 1)) : { code: 'format' };
}

/** Minutes since midnight of HH:mm, 00:00–23:59; a code when there is no such time. */
export function readTime(text: string): number | 'format' | 'date' {
  const match = TIME.exec(text);
  if (!match) return 'format';
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : 'date';
}

export function readDateTime(value: unknown): Parsed {
  if (typeof value !== 'string') return { code: 'type' };
  const day = readDate(value.slice(0, 10));
  const time = value[10] === 'T' ? readTime(value.slice(11)) : 'format';
  if (time === 'format') return { code: 'format' };
  return time === 'date' && 'date' in day ? { code: 'date' } : day;
}

export interface DateRules {
  readonly notBefore?: Bound;
  readonly notAfter?: Bound;
}

export function checkBounds(
  date: CivilDate,
  { notBefore, notAfter }: DateRules,
  { asOf, calendar }: Pick<KindContext, 'asOf' | 'calendar'>,
): ErrorCode | undefined {
  const early = notBefore !== undefined && compareDates(date, boundDate(notBefore, asOf, calendar)) < 0;
  const late = notAfter !== undefined && compareDates(date, boundDate(notAfter, asOf, calendar)) > 0;
  return early || late ? 'range' : undefined;
}
