/** Removes what has been kept as long as src/content/retention.yaml says; each removal stands in the audit trail. */
import { sql, type RawBuilder } from 'kysely';
import type { Kept, RetentionRule } from '@/domain/case/retention';
import { appendUpkeep } from '../audit/upkeep';
import type { Store } from '../cases/store';
import { removeLoose } from '../files/attachments';
import type { FileStore } from '../files/port';

const DAY_MS = 86_400_000;
const BATCH = 1000;

export interface Retained {
  readonly id: Kept;
  /** How much is, or was, older than its rule; `undefined` where no rule is in force. */
  readonly over: number | undefined;
}

interface Over {
  readonly table: string;
  readonly where: RawBuilder<boolean>;
}

/** What is over, for rules that remove rows of one table; files have their own way, cases and audit no rule yet. */
function overIn(id: Kept, before: number): Over | undefined {
  switch (id) {
    case 'sessions':
      return { table: 'sessions', where: sql`coalesce(revoked_at, expires_at) < ${before}` };
    case 'sentMessages':
      return { table: 'outbox', where: sql`done_at < ${before}` };
    case 'inbox':
      return { table: 'inbox', where: sql`created_at < ${before}` };
    case 'idempotency':
      return { table: 'idempotency', where: sql`created_at < ${before}` };
    case 'looseFiles':
      return { table: 'attachments', where: sql`case_id is null and created_at < ${before}` };
    case 'outsideReports':
      return { table: 'outside_reports', where: sql`handled_at < ${before}` };
    case 'appointments':
      return { table: 'appointments', where: sql`coalesce(cancelled_at, created_at) < ${before}` };
    case 'cases':
    case 'audit':
      return undefined;
  }
}

async function count({ db }: Store, { table, where }: Over): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${sql.table(table)} where ${where}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** One batch with its entry in the audit trail, or neither. */
const removeBatch = ({ db }: Store, id: Kept, { table, where }: Over, at: number): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const name = sql.table(table);
    const { rows } = await sql`
      delete from ${name} where ctid in (select ctid from ${name} where ${where} limit ${sql.lit(BATCH)} for update skip locked)
      returning 1`.execute(tx);
    if (rows.length > 0)
      await appendUpkeep(tx, { action: 'retained', about: { rule: id, removed: rows.length } }, at);
    return rows.length;
  });

async function removeRows(store: Store, id: Kept, over: Over, at: number): Promise<number> {
  let removed = 0;
  for (;;) {
    const now = await removeBatch(store, id, over, at);
    removed += now;
    if (now === 0) return removed;
  }
}

async function removeFiles(store: Store, files: FileStore, before: number, at: number): Promise<number> {
  const removed = await removeLoose(store, files, { before });
  if (removed > 0)
    await store.db
      .transaction()
      .execute((tx) => appendUpkeep(tx, { action: 'retained', about: { rule: 'looseFiles', removed } }, at));
  return removed;
}

export interface RetentionOptions {
  readonly rules: readonly RetentionRule[];
  /** Without it, what is over is only counted. */
  readonly write: boolean;
}

/** `at`: the instant, in ms. */
export async function retain(
  store: Store,
  files: FileStore,
  { rules, write }: RetentionOptions,
  at: number,
): Promise<readonly Retained[]> {
  const done: Retained[] = [];
  for (const { id, days } of rules) {
    const before = days === 'pending' ? undefined : at - days * DAY_MS;
    const over = before === undefined ? undefined : overIn(id, before);
    if (before === undefined || over === undefined) done.push({ id, over: undefined });
    else if (!write) done.push({ id, over: await count(store, over) });
    else if (id === 'looseFiles') done.push({ id, over: await removeFiles(store, files, before, at) });
    else done.push({ id, over: await removeRows(store, id, over, at) });
  }
  return done;
}
