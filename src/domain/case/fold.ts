/** One event after another. An event stands once it is written: what a calendar of today would have forbidden is not undone. */
import type { Calendar } from '../calendar/calendar';
import { addWorkdays } from '../calendar/workdays';
import type { CivilDate } from '../shared/civil-date';
import { shanghaiMoment } from '../shared/shanghai';
import { advance, deemAccepted, lapse } from './advance';
import type { CaseEvent, CaseFact } from './event';
import type { CaseState, Status } from './state';

type Submitted = Extract<CaseFact, { kind: 'submitted' }>;
type Later = Exclude<CaseFact, Submitted>;
type FactOf<K extends Later['kind']> = Extract<Later, { kind: K }>;

interface When {
  readonly on: CivilDate;
  readonly seq: number;
  readonly calendar: Calendar;
}

const start = (fact: Submitted, { on, seq }: When): CaseState => ({
  version: seq,
  item: fact.item,
  formVersion: fact.formVersion,
  rules: fact.rules,
  status: 'submitted',
  answers: fact.answers,
  unsigned: fact.unsigned ?? [],
  signers: fact.unsigned?.length ?? 0,
  submittedOn: on,
  receivedOn: on,
  named: [],
  pauses: [],
  extension: 0,
  tasks: fact.tasks,
  ratingAnswered: false,
  complaints: [],
});

const underReview = ({ tasks }: CaseState): Status =>
  tasks.some(({ opinion }) => opinion !== undefined) ? 'reviewing' : 'accepted';

const closePauses = (state: CaseState, on: CivilDate): CaseState => ({
  ...state,
  pauses: state.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: on } : pause)),
});

function withoutNotice(state: CaseState): CaseState {
  const rest: { -readonly [K in keyof CaseState]: CaseState[K] } = { ...state };
  delete rest.correction;
  return rest;
}

function ask(state: CaseState, { items }: FactOf<'correctionAsked'>, { on, calendar }: When): CaseState {
  const { acceptance, ...rest } = state;
  // Asked in time by the calendar of that day: then silence has not accepted it.
  const stands = acceptance && !(acceptance.deemed && !acceptance.recorded) ? acceptance : undefined;
  return {
    ...rest,
    status: 'correcting',
    ...(stands ? { acceptance: stands } : {}),
    correction: {
      items,
      askedOn: on,
      until: addWorkdays(calendar, on, state.rules.correctionDays),
      lapsed: false,
    },
    named: [...state.named, ...items],
    pauses: stands ? [...state.pauses, { from: on, why: 'correction' }] : state.pauses,
  };
}

function correct(state: CaseState, fact: FactOf<'corrected'>, { on }: When): CaseState {
  const { answers, unsigned = state.unsigned } = fact;
  const answered: CaseState = {
    ...closePauses(withoutNotice(state), on),
    answers,
    unsigned,
    signers: Math.max(state.signers, unsigned.length),
    receivedOn: on,
  };
  return { ...answered, status: state.acceptance ? underReview(answered) : 'corrected' };
}

/** With the last signature the application is whole. */
function sign(state: CaseState, { signature }: FactOf<'signed'>, { on }: When): CaseState {
  const unsigned = state.unsigned.filter((id) => id !== signature);
  return { ...state, unsigned, ...(unsigned.length === 0 ? { receivedOn: on } : {}) };
}

const review = (state: CaseState, { task, opinion }: FactOf<'reviewed'>): CaseState => ({
  ...state,
  status: state.status === 'accepted' ? 'reviewing' : state.status,
  tasks: state.tasks.map((t) => (t.id === task ? { ...t, opinion } : t)),
});

function resume(state: CaseState, on: CivilDate): CaseState {
  const closed = closePauses(state, on);
  return { ...closed, status: underReview(closed) };
}

const answered = (state: CaseState, complaint: number): CaseState => ({
  ...state,
  complaints: state.complaints.map((c) => (c.seq === complaint ? { ...c, answered: true } : c)),
});

