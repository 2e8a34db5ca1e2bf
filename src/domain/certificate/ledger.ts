/** The events added up: what was done, with no view of today in it. It takes any order; guards are in permit.ts. */
import type { CivilDate } from '../shared/civil-date';
import type { MainState } from './actions';
import type {
  Action,
  Certificate,
  CertificateEvent,
  CourierStep,
  EventOf,
  Finding,
  OutcomeKind,
  RatingLevel,
  Scope,
} from './events';
import type { Question, Wait } from './pauses';

/** `review` is what jointReview, clarifying and aggregating have in common: which of them depends on the board. */
export type Stage = Exclude<MainState, 'draft' | 'jointReview' | 'clarifying' | 'aggregating'> | 'review';

export interface Task {
  readonly department: string;
  /** Who does it: another department after a reassignment. */
  holder: string;
  startedOn: CivilDate;
  stage: 'assigned' | 'reviewing' | 'clarified' | 'recused' | 'excluded';
  findings: Map<string, Finding>;
  /** The day of its last finding. */
  foundOn?: CivilDate;
  urged: number;
}

export interface IssuedCertificate extends Certificate {
  readonly issuedOn: CivilDate;
  readonly status: 'valid' | 'replaced' | 'revoked';
}

export interface Complaint {
  /** Which of the case's complaints, from 1. */
  readonly number: number;
  readonly on: CivilDate;
  readonly text: string;
  readonly answer?: { readonly on: CivilDate; readonly text: string };
}

export interface Ledger {
  scope: Scope;
  stage: Stage;
  lastOn: CivilDate;
  corrections: number;
  acceptedOn?: CivilDate;
  tasks: Map<string, Task>;
  questions: Question[];
  waits: Wait[];
  extensions: { readonly on: CivilDate; readonly days: number; readonly reason: string }[];
  /** The day of the decision or the withdrawal: the review, its clocks and limits end. */
  endedOn?: CivilDate;
  decided?: OutcomeKind;
  certificates: IssuedCertificate[];
  courier?: CourierStep;
  returns: number;
  rating?: RatingLevel;
  complaints: readonly Complaint[];
}

type Handlers = { readonly [K in Action]: (ledger: Ledger, event: EventOf<K>) => void };

function updateTask(ledger: Ledger, department: string, change: (task: Task) => void): void {
  const task = ledger.tasks.get(department);
  if (task) change(task);
}

const setStatus = (ledger: Ledger, status: 'replaced' | 'revoked'): void => {
  ledger.certificates = ledger.certificates.map((one) => (one.status === 'valid' ? { ...one, status } : one));
};

const restart = (task: Task, stage: 'assigned' | 'reviewing', on: CivilDate): void => {
  task.stage = stage;
  task.startedOn = on;
  task.findings = new Map();
  delete task.foundOn;
};

const COURIER_STAGE: Readonly<Record<CourierStep, Stage>> = {
  ordered: 'delivering',
  picked: 'delivering',
  inTransit: 'delivering',
  delivered: 'delivered',
  returned: 'delivering',
};

