/** Fills an empty database, compares it with what was read, and keeps it only when both are the same. */
import { sql, type Kysely, type Transaction } from 'kysely';
import { err, ok, type Result } from '@/domain/shared/result';
import type { Database } from '../db/schema';
import { Refused, type TransferFault } from './fault';
import { insertRows, readRows, sameSum, summed, type Batches, type TableSum } from './rows';
import { setSequence, tablesOf, type SequenceState, type Table } from './tables';

export interface Source {
  readonly rowsOf: (table: Table) => Batches;
  readonly sequences: readonly SequenceState[];
}

async function hasRows(tx: Transaction<Database>, { name }: Table): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(tx);
  return rows.length > 0;
}

async function loadTable(tx: Transaction<Database>, source: Source, table: Table): Promise<TableSum> {
  const read = await summed(table.name, source.rowsOf(table), (batch) => insertRows(tx, table, batch));
  const stored = await summed(table.name, readRows(tx, table));
  if (!sameSum(read, stored)) throw new Refused({ code: 'tampered', what: `table ${table.name}` });
  return stored;
}

async function loadAll(tx: Transaction<Database>, source: Source): Promise<readonly TableSum[]> {
  const tables = await tablesOf(tx);
  // A server that is started meanwhile waits, and then finds its data.
  await sql`lock table ${sql.join(tables.map(({ name }) => sql.table(name)))} in exclusive mode`.execute(tx);
  for (const table of tables)
    if (await hasRows(tx, table)) throw new Refused({ code: 'notEmpty', what: table.name });
  const sums: TableSum[] = [];
  for (const table of tables) sums.push(await loadTable(tx, source, table));
  for (const state of source.sequences) await setSequence(tx, state);
  return sums;
}

/** Catches what {@link Refused} carries. */
export async function refusable<T>(work: () => Promise<T>): Promise<Result<T, TransferFault>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof Refused) return err(error.fault);
    throw error;
  }
}

/** Whole or not at all, in one transaction. `check` sees the sums before anything counts. */
export const load = (
  db: Kysely<Database>,
  source: Source,
  check: (sums: readonly TableSum[]) => Promise<void> = () => Promise.resolve(),
): Promise<Result<readonly TableSum[], TransferFault>> =>
  refusable(() =>
    db.transaction().execute(async (tx) => {
      const sums = await loadAll(tx, source);
      await check(sums);
      return sums;
    }),
  );

/** Everything at one moment. */
export const snapshot = <T>(
  db: Kysely<Database>,
  read: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
