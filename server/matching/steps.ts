/** What happens to entitlements, written: events, projections, audit entries and messages, one or hundreds in a transaction. */
import { sql, type Transaction } from 'kysely';
import { addDays, dateOf, formatDate } from '@/domain/shared/civil-date';
import type { EntitlementEvent, EntitlementFactKind } from '@/domain/matching/event';
import type { EntitlementView } from '@/domain/matching/state';
import { appendAudits } from '../audit/many';
import { canonical } from '../crypto/canonical';
import type { EntitlementEventsTable, EntitlementsTable } from '../db/matching-schema';
import type { Database } from '../db/schema';
import { newId } from '../ids';

export interface Step {
  readonly row: EntitlementsTable;
  readonly event: EntitlementEventsTable;
  readonly happened: EntitlementEvent;
}

export const entitlementChain = (id: string): string => `entitlement:${id}`;

/** The row after the event, worked out by the domain. */
export function project(
  { id, policy, person, holder }: Pick<EntitlementsTable, 'id' | 'policy' | 'person' | 'holder'>,
  { status, run, cents, notice, version }: EntitlementView,
  at: number,
): EntitlementsTable {
  return {
    id,
    policy,
    person,
    holder,
    status,
    run,
    cents,
    lapses_on: status === 'notice' && notice ? formatDate(addDays(dateOf(notice.until), 1)) : null,
    version,
    updated_at: at,
  };
}

/** What the person is told of; the person's own doings are not news. */
const NEWS: ReadonlySet<EntitlementFactKind> = new Set([
  'noticeEnded',
  'objectionAnswered',
  'paid',
  'accountFailed',
  'stopped',
  'successorAwaited',
]);

export const isNews = ({ happened: { fact, actor }, row }: Step): boolean =>
  NEWS.has(fact.kind) &&
  actor.role !== 'applicant' &&
  // Only where somebody has to do something after it: A and B go on by themselves.
  (fact.kind !== 'noticeEnded' || row.status === 'awaiting');

async function tell(tx: Transaction<Database>, steps: readonly Step[]): Promise<void> {
  const news = steps.filter(isNews);
  if (news.length === 0) return;
  const holders = await tx
    .selectFrom('holders')
    .selectAll()
    .where(
      'holder',
      'in',
      news.map(({ row }) => row.holder),
    )
    .execute();
  const owners = new Map(holders.map(({ holder, owner }) => [holder, owner]));
  const messages = news.flatMap(({ row, event }) => {
    const owner = owners.get(row.holder);
    return owner === undefined ? [] : [messageOf(owner, event)];
  });
  if (messages.length > 0) await tx.insertInto('outbox').values(messages).execute();
}

export const messageOf = (
  owner: string,
  { entitlement, seq, at, kind }: Pick<EntitlementEventsTable, 'entitlement' | 'seq' | 'at' | 'kind'>,
) => ({
  id: newId(at),
  case_id: null,
  recipient: owner,
  topic: `entitlement.${kind}`,
  data: canonical({ entitlement, seq }),
  created_at: at,
  available_at: at,
  done_at: null,
});

async function record(tx: Transaction<Database>, steps: readonly Step[]): Promise<void> {
  await tx
    .insertInto('entitlement_events')
    .values(steps.map(({ event }) => event))
    .execute();
  await appendAudits(
    tx,
    steps.map(({ event: { entitlement, at, kind, digest }, happened: { actor } }) => ({
      chain: entitlementChain(entitlement),
      entry: { at, actor, action: kind, detail: '', digest },
    })),
  );
  await tell(tx, steps);
}

/** Those that are not there yet; returns how many were new. */
export async function writeNew(tx: Transaction<Database>, steps: readonly Step[]): Promise<number> {
  if (steps.length === 0) return 0;
  const made = await tx
    .insertInto('entitlements')
    .values(steps.map(({ row }) => row))
    .onConflict((conflict) => conflict.columns(['policy', 'person']).doNothing())
    .returning('id')
    .execute();
  const ids = new Set(made.map(({ id }) => id));
  const own = steps.filter(({ row }) => ids.has(row.id));
  if (own.length > 0) await record(tx, own);
  return own.length;
}

/** Moves each on from exactly the version before; returns the ids of those that were. */
export async function writeSteps(
  tx: Transaction<Database>,
  steps: readonly Step[],
): Promise<ReadonlySet<string>> {
  if (steps.length === 0) return new Set();
  const rows = steps.map(({ row }) => row);
  const column = <K extends keyof EntitlementsTable>(key: K) => rows.map((row) => row[key]);
  const { rows: moved } = await sql<{ id: string }>`
    update entitlements e
    set status = n.status, run = n.run, cents = n.cents, lapses_on = n.lapses_on, version = n.version,
      updated_at = n.updated_at
    from (select unnest(${column('id')}::uuid[]) as id, unnest(${column('status')}::text[]) as status,
      unnest(${column('run')}::int[]) as run, unnest(${column('cents')}::bigint[]) as cents,
      unnest(${column('lapses_on')}::date[]) as lapses_on, unnest(${column('version')}::int[]) as version,
      unnest(${column('updated_at')}::bigint[]) as updated_at) n
    where e.id = n.id and e.version = n.version - 1
    returning e.id`.execute(tx);
  const ids = new Set(moved.map(({ id }) => id));
  const own = steps.filter(({ row }) => ids.has(row.id));
  if (own.length > 0) await record(tx, own);
  return ids;
}
