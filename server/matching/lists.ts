/** What the office looks at: the latest run of each policy, names of a list, and why somebody is on it or not. */
import { evaluate } from '@/domain/benefit/evaluate';
import { fromLetters, toLetters, type ReadReason } from '@/domain/matching/letters';
import { publicEntry, type PublicEntry } from '@/domain/matching/masked';
import { dateOf } from '@/domain/shared/civil-date';
import type { EntitlementStatus } from '@/domain/matching/state';
import type { Store } from '../cases/store';
import { findByNumber } from './population';
import { getPolicy, rulesDigest, rulesFor } from './rules';
import { fromRunRow, type Run } from './runs';
import { openRow, type SubjectRow } from './subject';

type Engine = Pick<Store, 'db' | 'keys'>;

/** The latest of each policy, whatever became of it. */
export async function latestRuns({ db }: Pick<Store, 'db'>): Promise<ReadonlyMap<string, Run>> {
  const rows = await db
    .selectFrom('match_runs')
    .selectAll()
    .distinctOn('policy')
    .where('status', '<>', 'dropped')
    .orderBy('policy')
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.policy, fromRunRow(row)]));
}

export interface NamedEntry extends PublicEntry {
  readonly person: number;
}

const entryOf = ({ keys }: Pick<Store, 'keys'>, row: SubjectRow, cents: number | null): NamedEntry => ({
  person: row.id,
  ...publicEntry(openRow(keys, row), row.audience === 'enterprise' ? 'enterprise' : 'person', cents),
});

/** A page of the list as it may be shown to all, by its place in the population. */
export async function publicList(
  engine: Engine,
  run: number,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly NamedEntry[]> {
  const rows = await engine.db
    .selectFrom('match_results as r')
    .innerJoin('population as p', 'p.id', 'r.person')
    .selectAll('p')
    .select('r.cents')
    .where('r.run', '=', run)
    .where('r.verdict', '=', 'eligible')
    .where('r.person', '>', after)
    .orderBy('r.person')
    .limit(limit)
    .execute();
  return rows.map(({ cents, ...row }) => entryOf(engine, row, cents));
}

export async function namesOf(engine: Engine, ids: readonly number[]): Promise<readonly NamedEntry[]> {
  if (ids.length === 0) return [];
  const rows = await engine.db
    .selectFrom('population')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute();
  return rows.map((row) => entryOf(engine, row, null));
}

/** How many entitlements of a policy are in each state. */
export async function statusCounts(
  { db }: Pick<Store, 'db'>,
  policy: string,
): Promise<ReadonlyMap<EntitlementStatus | string, number>> {
  const rows = await db
    .selectFrom('entitlements')
    .select(['status', (of) => of.fn.countAll<number>().as('n')])
    .where('policy', '=', policy)
    .groupBy('status')
    .execute();
  return new Map(rows.map(({ status, n }) => [status, Number(n)]));
}

export interface Why {
  readonly entry: PublicEntry;
  readonly verdict: string;
  readonly cents: number | null;
  readonly reasons: readonly ReadReason[];
  /** Facts that no data source delivered, of the conditions that nothing is known of. */
  readonly missing: readonly string[];
  /** The data or the rules are no longer those that the run saw. */
  readonly isChanged: boolean;
}

export type WhyFault = 'noSuchNumber' | 'notJudged';

/** What the run found of one person or enterprise, by its number. */
export async function why(engine: Engine, run: Run, number: string): Promise<Why | WhyFault> {
  const row = await findByNumber(engine, number);
  if (!row) return 'noSuchNumber';
  const result = await engine.db
    .selectFrom('match_results')
    .selectAll()
    .where('run', '=', run.id)
    .where('person', '=', row.id)
    .executeTakeFirst();
  if (!result) return 'notJudged';
  const policy = getPolicy(run.policy);
  const { compiled, context } = rulesFor([run.policy], run.on);
  const { facts } = openRow(engine.keys, row);
  const [now] = evaluate(compiled, { [row.audience]: facts, context }, dateOf(run.on));
  const isChanged = rulesDigest(policy) !== run.rules || !now || toLetters(policy, now) !== result.reasons;
  return {
    entry: entryOf(engine, row, result.cents),
    verdict: result.verdict,
    cents: result.cents,
    reasons: fromLetters(policy, result.reasons) ?? [],
    missing: now?.missing ?? [],
    isChanged,
  };
}
