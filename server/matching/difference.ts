/** A list beside the one before: who came, who went. */
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Store } from '../cases/store';
import type { Database } from '../db/schema';
import type { Run } from './runs';

type Db = Kysely<Database> | Transaction<Database>;

/** The latest run of the policy for an earlier day, or earlier made for the same. */
export async function previousOf(
  db: Db,
  { id, policy, on }: Pick<Run, 'id' | 'policy' | 'on'>,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('match_runs')
    .select('id')
    .where('policy', '=', policy)
    .where('status', '=', 'done')
    .where((is) => is.or([is('on_day', '<', on), is.and([is('on_day', '=', on), is('id', '<', id)])]))
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** Who is on the list of one run and not on that of another. */
const onlyIn = (run: number, other: number) => sql`
  from match_results a where a.run = ${run} and a.verdict = 'eligible' and not exists (
    select 1 from match_results b where b.run = ${other} and b.person = a.person and b.verdict = 'eligible')`;

async function countOnlyIn(db: Db, run: number, other: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n ${onlyIn(run, other)}`.execute(db);
  return rows[0]?.n ?? 0;
}

export interface Changes {
  readonly added: number;
  readonly removed: number;
}

export const changesSince = async (db: Db, run: number, previous: number): Promise<Changes> => ({
  added: await countOnlyIn(db, run, previous),
  removed: await countOnlyIn(db, previous, run),
});

/** Ids in the population, in their order. */
export async function peopleOnlyIn(
  { db }: Pick<Store, 'db'>,
  run: number,
  other: number,
  limit: number,
): Promise<readonly number[]> {
  const { rows } = await sql<{
    person: number;
  }>`select a.person ${onlyIn(run, other)} order by a.person limit ${limit}`.execute(db);
  return rows.map(({ person }) => person);
}
