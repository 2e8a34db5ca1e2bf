/** Questions and waits as days that stop a clock. Clarifications share one limit in the whole case. */
import type { Calendar } from '../calendar/calendar';
import { addDays, compareDates, isAfter, isBefore, type CivilDate } from '../shared/civil-date';
import { counts, type Span } from './clock';
import type { Parameters } from './reference';

export interface Question {
  readonly id: string;
  readonly department: string;
  readonly text: string;
  readonly askedOn: CivilDate;
  readonly answeredOn?: CivilDate;
}

export interface Wait {
  readonly department: string;
  readonly reason: string;
  readonly from: CivilDate;
  readonly repliedOn?: CivilDate;
}

type Limits = Pick<Parameters, 'unit' | 'pauseLimit'>;

const openOn = ({ askedOn, answeredOn }: Question, date: CivilDate): boolean =>
  !isAfter(askedOn, date) && (answeredOn === undefined || !isAfter(date, answeredOn));

export interface PauseUse {
  /** Days of the limit used up to and including today. */
  readonly used: number;
  /** The last day of the limit, once reached: what is not answered by its end counts as not answered at all. */
  readonly lastDay?: CivilDate;
}

/** `start`: the day of acceptance; `asOf`: today, or the end of the review. */
export function pauseUse(
  calendar: Calendar,
  { unit, pauseLimit }: Limits,
  questions: readonly Question[],
  start: CivilDate,
  asOf: CivilDate,
): PauseUse {
  let used = 0;
  if (questions.length === 0) return { used };
  for (let date = addDays(start, 1); compareDates(date, asOf) <= 0; date = addDays(date, 1)) {
    const today = date;
    if (!counts(calendar, unit, today) || !questions.some((question) => openOn(question, today))) continue;
    used += 1;
    if (used === pauseLimit) return { used, lastDay: date };
  }
  return { used };
}

/** Not answered, and the limit is over. */
export const hasLapsed = ({ answeredOn }: Question, { lastDay }: PauseUse, asOf: CivilDate): boolean =>
  answeredOn === undefined && lastDay !== undefined && isAfter(asOf, lastDay);

/** The day by whose end open questions must be answered, if all of them stay open. */
export function answerBy(
  calendar: Calendar,
  { unit, pauseLimit }: Limits,
  { used, lastDay }: PauseUse,
  asOf: CivilDate,
): CivilDate {
  if (lastDay) return lastDay;
  let date = asOf;
  for (let left = pauseLimit - used; left > 0;) {
    date = addDays(date, 1);
    if (counts(calendar, unit, date)) left -= 1;
  }
  return date;
}

const earlier = (a: CivilDate, b: CivilDate): CivilDate => (isBefore(a, b) ? a : b);

export function spansOf(
  questions: readonly Question[],
  waits: readonly Wait[],
  use: PauseUse,
  asOf: CivilDate,
): readonly Span[] {
  const asked = questions.map((question): Span => {
    const last = earlier(question.answeredOn ?? asOf, use.lastDay ?? asOf);
    const open = question.answeredOn === undefined && !hasLapsed(question, use, asOf);
    return { department: question.department, why: 'question', from: question.askedOn, to: last, open };
  });
  const waited = waits.map(({ department, from, repliedOn }): Span => ({
    department,
    why: 'externalWait',
    from,
    to: earlier(repliedOn ?? asOf, asOf),
    open: repliedOn === undefined,
  }));
  return [...asked, ...waited].filter(({ from, to }) => !isAfter(from, to));
}
