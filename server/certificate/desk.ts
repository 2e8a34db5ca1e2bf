/** Whole cases, for the window, the coordinator, 督办 and 审计: the board of open ones, and one with everything in it. */
import { actionsFor, MAIN_STATES, type MainState } from '@/domain/certificate/actions';
import type { Delivery } from '@/domain/certificate/draft';
import type { Store } from '../cases/store';
import type { Staff } from '../staff/accounts';
import { deskRoles, mayReadAll } from './access';
import { latestContent } from './content';
import { queueCursor, readQueueCursor } from './cursor';
import type { Answer, BoardRow, CaseFile, Page } from './desk-types';
import { filesOf, materialsIn, pick, type Files } from './files';
import { findByNumber, stateAt, type StoredCertificate } from './find';
import type { Parcel } from './port';
import { openTitle } from './project';
import type { StoredEvent } from './stored';

const isMain = (text: string): text is MainState => text in MAIN_STATES;

export interface BoardPage {
  readonly cases: readonly BoardRow[];
  readonly next: string | undefined;
}

/** Open cases, what is due first comes first; as of the last event or sweep. */
export async function coordinatorBoard({ db, keys }: Store, { after, limit }: Page): Promise<BoardPage> {
  const from = after === undefined ? undefined : readQueueCursor(after);
  const open = db.selectFrom('certificate_states').selectAll().where('is_open', '=', true);
  const page = from
    ? open.where((is) => is(is.refTuple('due', 'case_id'), '>', is.tuple(from.due, from.caseId)))
    : open;
  const rows = await page
    .orderBy('due')
    .orderBy('case_id')
    .limit(limit + 1)
    .execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    cases: rows.slice(0, limit).map((row) => ({
      number: row.receipt,
      companyName: openTitle(keys, row).companyName,
      purpose: row.purpose,
      main: isMain(row.main) ? row.main : 'submitted',
      submittedOn: row.submitted_on,
      due: row.due,
      departments: row.departments,
      returned: row.returned,
      overdue: row.overdue,
      toAnswer: row.to_answer,
      paused: row.paused,
      escalated: row.escalated,
    })),
    next: last && queueCursor({ due: last.due, caseId: last.case_id, department: '' }),
  };
}

export interface ComplaintRow {
  readonly number: string;
  readonly at: number;
}

/** Cases with a complaint that nobody has answered, the longest untouched first. */
export async function complainedOf({ db }: Store, limit: number): Promise<readonly ComplaintRow[]> {
  const rows = await db
    .selectFrom('certificate_states')
    .select(['receipt', 'updated_at'])
    .where('complaint_open', '=', true)
    .orderBy('updated_at')
    .orderBy('case_id')
    .limit(limit)
    .execute();
  return rows.map(({ receipt, updated_at }) => ({ number: receipt, at: updated_at }));
}

const answersIn = (events: readonly StoredEvent[], files: Files): ReadonlyMap<string, Answer> =>
  new Map(
    events.flatMap(({ event, more }) =>
      event.kind === 'answered'
        ? [[event.question, { text: more.text ?? '', files: pick(files, more.files ?? []) }] as const]
        : [],
    ),
  );

const ordersIn = (events: readonly StoredEvent[]): readonly StoredEvent[] =>
  events.filter(({ event }) => event.kind === 'courier' && event.step === 'ordered');

/** The parcel that is on its way, or was the last. */
export function parcelIn(events: readonly StoredEvent[]): CaseFile['courier'] {
  const more = ordersIn(events).at(-1)?.more;
  return more?.tracking === undefined ? undefined : { company: more.company ?? '', tracking: more.tracking };
}

/** The parcel that would go out now: the address goes to the courier and nowhere else. */
export const nextParcel = (
  { row, events }: Pick<StoredCertificate, 'row' | 'events'>,
  { recipient, mobile, address }: Extract<Delivery, { kind: 'courier' }>,
): Parcel => ({
  reference: row.receipt,
  attempt: ordersIn(events).length + 1,
  recipient,
  mobile,
  address,
});

/** `undefined`: no such case, or not for this person. */
export async function findCaseFile(
  store: Store,
  staff: Staff,
  number: string,
  at: number,
): Promise<CaseFile | undefined> {
  if (!mayReadAll(staff)) return undefined;
  const stored = await findByNumber(store, number);
  if (!stored) return undefined;
  const { row, events } = stored;
  const state = stateAt(store, events, at);
  const { draft, application } = await latestContent(store, row.id);
  const files = await filesOf(store, row.id);
  const courier = parcelIn(events);
  return {
    number: row.receipt,
    version: row.version,
    state,
    application,
    contact: draft.contact,
    intermediaries: draft.intermediaries,
    materials: materialsIn(draft, files),
    answers: answersIn(events, files),
    ...(courier ? { courier } : {}),
    log: events.map(({ seq, at: when, event, actorId: actor }) => ({ seq, at: when, event, actor })),
    allowed: [...new Set(deskRoles(staff).flatMap((role) => actionsFor(state.main, role)))],
  };
}