const HANDLERS: Handlers = {
  submitted: (ledger, { scope }) => {
    ledger.scope = scope;
    ledger.stage = 'submitted';
  },
  correctionAsked: (ledger) => {
    ledger.stage = 'correction';
    ledger.corrections += 1;
  },
  corrected: (ledger, { scope }) => {
    ledger.scope = scope;
    ledger.stage = 'submitted';
  },
  rejected: (ledger) => {
    ledger.stage = 'rejected';
  },
  accepted: (ledger, { on }) => {
    ledger.stage = 'accepted';
    ledger.acceptedOn = on;
  },
  dispatched: (ledger, { on }) => {
    ledger.stage = 'review';
    for (const department of ledger.scope.departments) {
      ledger.tasks.set(department, {
        department,
        holder: department,
        startedOn: on,
        stage: 'assigned',
        findings: new Map(),
        urged: 0,
      });
    }
  },
  taken: (ledger, { department }) =>
    updateTask(ledger, department, (task) => {
      task.stage = 'reviewing';
    }),
  found: (ledger, { department, entity, finding, on }) =>
    updateTask(ledger, department, (task) => {
      task.findings.set(entity, finding);
      task.foundOn = on;
    }),
  asked: (ledger, { department, question, text, on }) => {
    ledger.questions.push({ id: question, department, text, askedOn: on });
  },
  answered: (ledger, { department, question, on }) => {
    ledger.questions = ledger.questions.map((one) =>
      one.id === question ? { ...one, answeredOn: on } : one,
    );
    updateTask(ledger, department, (task) => {
      task.stage = 'clarified';
    });
  },
  recused: (ledger, { department }) =>
    updateTask(ledger, department, (task) => {
      task.stage = 'recused';
    }),
  reassigned: (ledger, { department, to, on }) =>
    updateTask(ledger, department, (task) => {
      task.holder = to;
      restart(task, 'assigned', on);
    }),
  ruled: (ledger, { department, ruling, on }) =>
    updateTask(ledger, department, (task) => {
      if (ruling === 'excluded') task.stage = 'excluded';
      else restart(task, 'reviewing', on);
    }),
  externalWait: (ledger, { department, reason, on }) => {
    ledger.waits.push({ department, reason, from: on });
  },
  externalReplied: (ledger, { department, on }) => {
    ledger.waits = ledger.waits.map((wait) =>
      wait.department === department && wait.repliedOn === undefined ? { ...wait, repliedOn: on } : wait,
    );
    updateTask(ledger, department, (task) => {
      task.stage = 'reviewing';
    });
  },
  reopened: (ledger, { department, on }) =>
    updateTask(ledger, department, (task) => restart(task, 'reviewing', on)),
  urged: (ledger, { department }) =>
    updateTask(ledger, department, (task) => {
      task.urged += 1;
    }),
  extended: (ledger, { on, days, reason }) => {
    ledger.extensions.push({ on, days, reason });
  },
  aggregated: (ledger) => {
    ledger.stage = 'deciding';
  },
  decided: (ledger, { on, outcome, certificate }) => {
    ledger.stage = outcome;
    ledger.decided = outcome;
    ledger.endedOn = on;
    if (certificate) ledger.certificates.push({ ...certificate, issuedOn: on, status: 'valid' });
  },
  withdrawn: (ledger, { on }) => {
    ledger.stage = 'withdrawn';
    ledger.endedOn = on;
  },
  courier: (ledger, { step }) => {
    ledger.courier = step;
    ledger.stage = COURIER_STAGE[step];
    if (step === 'returned') ledger.returns += 1;
  },
  handedOver: (ledger) => {
    ledger.stage = 'delivered';
  },
  replaced: (ledger, { on, certificate }) => {
    setStatus(ledger, 'replaced');
    ledger.certificates.push({ ...certificate, issuedOn: on, status: 'valid' });
    ledger.stage = 'reissued';
    // The new one goes out afresh.
    delete ledger.courier;
    ledger.returns = 0;
  },
  revoked: (ledger) => {
    setStatus(ledger, 'revoked');
    ledger.stage = 'revoked';
  },
  rated: (ledger, { level }) => {
    ledger.rating = level;
    ledger.stage = 'closed';
  },
  closed: (ledger) => {
    ledger.stage = 'closed';
  },
  complained: (ledger, { on, text }) => {
    ledger.complaints = [...ledger.complaints, { number: ledger.complaints.length + 1, on, text }];
  },
  complaintAnswered: (ledger, { complaint, on, text }) => {
    ledger.complaints = ledger.complaints.map((one) =>
      one.number === complaint ? { ...one, answer: { on, text } } : one,
    );
  },
};

function record<K extends Action>(ledger: Ledger, event: EventOf<K>): void {
  HANDLERS[event.kind](ledger, event);
  ledger.lastOn = event.on;
}

/** `undefined` when nothing was submitted. */
export function addUp(events: readonly CertificateEvent[]): Ledger | undefined {
  const [first] = events;
  if (first?.kind !== 'submitted') return undefined;
  const ledger: Ledger = {
    scope: first.scope,
    stage: 'submitted',
    lastOn: first.on,
    corrections: 0,
    tasks: new Map(),
    questions: [],
    waits: [],
    extensions: [],
    certificates: [],
    returns: 0,
    complaints: [],
  };
  for (const event of events) record(ledger, event);
  return ledger;
}
