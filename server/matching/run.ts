/**
 * Judges the population in batches by the rules that the phone runs. Each batch is stored with the cursors of its runs in
 * one transaction: killed at any moment, the same batches follow as would have without.
 */
import { sql, type Transaction } from 'kysely';
import type { CompiledPolicy } from '@/domain/benefit/compiled';
import { evaluate } from '@/domain/benefit/evaluate';
import { toLetters } from '@/domain/matching/letters';
import { dateOf } from '@/domain/shared/civil-date';
import { appendAudit } from '../audit/chain';
import type { Store } from '../cases/store';
import { canonical } from '../crypto/canonical';
import type { Database } from '../db/schema';
import { countIn, type Counts } from './counts';
import { changesSince, previousOf } from './difference';
import { revision, subjectsAfter } from './population';
import { rulesFor } from './rules';
import { openRunsOf, runChain, type Run } from './runs';
import { openRow, type SubjectRow } from './subject';

export const BATCH = 2000;

const SYSTEM = { role: 'system', id: 'matching' } as const;

type Engine = Pick<Store, 'db' | 'keys'>;

/** Columns, not rows: one parameter a column, however many rows. */
interface Found {
  readonly run: number[];
  readonly person: number[];
  readonly verdict: string[];
  readonly cents: (number | null)[];
  readonly reasons: string[];
}

interface Judging {
  readonly run: Run;
  readonly counts: Counts;
}

function judgeAll(
  { keys }: Engine,
  group: readonly Judging[],
  on: string,
  rows: readonly SubjectRow[],
): Found {
  const { compiled, context } = rulesFor(
    group.map(({ run }) => run.policy),
    on,
  );
  const asOf = dateOf(on);
  const found: Found = { run: [], person: [], verdict: [], cents: [], reasons: [] };
  const store = (
    { run, counts }: Judging,
    { policy }: CompiledPolicy,
    person: number,
    judged: Judged,
  ): void => {
    countIn(counts, judged);
    found.run.push(run.id);
    found.person.push(person);
    found.verdict.push(judged.verdict);
    found.cents.push(judged.amount?.kind === 'cents' ? judged.amount.cents : null);
    found.reasons.push(toLetters(policy, judged));
  };
  for (const row of rows) {
    const { facts } = openRow(keys, row);
    const verdicts = evaluate(compiled, { [row.audience]: facts, context }, asOf);
    for (const [i, judged] of verdicts.entries()) {
      const [judging, policy] = [group[i], compiled.policies[i]];
      if (judging && policy) store(judging, policy, row.id, judged);
    }
  }
  return found;
}

type Judged = ReturnType<typeof evaluate>[number];

const storeFound = (tx: Transaction<Database>, { run, person, verdict, cents, reasons }: Found) =>
  sql`insert into match_results (run, person, verdict, cents, reasons)
    select * from unnest(${run}::int[], ${person}::bigint[], ${verdict}::text[], ${cents}::bigint[], ${reasons}::text[])`.execute(
    tx,
  );

/** `false` when somebody else moved it on. */
async function moveOn(tx: Transaction<Database>, { run, counts }: Judging, cursor: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('match_runs')
    .set({ cursor, counts: JSON.stringify(counts) })
    .where('id', '=', run.id)
    .where('status', '=', 'running')
    .where('cursor', '=', run.cursor)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function finish(tx: Transaction<Database>, { run, counts }: Judging, at: number): Promise<void> {
  const previous = await previousOf(tx, run);
  const changes = previous === undefined ? undefined : await changesSince(tx, run.id, previous);
  await tx
    .updateTable('match_runs')
    .set({
      status: 'done',
      finished_at: at,
      previous: previous ?? null,
      added: changes?.added ?? null,
      removed: changes?.removed ?? null,
    })
    .where('id', '=', run.id)
    .execute();
  const detail = canonical({ verdicts: counts.verdicts, cents: counts.cents });
  await appendAudit(tx, runChain(run.id), { at, actor: SYSTEM, action: 'matchFinished', detail, digest: '' });
}

class Overtaken extends Error {}

/** Those furthest behind go first, and no further than where the next ones stand: then they go on together. */
function groupOf(
  runs: readonly Run[],
): { readonly group: readonly Run[]; readonly upTo: number } | undefined {
  const [first] = runs;
  if (!first) return undefined;
  const together = runs.filter(({ cursor, on }) => cursor === first.cursor && on === first.on);
  const ahead = runs.find(({ cursor }) => cursor > first.cursor);
  const upTo = Math.min(first.lastId, ahead?.cursor ?? first.lastId);
  return { group: together, upTo };
}

/** What was begun over data that is no more is not gone on with. */
async function dropStale({ db }: Engine): Promise<boolean> {
  const now = await revision({ db });
  const { numUpdatedRows } = await db
    .updateTable('match_runs')
    .set({ status: 'dropped' })
    .where('status', '=', 'running')
    .where('revision', '<>', now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** One batch of one audience; `false` when there is nothing left to do. `at`: the instant, in ms. */
export async function advance(
  engine: Engine,
  audience: Run['audience'],
  at: number,
  batch: number = BATCH,
): Promise<boolean> {
  const next = groupOf(await openRunsOf(engine, audience));
  const [first] = next?.group ?? [];
  if (!next || !first) return false;
  if (await dropStale(engine)) return true;
  const rows = await subjectsAfter(engine, audience, {
    after: first.cursor,
    upTo: next.upTo,
    limit: batch,
  });
  const isLast = rows.length < batch && next.upTo >= first.lastId;
  const cursor = isLast ? first.lastId : (rows.at(-1)?.id ?? next.upTo);
  const group = next.group.map((run) => ({ run, counts: structuredClone(run.counts) }));
  const found = judgeAll(engine, group, first.on, rows);
  await engine.db
    .transaction()
    .execute(async (tx) => {
      for (const judging of group) if (!(await moveOn(tx, judging, cursor))) throw new Overtaken();
      if (found.run.length > 0) await storeFound(tx, found);
      if (cursor >= first.lastId) for (const judging of group) await finish(tx, judging, at);
    })
    .catch((error: unknown) => {
      // Another process has stored this batch: the next look finds where it stands.
      if (!(error instanceof Overtaken)) throw error;
    });
  return true;
}

/** Small enough that who asks the server meanwhile does not notice. */
const SOME = { batch: 200, batches: 20 } as const;

/** Goes on with what is open for a second or so; returns how many batches it did. A server runs it again and again. */
export async function advanceSome(engine: Engine, now: () => number): Promise<number> {
  let done = 0;
  for (const audience of ['person', 'enterprise'] as const)
    while (done < SOME.batches && (await advance(engine, audience, now(), SOME.batch))) done += 1;
  return done;
}

/** Until everything that is open is done. */
export async function finishAll(
  engine: Engine,
  now: () => number,
  batch: number = BATCH,
  onBatch: () => void = () => undefined,
): Promise<void> {
  for (const audience of ['person', 'enterprise'] as const)
    while (await advance(engine, audience, now(), batch)) onBatch();
}
