/** The next things that happen to a case: judged and written under the lock of its row, so that of two at once one is later. */
import type { Transaction } from 'kysely';
import type { Action, Actor, CertificateEvent, EventOf, Payloads } from '@/domain/certificate/events';
import { append } from '@/domain/certificate/permit';
import type { RefusalCode } from '@/domain/certificate/refusal';
import { derive, type CertificateState } from '@/domain/certificate/state';
import type { CivilDate } from '@/domain/shared/civil-date';
import { err, ok, type Result } from '@/domain/shared/result';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import type { Store } from '../cases/store';
import type { CertificateContentsTable } from '../db/certificate-schema';
import type { Database } from '../db/schema';
import { latestContentIn, toContentRow, type Content } from './content';
import { eventsOf, type StoredCertificate } from './find';
import { isNoticed, messagesOf } from './messages';
import { project } from './project';
import { rulesOf } from './rules';
import { toEventRow, type More, type StoredEvent } from './stored';
import { stepAudit, writeStep } from './write';

export type Body = { [K in Action]: { readonly kind: K } & Payloads[K] }[Action];

export interface Doing {
  readonly by: Actor;
  /** Id of the person or member of staff, `system` otherwise. */
  readonly actorId: string;
  readonly body: Body;
  readonly more?: More;
}

/** The case as it is when its row is held. */
export interface Held {
  readonly stored: StoredCertificate;
  readonly state: CertificateState;
  readonly on: CivilDate;
}

export type ActFault =
  | { readonly code: 'notFound' }
  | { readonly code: 'stale'; readonly version: number }
  | { readonly code: 'refused'; readonly refusal: RefusalCode };

export interface Deed {
  readonly caseId: string;
  /** Made once by the sender; the same command again is answered as done. */
  readonly command?: string;
  /** What is done, once it is known how things stand. */
  readonly plan: (held: Held) => Result<readonly Doing[], ActFault>;
  /** With `corrected`: the application as it is now. */
  readonly corrected?: Pick<Content, 'draft' | 'application'>;
  /** Written in the same transaction. */
  readonly also?: (tx: Transaction<Database>) => Promise<void>;
}

const eventOf = ({ body, by }: Doing, on: CivilDate): CertificateEvent => {
  const event: EventOf<Action> = { ...body, on, by };
  return event;
};

/** The events, each allowed after the ones before it. */
function allowed(
  store: Store,
  { stored, on }: Held,
  doings: readonly Doing[],
  at: number,
): Result<readonly StoredEvent[], ActFault> {
  let events = stored.events.map(({ event }) => event);
  const added: StoredEvent[] = [];
  for (const doing of doings) {
    const event = eventOf(doing, on);
    const next = append(events, event, rulesOf(store));
    if (!next.ok) return err({ code: 'refused', refusal: next.error });
    events = [...next.value];
    const seq = events.length;
    added.push({ seq, at, actorId: doing.actorId, event, more: doing.more ?? {} });
  }
  return ok(added);
}

/** The corrected application, and how many intermediaries are told: read only when one of the two matters. */
async function contentFor(
  tx: Transaction<Database>,
  store: Store,
  caseId: string,
  { deed: { corrected }, added, at }: { deed: Deed; added: readonly StoredEvent[]; at: number },
): Promise<{ readonly row?: CertificateContentsTable; readonly intermediaries: number }> {
  if (!corrected && !added.some(({ event }) => isNoticed(event.kind))) return { intermediaries: 0 };
  const { content, version } = await latestContentIn(tx, store, caseId);
  const now = { ...content, ...corrected };
  const intermediaries = now.draft.intermediaries.length;
  if (!corrected) return { intermediaries };
  const row = toContentRow(store.keys, { caseId, version: version + 1, content: now, at });
  return { row, intermediaries };
}

const paperIn = ({ event }: StoredEvent) =>
  'certificate' in event && event.certificate
    ? { number: event.certificate.number, file: event.certificate.fileHash }
    : undefined;

async function write(
  tx: Transaction<Database>,
  store: Store,
  { held, deed, added, at }: { held: Held; deed: Deed; added: readonly StoredEvent[]; at: number },
): Promise<CertificateState> {
  const { row, events } = held.stored;
  const { row: content, intermediaries } = await contentFor(tx, store, row.id, { deed, added, at });
  const rows = added.map((one, i) => toEventRow(store.keys, row.id, one, i === 0 ? deed.command : undefined));
  let head = row.chain_head;
  const audit = rows.map((event, i) => {
    const one = added[i];
    const entry = stepAudit(
      event,
      { content: i === 0 ? content : undefined, paper: one && paperIn(one) },
      head,
    );
    head = entry.hash;
    return entry;
  });
  const all = [...events, ...added];
  const state = derive(
    all.map(({ event }) => event),
    held.on,
    rulesOf(store),
  );
  if (!state) throw new Error('a case has at least one event');
  const tasks = await tx.selectFrom('certificate_tasks').selectAll().where('case_id', '=', row.id).execute();
  await tx
    .updateTable('certificate_cases')
    .set({ version: all.length, chain_head: head })
    .where('id', '=', row.id)
    .execute();
  await writeStep(
    tx,
    {
      events: rows,
      audit,
      ...(content ? { content } : {}),
      projection: project(store.keys, row, all, { state, on: held.on }),
      messages: added.flatMap((one) => messagesOf(row, one, intermediaries)),
    },
    tasks,
  );
  await deed.also?.(tx);
  return state;
}

/** The row is locked until the transaction ends: whoever comes at the same instant waits and sees what was written. */
export async function hold(
  tx: Transaction<Database>,
  store: Store,
  caseId: string,
  at: number,
): Promise<(Held & { readonly at: number }) | undefined> {
  const row = await tx
    .selectFrom('certificate_cases')
    .selectAll()
    .where('id', '=', caseId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const stored = await eventsOf(tx, store, row);
  // A clock that was set back must not make events that come before those they follow.
  const when = Math.max(at, stored.events.at(-1)?.at ?? at);
  const on = shanghaiMoment(when).date;
  const state = derive(
    stored.events.map(({ event }) => event),
    on,
    rulesOf(store),
  );
  return state && { stored, state, on, at: when };
}

export interface Acted {
  readonly version: number;
  readonly state: CertificateState;
  readonly events: readonly StoredEvent[];
}

/** `at`: the instant, in ms. All of what was planned is done, or nothing. */
export const act = (store: Store, deed: Deed, at: number): Promise<Result<Acted, ActFault>> =>
  store.db.transaction().execute(async (tx): Promise<Result<Acted, ActFault>> => {
    const held = await hold(tx, store, deed.caseId, at);
    if (!held) return err({ code: 'notFound' });
    const { stored, state } = held;
    const unchanged = { version: stored.row.version, state, events: stored.events };
    if (deed.command !== undefined && stored.commands.has(deed.command)) return ok(unchanged);
    const plan = deed.plan(held);
    if (!plan.ok) return plan;
    const added = allowed(store, held, plan.value, held.at);
    if (!added.ok) return added;
    if (added.value.length === 0) return ok(unchanged);
    const written = await write(tx, store, { held, deed, added: added.value, at: held.at });
    const events = [...stored.events, ...added.value];
    return ok({ version: events.length, state: written, events });
  });
