/** src/content/holidays.yaml → the compact `Calendar` that ships. */
import { z } from 'zod';
import type { Calendar, CalendarYear, HolidaySpan } from '@/domain/calendar/calendar';
import { isWorkday } from '@/domain/calendar/workdays';
import { addDays, civilDate, parseDate, type CivilDate } from '@/domain/shared/civil-date';
import { loadFile } from './load';

const FILE = 'holidays.yaml';

// 2024 is a leap year, so that 02-29 can be written; the year itself is checked with the table below.
const monthDay = z
  .string()
  .refine((text) => parseDate(`2024-${text}`) !== undefined, '写成 MM-DD,且须真实存在');
const span = z.strictObject({
  name: z.string().trim().min(1),
  days: z.string().refine((text) => {
    const [from = '', to = from, ...rest] = text.split('~');
    return rest.length === 0 && [from, to].every((part) => parseDate(`2024-${part}`)) && from <= to;
  }, '写成 MM-DD 或 MM-DD~MM-DD,先早后晚'),
});
const year = z.discriminatedUnion('status', [
  z.strictObject({
    year: z.int(),
    status: z.literal('announced'),
    source: z.string(),
    evidence: z.enum(['C', 'L']),
    workdays: z.int(),
    off: z.array(span),
    on: z.array(monthDay),
  }),
  z.strictObject({
    year: z.int(),
    status: z.literal('estimated'),
    source: z.string(),
    evidence: z.literal('K'),
    off: z.array(span),
    on: z.array(monthDay).max(0),
  }),
]);

const holidaysSchema = z.strictObject({
  version: z.string().refine((text) => parseDate(text) !== undefined),
  fixed: z.strictObject({ before: z.array(span), after: z.array(span) }),
  years: z.array(year).min(1),
});

const numberOf = (text: string): number => Number(text.replace('-', ''));

function compileSpan({ name, days }: z.infer<typeof span>): HolidaySpan {
  const [from = '', to = from] = days.split('~');
  return [numberOf(from), numberOf(to), name];
}

const compileYear = ({ status, off, on }: z.infer<typeof year>): CalendarYear => ({
  ...(status === 'estimated' ? { estimated: true } : {}),
  off: off.map(compileSpan),
  on: on.map(numberOf),
});

/** Working days of a whole year, or of one of its months. */
export function countWorkdays(calendar: Calendar, inYear: number, month?: number): number {
  let count = 0;
  let day: CivilDate | undefined = civilDate(inYear, month ?? 1, 1);
  while (day && day.year === inYear && (month === undefined || day.month === month)) {
    if (isWorkday(calendar, day)) count += 1;
    day = addDays(day, 1);
  }
  return count;
}

/** Reads and compiles the holidays; throws with every fault of the file, as no date may be promised on a broken table. */
export function loadCalendar(): Calendar {
  const { value, problems } = loadFile(FILE, holidaysSchema);
  if (!value) throw new Error(problems.map(({ path, message }) => `${FILE} ${path} ${message}`).join('\n'));
  const announced = value.years.filter(({ status }) => status === 'announced').map((entry) => entry.year);
  const calendar: Calendar = {
    version: value.version,
    firstAnnounced: Math.min(...announced),
    lastAnnounced: Math.max(...announced),
    years: Object.fromEntries(value.years.map((entry) => [String(entry.year), compileYear(entry)])),
    fixed: { before: value.fixed.before.map(compileSpan), after: value.fixed.after.map(compileSpan) },
  };
  for (const entry of value.years) {
    const counted = countWorkdays(calendar, entry.year);
    if (entry.status === 'announced' && counted !== entry.workdays)
      throw new Error(`${FILE} ${entry.year} 年按表算出 ${counted} 个工作日,写的是 ${entry.workdays}`);
  }
  return calendar;
}
