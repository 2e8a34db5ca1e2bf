/** A certificate's case as whoever may act for the company is shown it. */
import type { CertificateDetail } from '@/contract/certificate';
import { actionsFor } from '@/domain/certificate/actions';
import type { CertificateEvent } from '@/domain/certificate/events';
import { hasLapsed, type Question } from '@/domain/certificate/pauses';
import { renewalPeriod } from '@/domain/certificate/renewal';
import { readyParts, type CertificateState } from '@/domain/certificate/state';
import { formatDate, type CivilDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import type { Store } from '../cases/store';
import { latestContent } from '../certificate/content';
import { parcelIn } from '../certificate/desk';
import { filesOf, pick, type Files } from '../certificate/files';
import { stateAt, type StoredCertificate } from '../certificate/find';
import { papersOf, type KeptPaper } from '../certificate/paper';
import { reference } from '../certificate/rules';
import type { StoredEvent } from '../certificate/stored';
import { toClock, toColumn, toEntityCounts } from './certificate-clock';
import { toUploaded } from './files';

/** In words of the office that the company may read; findings are shown by cell, not in the log. */
function noteOf(event: CertificateEvent): string | null {
  switch (event.kind) {
    case 'rejected':
    case 'recused':
    case 'ruled':
    case 'externalWait':
    case 'extended':
    case 'replaced':
    case 'revoked':
      return event.reason;
    case 'correctionAsked':
      return event.items.join('；');
    case 'asked':
    case 'complained':
    case 'complaintAnswered':
      return event.text;
    case 'decided':
      return event.reason ?? null;
    case 'courier':
      return event.step;
    default:
      return null;
  }
}

const toLog = ({ seq, at, event }: StoredEvent): CertificateDetail['log'][number] => ({
  seq,
  at,
  on: formatDate(event.on),
  action: event.kind,
  by: event.by.role,
  department: 'department' in event ? event.department : (event.by.department ?? null),
  note: noteOf(event),
});

/** Why a department waits or gave the task back. */
const reasonFor = (events: readonly StoredEvent[], department: string): string | undefined => {
  const last = events.filter(({ event }) => 'department' in event && event.department === department).at(-1);
  return (last && noteOf(last.event)) ?? undefined;
};

function toQuestion(
  { events }: StoredCertificate,
  state: CertificateState,
  files: Files,
  question: Question,
  today: CivilDate,
): CertificateDetail['questions'][number] {
  const { id, department, text, askedOn, answeredOn } = question;
  const open = state.open.find((one) => one.id === id);
  const answer = events.find(({ event }) => event.kind === 'answered' && event.question === id);
  const lapsed = hasLapsed(question, state.pauseUse, today);
  return {
    id,
    department,
    text,
    askedOn: formatDate(askedOn),
    answerBy: open ? formatDate(open.answerBy) : null,
    state: answeredOn ? 'answered' : lapsed || !open ? 'lapsed' : 'open',
    answer: answer
      ? {
          text: answer.more.text ?? '',
          on: formatDate(answer.event.on),
          files: pick(files, answer.more.files ?? []).map(toUploaded),
        }
      : null,
  };
}

function toOutcome({ outcome, decided }: CertificateState, events: readonly StoredEvent[]) {
  if (!outcome || !decided) return null;
  const decision = events.find(({ event }) => event.kind === 'decided')?.event;
  const named = 'included' in outcome ? outcome : { included: [], annexed: [], excluded: [] };
  return {
    kind: outcome.kind,
    reason: (decision && noteOf(decision)) ?? null,
    included: [...named.included],
    annexed: [...named.annexed],
    excluded: [...named.excluded],
    withheld: 'withheld' in outcome ? outcome.withheld.map((one) => ({ ...one })) : [],
  };
}

const toPapers = ({ certificates }: CertificateState, papers: ReadonlyMap<string, KeptPaper>) =>
  certificates.map(({ number, code, issuedOn, status, fileHash }) => ({
    number,
    code,
    issuedOn: formatDate(issuedOn),
    status,
    fileHash,
    payload: papers.get(number)?.payload ?? '',
  }));

function toCourier({ scope, courier, returns }: CertificateState, events: readonly StoredEvent[]) {
  if (scope.delivery !== 'courier') return null;
  const parcel = parcelIn(events);
  return {
    step: courier ?? null,
    tracking: parcel?.tracking ?? null,
    company: parcel?.company ?? null,
    returns,
    collectionOnly: returns >= reference.parameters.returnsBeforeCollection,
  };
}

const lastWords = (events: readonly StoredEvent[]) => {
  const asked = events.map(({ event }) => event).filter((event) => event.kind === 'correctionAsked');
  return asked.at(-1)?.items ?? [];
};

export async function toCertificateDetail(
  store: Store,
  stored: StoredCertificate,
  at: number,
): Promise<CertificateDetail> {
  const { row, events } = stored;
  const today = shanghaiMoment(at).date;
  const state = stateAt(store, events, at);
  const { draft, queryCode } = await latestContent(store, row.id);
  const files = await filesOf(store, row.id);
  const renewal = renewalPeriod(state, today);
  const rejected = events.find(({ event }) => event.kind === 'rejected')?.event;
  return {
    number: row.receipt,
    queryCode,
    version: row.version,
    main: state.main,
    submittedOn: formatDate(events[0]?.event.on ?? today),
    draft,
    files: pick(
      files,
      draft.materials.flatMap(({ files: ids }) => ids),
    ).map(toUploaded),
    corrections: state.main === 'correction' ? [...lastWords(events)] : [],
    refusal: rejected ? noteOf(rejected) : null,
    clock: toClock(state.clock),
    milestones: state.milestones.map(({ id, due }) => ({ id, due: formatDate(due) })),
    board: state.board.map((column) => toColumn(column, reasonFor(events, column.department))),
    entities: state.scope.entities.flatMap(({ creditCode }) => toEntityCounts(state, creditCode) ?? []),
    questions: state.questions.map((one) => toQuestion(stored, state, files, one, today)),
    parts: [...readyParts(state)],
    outcome: toOutcome(state, events),
    papers: toPapers(state, await papersOf(store, row.id)),
    courier: toCourier(state, events),
    extensions: state.extensions.map(({ on, days, reason }) => ({ on: formatDate(on), days, reason })),
    log: events.map(toLog),
    allowed: [...actionsFor(state.main, 'enterprise')],
    rating: state.rating ?? null,
    renewal: renewal.ok
      ? { start: formatDate(renewal.value.start), end: formatDate(renewal.value.end) }
      : null,
  };
}
