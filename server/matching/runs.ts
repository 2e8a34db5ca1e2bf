/** Runs of the matching: opened once for the same rules over the same data, and gone on with until they are done. */
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { err, ok, type Result } from '@/domain/shared/result';
import type { Actor } from '@/domain/case/event';
import { appendAudit } from '../audit/chain';
import type { Store } from '../cases/store';
import { canonical } from '../crypto/canonical';
import type { MatchRunsTable } from '../db/matching-schema';
import { NO_COUNTS, readCounts, type Counts } from './counts';
import { lastId, revision } from './population';
import { getPolicy, rulesDigest } from './rules';

const status = z.enum(['running', 'done', 'dropped']);

export interface Run {
  readonly id: number;
  readonly policy: string;
  readonly audience: 'person' | 'enterprise';
  /** The day that is judged. */
  readonly on: string;
  readonly rules: string;
  /** `dropped`: the population was loaded anew before it was done. */
  readonly status: z.infer<typeof status>;
  /** The last id that was judged, and the last there is. */
  readonly cursor: number;
  readonly lastId: number;
  readonly counts: Counts;
  /** The run before, and who was added and removed since; known when it is done. */
  readonly previous: number | null;
  readonly added: number | null;
  readonly removed: number | null;
}

export const fromRunRow = (row: Selectable<MatchRunsTable>): Run => ({
  id: row.id,
  policy: row.policy,
  audience: row.audience === 'enterprise' ? 'enterprise' : 'person',
  on: row.on_day,
  rules: row.rules,
  status: status.parse(row.status),
  cursor: row.cursor,
  lastId: row.last_id,
  counts: readCounts(row.counts),
  previous: row.previous,
  added: row.added,
  removed: row.removed,
});

export type RunFault = 'noPopulation' | 'populationLoading';

export const runChain = (id: number): string => `match:${id}`;

export interface Wanted {
  readonly policies: readonly string[];
  /** YYYY-MM-DD */
  readonly on: string;
  readonly actor: Actor;
}

async function openOne(
  { db }: Pick<Store, 'db'>,
  policyId: string,
  { on, actor }: Wanted,
  { now, last }: { readonly now: string; readonly last: number },
  at: number,
): Promise<Run> {
  const policy = getPolicy(policyId);
  const rules = rulesDigest(policy);
  return db.transaction().execute(async (tx) => {
    // What was begun over data that is no more cannot be gone on with.
    await tx
      .updateTable('match_runs')
      .set({ status: 'dropped' })
      .where('policy', '=', policyId)
      .where('status', '=', 'running')
      .where((is) => is.or([is('revision', '<>', now), is('rules', '<>', rules)]))
      .execute();
    const made = await tx
      .insertInto('match_runs')
      .values({
        policy: policyId,
        audience: policy.audience,
        on_day: on,
        revision: now,
        rules,
        status: 'running',
        cursor: 0,
        last_id: last,
        counts: JSON.stringify(NO_COUNTS),
        started_by: actor.id,
        created_at: at,
      })
      .onConflict((conflict) => conflict.columns(['policy', 'on_day', 'revision', 'rules']).doNothing())
      .returningAll()
      .executeTakeFirst();
    if (made) {
      const detail = canonical({ policy: policyId, on, revision: now, rules });
      await appendAudit(tx, runChain(made.id), { at, actor, action: 'matchStarted', detail, digest: '' });
      return fromRunRow(made);
    }
    const known = await tx
      .selectFrom('match_runs')
      .selectAll()
      .where('policy', '=', policyId)
      .where('on_day', '=', on)
      .where('revision', '=', now)
      .where('rules', '=', rules)
      .executeTakeFirstOrThrow();
    return fromRunRow(known);
  });
}

/** One run a policy, in their order; what was run before comes back as it is. */
export async function openRuns(
  store: Pick<Store, 'db'>,
  wanted: Wanted,
  at: number,
): Promise<Result<readonly Run[], RunFault>> {
  const now = await revision(store);
  if (now === '') return err('noPopulation');
  if (now === 'loading') return err('populationLoading');
  const last = { person: await lastId(store, 'person'), enterprise: await lastId(store, 'enterprise') };
  const runs: Run[] = [];
  for (const id of wanted.policies)
    runs.push(await openOne(store, id, wanted, { now, last: last[getPolicy(id).audience] }, at));
  return ok(runs);
}

export async function findRun({ db }: Pick<Store, 'db'>, id: number): Promise<Run | undefined> {
  const row = await db.selectFrom('match_runs').selectAll().where('id', '=', id).executeTakeFirst();
  return row && fromRunRow(row);
}

export async function openRunsOf(
  { db }: Pick<Store, 'db'>,
  audience: Run['audience'],
): Promise<readonly Run[]> {
  const rows = await db
    .selectFrom('match_runs')
    .selectAll()
    .where('status', '=', 'running')
    .where('audience', '=', audience)
    .orderBy('cursor')
    .orderBy('id')
    .execute();
  return rows.map(fromRunRow);
}
