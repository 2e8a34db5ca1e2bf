/** What a case is on a day: the same function on the phone and on the server. Status is never set by hand. */
import type { Calendar } from '../calendar/calendar';
import { workdayDeadline, type Deadline } from '../calendar/deadline';
import { compareDates, formatDate, isAfter, type CivilDate } from '../shared/civil-date';
import { advance, wakesOn } from './advance';
import { caseDeadline, type CaseDeadline } from './clock';
import type { CaseEvent, CasePromise } from './event';
import { fold } from './fold';
import type { CaseState, Status } from './state';

export interface CaseView extends CaseState {
  /** While the office may still ask for a correction: by when, day by day. Then silence accepts. */
  readonly silence?: Deadline;
  /** The time limit, from acceptance on. */
  readonly deadline?: CaseDeadline;
  readonly overdue: boolean;
  /** The date to tell the person now, when it is not the one told last. */
  readonly newPromise?: CasePromise;
  /** The first day on which something changes by itself. */
  readonly wakesOn?: CivilDate;
}

export const OPEN_STATUSES: readonly Status[] = [
  'submitted',
  'correcting',
  'corrected',
  'accepted',
  'reviewing',
  'paused',
];

export const isOpen = (status: Status): boolean => OPEN_STATUSES.includes(status);

function deadlineOf(state: CaseState, calendar: Calendar, asOf: CivilDate): CaseDeadline | undefined {
  const { acceptance, pauses, extension, rules } = state;
  if (!acceptance) return undefined;
  return caseDeadline(rules.clock, { start: acceptance.on, pauses, extension }, calendar, asOf);
}

/** A case that ended is judged by the day of its decision. */
const isOverdue = (due: CivilDate | undefined, { decidedOn, status }: CaseState, asOf: CivilDate): boolean =>
  due !== undefined && status !== 'withdrawn' && isAfter(decidedOn ?? asOf, due);

function newPromiseOf(
  { promise, status }: CaseState,
  deadline: CaseDeadline | undefined,
): CasePromise | undefined {
  if (!deadline?.due || !isOpen(status)) return undefined;
  const due = formatDate(deadline.due);
  return promise?.due === due ? undefined : { due, calendarVersion: deadline.calendarVersion };
}

/** `events` in order, `asOf` not before the last of them. */
export function derive(events: readonly CaseEvent[], asOf: CivilDate, calendar: Calendar): CaseView {
  const state = advance(fold(events, calendar), asOf, calendar);
  const deadline = deadlineOf(state, calendar, asOf);
  const waiting =
    (state.status === 'submitted' || state.status === 'corrected') && state.unsigned.length === 0;
  const { silenceDays } = state.rules;
  const newPromise = newPromiseOf(state, deadline);
  const wakes = wakesOn(state, calendar);
  return {
    ...state,
    ...(waiting && silenceDays !== undefined
      ? { silence: workdayDeadline(calendar, state.receivedOn, silenceDays) }
      : {}),
    ...(deadline ? { deadline } : {}),
    overdue: isOverdue(deadline?.due, state, asOf),
    ...(newPromise ? { newPromise } : {}),
    ...(wakes ? { wakesOn: wakes } : {}),
  };
}

/** Working order of a queue: what is due first comes first; stopped and undated cases last. */
export const byDue = (a: CaseView, b: CaseView): number => {
  const [x, y] = [a.deadline?.due, b.deadline?.due];
  if (x && y) return compareDates(x, y);
  return Number(y !== undefined) - Number(x !== undefined);
};
