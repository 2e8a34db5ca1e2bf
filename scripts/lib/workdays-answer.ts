/** What `npm run workdays` answers to one question, apart from how it is asked and printed. */
import { ESTIMATE_NOTES, type Calendar } from '@/domain/calendar/calendar';
import { workdayDeadline, type Deadline } from '@/domain/calendar/deadline';
import type { DayKind } from '@/domain/calendar/workdays';
import { formatDate, parseDate, type CivilDate } from '@/domain/shared/civil-date';
import { err, ok, type Result } from '@/domain/shared/result';

export type WorkdaysFault =
  'usage' | 'date-shape' | 'date-missing' | 'date-range' | 'days-shape' | 'days-range';

export interface Question {
  readonly from: CivilDate;
  readonly workdays: number;
}

/** About 20 years: no time limit of any law comes near, so more is a slip of the hand. */
export const MAX_WORKDAYS = 5000;
/** Before 2000 the five-day week was still being introduced; after 2100 nothing is known of holidays. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

export type Fault = { readonly code: WorkdaysFault; readonly message: string };
const fault = (code: WorkdaysFault, message: string): Result<never, Fault> => err({ code, message });

/** `words`: a date and a number, as typed. */
export function parseQuestion(words: readonly string[]): Result<Question, Fault> {
  const [date = '', days = ''] = words;
  if (words.length !== 2) {
    return fault('usage', `要两项：起算日期和工作日数，例如 2026-09-18 7；收到 ${words.length} 项。`);
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    return fault('date-shape', `日期“${date}”写法不对：请写成 YYYY-MM-DD，例如 2026-09-18。`);
  }
  const from = parseDate(date);
  if (!from) return fault('date-missing', `日历上没有 ${date} 这一天：请核对月和日。`);
  if (from.year < FIRST_YEAR || from.year > LAST_YEAR) {
    return fault('date-range', `${date} 不在可计算的范围：请用 ${FIRST_YEAR}–${LAST_YEAR} 年的日期。`);
  }
  if (!/^[+-]?\d+$/.test(days)) {
    return fault('days-shape', `工作日数“${days}”写法不对：请写成整数，例如 7。`);
  }
  const workdays = Number(days);
  if (workdays < 1 || workdays > MAX_WORKDAYS) {
    return fault('days-range', `工作日数“${days}”超出范围：请写 1 到 ${MAX_WORKDAYS} 之间的整数。`);
  }
  return ok({ from, workdays });
}

export const answer = (calendar: Calendar, { from, workdays }: Question): Deadline =>
  workdayDeadline(calendar, from, workdays);

function reason(why: DayKind): string {
  switch (why.kind) {
    case 'workday':
      return '工作日';
    case 'makeUp':
      return '调休上班';
    case 'weekend':
      return '周末';
    case 'holiday':
      return why.name;
  }
}

export const noteOf = ({ estimate }: Deadline): string | undefined =>
  estimate === undefined ? undefined : ESTIMATE_NOTES[estimate];

export function toJson({ from, workdays }: Question, deadline: Deadline): string {
  const note = noteOf(deadline);
  return JSON.stringify({
    from: formatDate(from),
    workdays,
    due: formatDate(deadline.due),
    estimated: note !== undefined,
    ...(note === undefined ? {} : { note }),
    calendarVersion: deadline.calendarVersion,
    days: deadline.days.map(({ date, why, number }) => ({
      date: formatDate(date),
      counted: number !== undefined,
      ...(number === undefined ? {} : { number }),
      kind: why.kind,
      why: reason(why),
    })),
  });
}
