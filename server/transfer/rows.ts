/** Rows as text, one JSON object each: what both engines read and write in the same way, to the last byte. */
import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../db/schema';
import { columnList, type Table } from './tables';

export type Batches = AsyncIterable<readonly string[]>;

/** A batch is held in memory: answers of a case may have some hundred kilobytes. */
const BATCH = 200;

export interface TableSum {
  readonly name: string;
  readonly rows: number;
  /** Over all rows in the order of their keys. */
  readonly sm3: string;
}

/** The rows of a table in the order of its key. Inside a transaction, which must be the snapshot that is wanted. */
export async function* readRows(tx: Transaction<Database>, { name, columns, key, texts }: Table): Batches {
  const order = sql.join(
    key.map((column) => (texts.includes(column) ? sql`${sql.id(column)} collate "C"` : sql.id(column))),
  );
  // What the server's own settings make of bytes must not show.
  await sql`set local bytea_output = 'hex'`.execute(tx);
  await sql`declare rows no scroll cursor for
    select row_to_json(r)::text as row from (select ${columnList(columns)} from ${sql.table(name)} order by ${order}) r`.execute(
    tx,
  );
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(BATCH)} from rows`.execute(tx);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await sql`close rows`.execute(tx);
}

export async function insertRows(
  tx: Transaction<Database>,
  { name, columns }: Table,
  batch: readonly string[],
): Promise<void> {
  const list = columnList(columns);
  await sql`insert into ${sql.table(name)} (${list}) overriding system value
    select ${list} from json_populate_recordset(null::${sql.table(name)}, ${`[${batch.join(',')}]`}::text::json)`.execute(
    tx,
  );
}

/** Hands each batch on, and sums up what went by. */
export async function summed(
  name: string,
  batches: Batches,
  take: (batch: readonly string[]) => Promise<void> = () => Promise.resolve(),
): Promise<TableSum> {
  const hash = createHash('sm3');
  let rows = 0;
  for await (const batch of batches) {
    for (const row of batch) hash.update(`${row}\n`);
    rows += batch.length;
    await take(batch);
  }
  return { name, rows, sm3: hash.digest('hex') };
}

export const sameSum = (a: TableSum, b: TableSum): boolean => a.rows === b.rows && a.sm3 === b.sm3;
