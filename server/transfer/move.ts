/** From the embedded database to PostgreSQL, or back. Files and the anchor of the audit trail stay where they are. */
import { sql, type Kysely } from 'kysely';
import { err, ok, type Result } from '@/domain/shared/result';
import { recordUpkeep } from '../audit/upkeep';
import { holdsDatabase, nameOf, openDatabase, type DatabasePlace, type OpenDatabase } from '../db/open';
import type { Database } from '../db/schema';
import type { TransferFault } from './fault';
import { load, snapshot } from './load';
import { readRows, type TableSum } from './rows';
import { sequencesOf } from './tables';

async function open(place: DatabasePlace, at: number): Promise<Result<OpenDatabase, TransferFault>> {
  const only = place.engine === 'postgres' ? { ...place, connections: 1 } : place;
  const opened = await openDatabase(only, at);
  return opened.ok ? opened : err({ code: 'notOpened', which: nameOf(place), fault: opened.error });
}

/** PostgreSQL lets a server go on writing to what is being left. */
async function othersConnected(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql`
    select 1 from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`.execute(
    db,
  );
  return rows.length > 0;
}

async function transfer(
  from: OpenDatabase,
  to: OpenDatabase,
  which: string,
): Promise<Result<readonly TableSum[], TransferFault>> {
  if (from.engine === 'postgres' && (await othersConnected(from.db))) return err({ code: 'inUse', which });
  return snapshot(from.db, async (tx) =>
    load(to.db, { rowsOf: (table) => readRows(tx, table), sequences: await sequencesOf(tx) }),
  );
}

/** Every table with its rows and their SM3, the same on both sides, or nothing at all. `at`: the instant, in ms. */
export async function move(
  from: DatabasePlace,
  to: DatabasePlace,
  at: number,
): Promise<Result<readonly TableSum[], TransferFault>> {
  if (from.engine === 'embedded' && !holdsDatabase(from.folder))
    return err({ code: 'nothingThere', which: nameOf(from) });
  const source = await open(from, at);
  if (!source.ok) return source;
  try {
    const target = await open(to, at);
    if (!target.ok) return target;
    try {
      const sums = await transfer(source.value, target.value, nameOf(from));
      if (!sums.ok) return sums;
      const rows = sums.value.reduce((total, sum) => total + sum.rows, 0);
      await recordUpkeep(target.value.db, { action: 'moved', about: { rows } }, at);
      return ok(sums.value);
    } finally {
      await target.value.close();
    }
  } finally {
    await source.value.close();
  }
}
