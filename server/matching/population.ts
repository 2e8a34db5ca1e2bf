/** The population as stored. Loading it gives it a new revision: runs over the old one are not gone on with. */
import { sql } from 'kysely';
import type { Store } from '../cases/store';
import { numberDigest, toRow, type Audience, type Subject, type SubjectRow } from './subject';

const REVISION = 'population';

/** What is stored now; empty before anything is. */
export async function revision({ db }: Pick<Store, 'db'>): Promise<string> {
  const row = await db.selectFrom('stamps').select('value').where('name', '=', REVISION).executeTakeFirst();
  return row?.value ?? '';
}

export async function setRevision({ db }: Pick<Store, 'db'>, value: string): Promise<void> {
  await db
    .insertInto('stamps')
    .values({ name: REVISION, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** Adds people, or brings what is known of them up to date; a number is one row for good. */
export async function putSubjects(
  { db, keys }: Pick<Store, 'db' | 'keys'>,
  subjects: readonly Subject[],
  asOf: string,
): Promise<void> {
  if (subjects.length === 0) return;
  await db
    .insertInto('population')
    .values(subjects.map((subject) => toRow(keys, subject, asOf)))
    .onConflict((conflict) =>
      conflict.column('digest').doUpdateSet((row) => ({
        holder: row.ref('excluded.holder'),
        sealed: row.ref('excluded.sealed'),
        as_of: row.ref('excluded.as_of'),
      })),
    )
    .execute();
}

export async function lastId({ db }: Pick<Store, 'db'>, audience: Audience): Promise<number> {
  const { rows } = await sql<{
    last: number | null;
  }>`select max(id) as last from population where audience = ${audience}`.execute(db);
  return rows[0]?.last ?? 0;
}

/** The next rows after an id, by id, up to and including `upTo`. */
export const subjectsAfter = (
  { db }: Pick<Store, 'db'>,
  audience: Audience,
  { after, upTo, limit }: { readonly after: number; readonly upTo: number; readonly limit: number },
): Promise<SubjectRow[]> =>
  db
    .selectFrom('population')
    .selectAll()
    .where('audience', '=', audience)
    .where('id', '>', after)
    .where('id', '<=', upTo)
    .orderBy('id')
    .limit(limit)
    .execute();

export const findByNumber = (
  { db, keys }: Pick<Store, 'db' | 'keys'>,
  number: string,
): Promise<SubjectRow | undefined> =>
  db.selectFrom('population').selectAll().where('digest', '=', numberDigest(keys, number)).executeTakeFirst();
