/** The next thing that happens to an entitlement, or to all of a list. */
import type { Actor } from '@/domain/case/event';
import { admit, type EntitlementFault } from '@/domain/matching/admit';
import { derive } from '@/domain/matching/derive';
import type { EntitlementEvent, EntitlementFact } from '@/domain/matching/event';
import type { EntitlementStatus, EntitlementView } from '@/domain/matching/state';
import { err, ok, type Result } from '@/domain/shared/result';
import type { Store } from '../cases/store';
import { dayOf, findEntitlement, FIRST_ID, pageOf, viewAt, type StoredEntitlement } from './entitlements';
import { toEventRow } from './event-rows';
import { project, writeSteps, type Step } from './steps';

type Engine = Pick<Store, 'db' | 'keys'>;

export interface Happening {
  readonly actor: Actor;
  readonly fact: EntitlementFact;
  readonly command?: string;
}

export type AppendFault = 'notFound' | 'stale' | EntitlementFault;

/** A clock that was set back must not make events that come before those they follow. */
const momentFor = ({ events }: StoredEntitlement, at: number): number =>
  Math.max(at, events.at(-1)?.at ?? at);

function stepOf(
  { keys }: Engine,
  stored: StoredEntitlement,
  { actor, fact, command }: Happening,
  now: number,
): Result<Step, EntitlementFault> {
  const at = momentFor(stored, now);
  const admitted = admit(viewAt(stored, at), actor.role, fact, dayOf(at));
  if (!admitted.ok) return admitted;
  const event: EntitlementEvent = { seq: stored.row.version + 1, at, actor, fact };
  const view = derive([...stored.events, event], dayOf(at));
  return ok({
    row: project(stored.row, view, at),
    event: toEventRow(keys, stored.row.id, event, command),
    happened: event,
  });
}

export interface Append extends Happening {
  readonly id: string;
  /** Given for residents: somebody else's is not found. */
  readonly holder?: string;
  /** The version that the sender saw. */
  readonly expected: number;
}

/** `at`: the instant, in ms. The same command again is answered as the first time. */
export async function append(
  engine: Engine,
  { id, holder, expected, ...happening }: Append,
  at: number,
): Promise<Result<StoredEntitlement, AppendFault>> {
  const stored = await findEntitlement(engine, id, holder);
  if (!stored) return err('notFound');
  const { command } = happening;
  if (command !== undefined && stored.commands.has(command)) return ok(stored);
  if (stored.row.version !== expected) return err('stale');
  const step = stepOf(engine, stored, happening, at);
  if (!step.ok) return step;
  const moved = await engine.db.transaction().execute((tx) => writeSteps(tx, [step.value]));
  if (!moved.has(id)) return err('stale');
  const now = await findEntitlement(engine, id, holder);
  return now ? ok(now) : err('notFound');
}

/** Those that the rules of the domain allow; returns how many went on. */
export async function appendAll(
  engine: Engine,
  all: readonly StoredEntitlement[],
  happeningFor: (view: EntitlementView) => Happening | undefined,
  at: number,
): Promise<number> {
  const steps = all.flatMap((stored) => {
    const happening = happeningFor(viewAt(stored, at));
    const step = happening && stepOf(engine, stored, happening, at);
    return step?.ok ? [step.value] : [];
  });
  if (steps.length === 0) return 0;
  const moved = await engine.db.transaction().execute((tx) => writeSteps(tx, steps));
  return moved.size;
}

const BATCH = 500;

/** The whole list of a policy that is in one state; what does not go on stays, and is not tried again. */
export async function appendToList(
  engine: Engine,
  policy: string,
  status: EntitlementStatus,
  happeningFor: (view: EntitlementView) => Happening | undefined,
  at: number,
): Promise<number> {
  let moved = 0;
  for (let after = FIRST_ID; ;) {
    const page = await pageOf(engine, policy, status, { after, limit: BATCH });
    moved += await appendAll(engine, page, happeningFor, at);
    const last = page.at(-1);
    if (!last || page.length < BATCH) return moved;
    after = last.row.id;
  }
}
