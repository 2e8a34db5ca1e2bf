/** The state of a case on a day, from its events: the same on the phone and the server. */
import type { Calendar } from '../calendar/calendar';
import { isBefore, type CivilDate } from '../shared/civil-date';
import type { MainState } from './actions';
import { aggregate, isClear, type Outcome } from './aggregate';
import { boardOf, type Column } from './board';
import { dateOfDay, runClock, type Clock } from './clock';
import type { CertificateEvent, CourierStep, OutcomeKind, RatingLevel, Scope } from './events';
import { addUp, type Complaint, type IssuedCertificate, type Ledger } from './ledger';
import { answerBy, hasLapsed, pauseUse, spansOf, type PauseUse, type Question } from './pauses';
import type { CertificateReference, Milestone } from './reference';

export interface Rules {
  readonly calendar: Calendar;
  readonly reference: CertificateReference;
}

export interface CertificateState {
  readonly main: MainState;
  readonly scope: Scope;
  /** The day of the last event. */
  readonly lastOn: CivilDate;
  readonly corrections: number;
  /** From acceptance on. */
  readonly clock?: Clock;
  readonly milestones: readonly (Milestone & { readonly due: CivilDate })[];
  readonly board: readonly Column[];
  /** Questions to answer now, with the day by whose end. */
  readonly open: readonly (Question & { readonly answerBy: CivilDate })[];
  readonly questions: readonly Question[];
  readonly pauseUse: PauseUse;
  readonly extensions: Ledger['extensions'];
  /** What the board comes to; present once every department has answered. */
  readonly outcome?: Outcome;
  readonly decided?: OutcomeKind;
  readonly certificates: readonly IssuedCertificate[];
  readonly courier?: CourierStep;
  readonly returns: number;
  readonly rating?: RatingLevel;
  readonly complaints: readonly Complaint[];
}

function mainOf({ stage }: Ledger, outcome: Outcome | undefined, open: boolean): MainState {
  if (stage !== 'review') return stage;
  if (outcome) return 'aggregating';
  return open ? 'clarifying' : 'jointReview';
}

/** `undefined` when nothing was submitted (a draft lives on the phone). */
export function derive(
  events: readonly CertificateEvent[],
  asOf: CivilDate,
  { calendar, reference: { parameters } }: Rules,
): CertificateState | undefined {
  const ledger = addUp(events);
  if (!ledger) return undefined;
  const { scope, acceptedOn, endedOn, questions } = ledger;
  // After the decision or withdrawal nothing lapses or runs out any more.
  const day = endedOn && isBefore(endedOn, asOf) ? endedOn : asOf;
  const use = acceptedOn ? pauseUse(calendar, parameters, questions, acceptedOn, day) : { used: 0 };
  const spans = spansOf(questions, ledger.waits, use, day);
  const ended = endedOn ? { endedOn } : {};
  const clock = acceptedOn
    ? runClock(calendar, {
        start: acceptedOn,
        total: parameters.days + ledger.extensions.reduce((sum, { days }) => sum + days, 0),
        unit: parameters.unit,
        spans,
        asOf,
        ...ended,
      })
    : undefined;
  const board = boardOf({ ...ledger, ...ended, scope, questions, use, spans, day, calendar, parameters });
  const outcome = aggregate(board, scope.output);
  const open = endedOn
    ? []
    : questions
        .filter((one) => one.answeredOn === undefined && !hasLapsed(one, use, day))
        .map((one) => ({ ...one, answerBy: answerBy(calendar, parameters, use, day) }));
  return {
    main: mainOf(ledger, outcome, open.length > 0),
    scope,
    lastOn: ledger.lastOn,
    corrections: ledger.corrections,
    ...(clock ? { clock } : {}),
    milestones: parameters.milestones.flatMap((milestone) => {
      const due = clock && dateOfDay(clock, milestone.day);
      return due ? [{ ...milestone, due }] : [];
    }),
    board,
    open,
    questions,
    pauseUse: use,
    extensions: ledger.extensions,
    ...(outcome ? { outcome } : {}),
    ...(ledger.decided ? { decided: ledger.decided } : {}),
    certificates: ledger.certificates,
    ...(ledger.courier ? { courier: ledger.courier } : {}),
    returns: ledger.returns,
    ...(ledger.rating ? { rating: ledger.rating } : {}),
    complaints: ledger.complaints,
  };
}

/** Complaints that wait for an answer. */
export const openComplaints = ({ complaints }: Pick<CertificateState, 'complaints'>): readonly Complaint[] =>
  complaints.filter(({ answer }) => !answer);

/** 已出部分: with 已完成先出, the departments whose answer already stands, before the whole is decided. */
export const readyParts = ({ scope, board }: CertificateState): readonly string[] =>
  scope.output === 'asReady' ? board.filter(isClear).map(({ department }) => department) : [];
