/**
 * The tables as the database itself describes them, so that a migration's new table is backed up and moved without
 * anybody thinking of it.
 */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../db/schema';

export interface Table {
  readonly name: string;
  /** By name; without those that the database gives itself (transaction numbers mean nothing elsewhere). */
  readonly columns: readonly string[];
  /** Columns of encrypted values. */
  readonly sealed: readonly string[];
  readonly key: readonly string[];
  /** Key columns of text, which two databases may sort differently. */
  readonly texts: readonly string[];
}

interface ColumnRow {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  /** Place in the primary key, or null. */
  readonly key: number | null;
}

/** Every program that opens the database writes this one by itself. */
const OWN = 'migrations';

const columnRows = async (db: Kysely<Database>): Promise<readonly ColumnRow[]> =>
  (
    await sql<ColumnRow>`
      select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
        array_position(i.indkey::int2[], a.attnum) as key
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
      where n.nspname = current_schema() and c.relkind in ('r', 'p') and not c.relispartition
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname <> ${OWN}
      order by c.relname collate "C", a.attname collate "C"`.execute(db)
  ).rows;

const references = async (db: Kysely<Database>): Promise<readonly (readonly [string, string])[]> =>
  (
    await sql<{ from: string; to: string }>`
      select f.relname as from, t.relname as to
      from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
      join pg_namespace n on n.oid = f.relnamespace
      where k.contype = 'f' and n.nspname = current_schema() and k.conrelid <> k.confrelid`.execute(db)
  ).rows.map(({ from, to }) => [from, to] as const);

function toTable(name: string, rows: readonly ColumnRow[]): Table {
  const keys = rows
    .filter(({ key }) => key !== null)
    .sort((a, b) => Number(a.key) - Number(b.key))
    .map(({ column }) => column);
  if (keys.length === 0) throw new Error(`${name} has no primary key: it cannot be compared row by row`);
  const texts = rows.filter(({ column, type }) => type === 'text' && keys.includes(column));
  return {
    name,
    columns: rows.filter(({ type }) => type !== 'xid8').map(({ column }) => column),
    sealed: rows.filter(({ type }) => type === 'bytea').map(({ column }) => column),
    key: keys,
    texts: texts.map(({ column }) => column),
  };
}

/** In an order in which they can be filled: what is referred to comes first. */
export async function tablesOf(db: Kysely<Database>): Promise<readonly Table[]> {
  const rows = await columnRows(db);
  const waiting = new Set(rows.map(({ table }) => table));
  const links = await references(db);
  const ordered: Table[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(
      (name) => !links.some(([from, to]) => from === name && waiting.has(to)),
    );
    if (ready.length === 0)
      throw new Error(`tables refer to each other in a circle: ${[...waiting].join(', ')}`);
    for (const name of ready) {
      waiting.delete(name);
      ordered.push(
        toTable(
          name,
          rows.filter(({ table }) => table === name),
        ),
      );
    }
  }
  return ordered;
}

export const columnList = (columns: readonly string[]): RawBuilder<unknown> =>
  sql.join(columns.map((column) => sql.id(column)));

export interface SequenceState {
  readonly name: string;
  readonly value: string;
  /** Whether that value was given out. */
  readonly called: boolean;
}

/** Running numbers, all made by migrations. */
export async function sequencesOf(db: Kysely<Database>): Promise<readonly SequenceState[]> {
  const names = await sql<{ name: string }>`
    select sequencename as name from pg_sequences where schemaname = current_schema() order by 1`.execute(db);
  const states: SequenceState[] = [];
  for (const { name } of names.rows) {
    const { rows } = await sql<{ value: string; called: boolean }>`
      select last_value::text as value, is_called as called from ${sql.table(name)}`.execute(db);
    const [state] = rows;
    if (state) states.push({ name, ...state });
  }
  return states;
}

export async function setSequence(
  db: Kysely<Database>,
  { name, value, called }: SequenceState,
): Promise<void> {
  await sql`select setval(${name}::regclass, ${value}::text::bigint, ${called})`.execute(db);
}
