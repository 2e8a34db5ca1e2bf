/** The files that rows name. A table that keeps some has the columns `stored_as` and `sm3`. */
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../db/schema';
import type { Table } from './tables';

export interface StoredFile {
  readonly name: string;
  readonly sm3: string;
}

const BATCH = 500;

const keepsFiles = ({ columns }: Table): boolean => columns.includes('stored_as') && columns.includes('sm3');

export async function* storedFiles(
  tx: Transaction<Database>,
  tables: readonly Table[],
): AsyncIterable<StoredFile> {
  for (const { name } of tables.filter(keepsFiles))
    for (let after = ''; ;) {
      const { rows } = await sql<StoredFile>`
        select stored_as as name, sm3 from ${sql.table(name)}
        where stored_as collate "C" > ${after} order by stored_as collate "C" limit ${sql.lit(BATCH)}`.execute(
        tx,
      );
      yield* rows;
      const last = rows.at(-1);
      if (!last) break;
      after = last.name;
    }
}

/** Whether a file is still to be there: an upload that nobody submitted may have been removed meanwhile. */
export async function isWanted(
  db: Kysely<Database>,
  tables: readonly Table[],
  { name }: StoredFile,
): Promise<boolean> {
  for (const table of tables.filter(keepsFiles)) {
    const { rows } = await sql<{ state: string | null }>`
      select to_json(t)->>'state' as state from ${sql.table(table.name)} t where stored_as = ${name}`.execute(
      db,
    );
    if (rows.some(({ state }) => state !== 'receiving' && state !== 'refused')) return true;
  }
  return false;
}