/** Steps of the office up to the decision. */
type HandlingKind =
  | 'correctionAsked'
  | 'corrected'
  | 'signed'
  | 'accepted'
  | 'deemedAccepted'
  | 'notAccepted'
  | 'paused'
  | 'resumed'
  | 'extended'
  | 'reviewed'
  | 'correctionLapsed';

function applyHandling(state: CaseState, fact: FactOf<HandlingKind>, when: When): CaseState {
  const { on } = when;
  switch (fact.kind) {
    case 'correctionAsked':
      return ask(state, fact, when);
    case 'corrected':
      return correct(state, fact, when);
    case 'signed':
      return sign(state, fact, when);
    case 'accepted':
      return {
        ...state,
        status: 'accepted',
        acceptance: { on, deemed: false, recorded: true },
      };
    case 'deemedAccepted':
      return deemAccepted(state, true);
    case 'notAccepted':
      return { ...state, status: 'notAccepted', decidedOn: on };
    case 'paused':
      return { ...state, status: 'paused', pauses: [...state.pauses, { from: on, why: fact.reason }] };
    case 'resumed':
      return resume(state, on);
    case 'extended':
      return { ...state, extension: state.extension + fact.days };
    case 'reviewed':
      return review(state, fact);
    case 'correctionLapsed':
      return lapse(state);
  }
}

function applyOther(
  state: CaseState,
  fact: Exclude<Later, { kind: HandlingKind }>,
  { on, seq }: When,
): CaseState {
  switch (fact.kind) {
    case 'decided':
      return { ...state, status: 'decided', outcome: fact.outcome, decidedOn: on };
    case 'delivered':
      return { ...state, status: 'delivered', delivery: { on, method: fact.method } };
    case 'withdrawn':
      return { ...closePauses(state, on), status: 'withdrawn', withdrawnBy: 'applicant' };
    case 'urged':
      return { ...state, urgedOn: on };
    case 'complained':
      return { ...state, complaints: [...state.complaints, { seq, answered: false }] };
    case 'complaintAnswered':
      return answered(state, fact.complaint);
    case 'rated':
      return { ...state, rating: fact.rating };
    case 'ratingAnswered':
      return { ...state, ratingAnswered: true };
    case 'calendarRevised':
      return state;
  }
}

const OTHER = {
  decided: true,
  delivered: true,
  withdrawn: true,
  urged: true,
  complained: true,
  complaintAnswered: true,
  rated: true,
  ratingAnswered: true,
  calendarRevised: true,
} as const satisfies Readonly<Record<Exclude<Later['kind'], HandlingKind>, true>>;

const isOther = (fact: Later): fact is Exclude<Later, { kind: HandlingKind }> => fact.kind in OTHER;
const isHandling = (fact: Later): fact is FactOf<HandlingKind> => !isOther(fact);

function apply(state: CaseState, fact: Later, when: When): CaseState {
  if (isOther(fact)) return applyOther(state, fact, when);
  return isHandling(fact) ? applyHandling(state, fact, when) : state;
}

const isSubmitted = (fact: CaseFact): fact is Submitted => fact.kind === 'submitted';

/** The events in order, the first one being the submission; anything else is a bug and throws. */
export function fold(events: readonly CaseEvent[], calendar: Calendar): CaseState {
  let state: CaseState | undefined;
  for (const { seq, at, fact, promise } of events) {
    const when = { on: shanghaiMoment(at).date, seq, calendar };
    if (seq !== (state?.version ?? 0) + 1) throw new Error(`event ${seq} is out of order`);
    const told = promise ? { promise } : {};
    if (isSubmitted(fact)) {
      if (state) throw new Error('a case is submitted once');
      state = { ...start(fact, when), ...told };
    } else {
      if (!state) throw new Error('a case begins with its submission');
      state = { ...apply(advance(state, when.on, calendar), fact, when), version: seq, ...told };
    }
  }
  if (!state) throw new Error('a case has at least one event');
  return state;
}
