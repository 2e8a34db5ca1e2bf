/** The next thing that happens to a case. */
import type { Transaction } from 'kysely';
import { admit, type CaseFault } from '@/domain/case/admit';
import { derive, type CaseView } from '@/domain/case/derive';
import type { Actor, CaseEvent, CaseFact } from '@/domain/case/event';
import { err, ok, type Result } from '@/domain/shared/result';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import type { Json } from '../crypto/canonical';
import type { CaseAnswersTable, CasesTable, Database } from '../db/schema';
import { toAnswersRow } from './answers';
import { toEventRow } from './event-rows';
import { project } from './project';
import { findCase, viewAt, type StoredCase } from './read';
import type { Store } from './store';
import { messageOf, stepAudit, writeStep, type Step } from './write';

export interface Append {
  readonly caseId: string;
  /** Given for applicants: somebody else's case is not found. */
  readonly owner?: string;
  readonly actor: Actor;
  readonly fact: CaseFact;
  /** The version that the sender saw. */
  readonly expected: number;
  /** Made once by the sender; the same command again is answered as the first time. */
  readonly command?: string;
  /** With `corrected`: the whole new answers, already found valid. */
  readonly answers?: { readonly formVersion: number; readonly value: Json };
  /** Done in the same transaction; `false` undoes it all, as if someone had been quicker. */
  readonly within?: (tx: Transaction<Database>) => Promise<boolean>;
}

export interface Appended {
  readonly version: number;
  readonly view: CaseView;
}

export type AppendFault =
  | { readonly code: 'notFound' }
  /** Someone was quicker: `view` is the case as it is now. */
  | { readonly code: 'stale'; readonly view: CaseView }
  | { readonly code: CaseFault };

/** What happened before: these are told to the owner; the owner's own doings are not. */
const isNews = ({ actor }: CaseEvent): boolean => actor.role !== 'applicant';

/** The event, with the date that the person is told when it set or moved one. */
function eventOf(store: Store, { events, row }: StoredCase, { actor, fact }: Append, at: number): CaseEvent {
  const event: CaseEvent = { seq: row.version + 1, at, actor, fact };
  const { newPromise } = derive([...events, event], shanghaiMoment(at).date, store.calendar);
  return newPromise ? { ...event, promise: newPromise } : event;
}

function answersOf({ keys }: Store, append: Append, at: number): CaseAnswersTable | undefined {
  const { fact, answers, caseId } = append;
  if (fact.kind !== 'corrected') return undefined;
  if (!answers) throw new Error('a correction brings the answers');
  return toAnswersRow(keys, {
    caseId,
    version: fact.answers,
    formVersion: answers.formVersion,
    answers: answers.value,
    at,
  });
}

function stepOf(store: Store, stored: StoredCase, append: Append, event: CaseEvent): Step {
  const { row, events } = stored;
  const eventRow = toEventRow(store.keys, row.id, event, append.command);
  const answers = answersOf(store, append, event.at);
  return {
    event: eventRow,
    audit: stepAudit(eventRow, { answers }, event.actor, row.chain_head),
    ...(answers ? { answers } : {}),
    projection: project(row, [...events, event], store.calendar),
    messages: isNews(event) ? [messageOf(row.id, row.owner, event)] : [],
  };
}

/** Rolls back a step whose other half could not be done. */
class Overtaken extends Error {}

/** Whether the case was moved on from exactly the version that was read; of two at once, one is. */
const write = (
  { db }: Store,
  { id, version }: CasesTable,
  step: Step,
  within: Append['within'],
): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const moved = await tx
      .updateTable('cases')
      .set({ version: step.event.seq, chain_head: step.audit.hash })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    if (moved.numUpdatedRows !== 1n) return false;
    if (within && !(await within(tx))) throw new Overtaken();
    await writeStep(tx, step);
    return true;
  });

/** What an earlier sending of the same command came to. */
function answered(store: Store, stored: StoredCase, { command }: Append, at: number): Appended | undefined {
  const version = command === undefined ? undefined : stored.commands.get(command);
  return version === undefined ? undefined : { version, view: viewAt(store, stored, at) };
}

async function afterLosing(store: Store, append: Append, at: number): Promise<Result<Appended, AppendFault>> {
  const stored = await findCase(store, append.caseId, append.owner);
  if (!stored) return err({ code: 'notFound' });
  const before = answered(store, stored, append, at);
  return before ? ok(before) : err({ code: 'stale', view: viewAt(store, stored, at) });
}

/** `at`: the instant, in ms; never before the case's last event. */
export async function append(store: Store, what: Append, at: number): Promise<Result<Appended, AppendFault>> {
  const stored = await findCase(store, what.caseId, what.owner);
  if (!stored) return err({ code: 'notFound' });
  const before = answered(store, stored, what, at);
  if (before) return ok(before);
  // A clock that was set back must not make events that come before those they follow.
  const when = Math.max(at, stored.events.at(-1)?.at ?? at);
  const view = viewAt(store, stored, when);
  if (stored.row.version !== what.expected) return err({ code: 'stale', view });
  const admitted = admit(view, what.actor.role, what.fact, shanghaiMoment(when).date);
  if (!admitted.ok) return err({ code: admitted.error });
  const event = eventOf(store, stored, what, when);
  const written = await write(store, stored.row, stepOf(store, stored, what, event), what.within).catch(
    (error: unknown) => {
      if (error instanceof Overtaken) return false;
      throw error;
    },
  );
  if (!written) return afterLosing(store, what, when);
  return ok({
    version: event.seq,
    view: derive([...stored.events, event], shanghaiMoment(when).date, store.calendar),
  });
}
