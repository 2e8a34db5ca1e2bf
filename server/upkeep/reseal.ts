/**
 * Seals every encrypted value anew with the current key, so that an older one can be thrown away. In small transactions:
 * the server may run meanwhile, and a run that was cut off goes on where it is needed, as what is done shows by its key.
 */
import { sql, type Transaction } from 'kysely';
import { recordUpkeep } from '../audit/upkeep';
import type { Store } from '../cases/store';
import type { KeyRing } from '../crypto/keys';
import { keyIdOf, seal, unseal } from '../crypto/seal';
import type { Database } from '../db/schema';
import { tablesOf, type Table } from '../transfer/tables';

export interface Resealed {
  readonly values: number;
  /** Places of values that do not open: a key is missing, or somebody changed them. They stay as they are. */
  readonly unopened: readonly string[];
}

const BATCH = 200;

/** Most values are bound to their table and primary key; these to something else that names the row. */
const BOUND_TO: Readonly<Partial<Record<string, readonly string[]>>> = {
  population: ['digest'],
};

/** The columns that a value's place is made of, after the table's name. */
export const boundTo = ({ name, key }: Table): readonly string[] => BOUND_TO[name] ?? key;

interface SealedRow {
  readonly place: readonly string[];
  /** The place of the row in its table. */
  readonly row: string;
  readonly value: Uint8Array;
}

/** `1 | length | id`, as in server/crypto/seal.ts. */
const headerOf = ({ current: { id } }: KeyRing): Buffer =>
  Buffer.concat([Buffer.from([1, Buffer.byteLength(id)]), Buffer.from(id)]);

/** Rows whose value was sealed with another key. Empty values stand for what was deleted. */
async function others(
  tx: Transaction<Database>,
  table: Table,
  column: string,
  header: Buffer,
  after: string,
): Promise<readonly SealedRow[]> {
  const names = sql.join(boundTo(table).map((name) => sql`${sql.id(name)}::text`));
  const value = sql.id(column);
  const { rows } = await sql<SealedRow>`
    select array[${names}] as place, ctid::text as row, ${value} as value from ${sql.table(table.name)}
    where ctid > ${after}::tid and length(${value}) > 0
      and substring(${value} from 1 for ${sql.lit(header.length)}) <> ${header}
    order by ctid limit ${sql.lit(BATCH)} for update`.execute(tx);
  return rows;
}

interface Progress {
  values: number;
  readonly unopened: string[];
}

async function resealBatch(
  { db, keys }: Store,
  table: Table,
  column: string,
  after: string,
  progress: Progress,
): Promise<string | undefined> {
  return db.transaction().execute(async (tx) => {
    const rows = await others(tx, table, column, headerOf(keys), after);
    for (const { place, row, value } of rows) {
      const name = [table.name, ...place].join('/');
      const plain = unseal(keys, value, name);
      if (!plain.ok) {
        progress.unopened.push(`${name}: ${plain.error}`);
        continue;
      }
      await sql`update ${sql.table(table.name)} set ${sql.id(column)} = ${seal(keys, plain.value, name)}
        where ctid = ${row}::tid`.execute(tx);
      progress.values += 1;
    }
    return rows.at(-1)?.row;
  });
}

/** Which keys still seal something, with how much. */
export async function keysInUse({ db }: Pick<Store, 'db'>): Promise<ReadonlyMap<string, number>> {
  const used = new Map<string, number>();
  for (const table of await tablesOf(db))
    for (const column of table.sealed) {
      const value = sql.id(column);
      const { rows } = await sql<{ header: Uint8Array; n: number }>`
        select substring(${value} from 1 for 2 + get_byte(${value}, 1)) as header, count(*)::int as n
        from ${sql.table(table.name)} where length(${value}) > 2 group by 1`.execute(db);
      for (const { header, n } of rows) {
        const id = keyIdOf(Buffer.concat([header, Buffer.alloc(1)])) ?? '?';
        used.set(id, (used.get(id) ?? 0) + n);
      }
    }
  return used;
}

/** `stop` ends it after a batch. `at`: the instant, in ms. */
export async function reseal(store: Store, at: number, stop: () => boolean = () => false): Promise<Resealed> {
  const progress: Progress = { values: 0, unopened: [] };
  for (const table of await tablesOf(store.db))
    for (const column of table.sealed)
      for (let after: string | undefined = '(0,0)'; after !== undefined && !stop();)
        after = await resealBatch(store, table, column, after, progress);
  const about = {
    key: store.keys.current.id,
    values: progress.values,
    unopened: progress.unopened.length,
  };
  if (progress.values > 0) await recordUpkeep(store.db, { action: 'resealed', about }, at);
  return progress;
}
