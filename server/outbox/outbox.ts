/** Messages that wait to be sent: at least once each. Who receives them drops what has the same id. */
import { sql } from 'kysely';
import type { Store } from '../cases/store';
import type { OutboxTable } from '../db/schema';

type Db = Pick<Store, 'db'>;

export type Waiting = Pick<OutboxTable, 'id' | 'case_id' | 'recipient' | 'topic' | 'data'> & {
  readonly attempts: number;
};

/** 2, 4, 8 … minutes, at most half a day. */
const pauseAfter = (attempts: number): number => Math.min(60_000 * 2 ** attempts, 12 * 3_600_000);

/**
 * Takes messages for `leaseMs`: if they are not done by then, the next call gives them again. Several senders may take at
 * once, and none gets what another holds.
 */
export async function take({ db }: Db, at: number, { limit, leaseMs }: { limit: number; leaseMs: number }) {
  // Materialized: as a subquery it may be run once a row, and its limit then holds for none.
  const { rows } = await sql<Waiting>`
    with due as materialized (
      select id from outbox where done_at is null and available_at <= ${at}
      order by available_at, id limit ${limit} for update skip locked
    )
    update outbox set available_at = ${at + leaseMs}, attempts = attempts + 1
    from due where outbox.id = due.id
    returning outbox.id, case_id, recipient, topic, data, attempts`.execute(db);
  return rows;
}

export async function done({ db }: Db, id: string, at: number): Promise<void> {
  await db.updateTable('outbox').set({ done_at: at }).where('id', '=', id).execute();
}

/** It could not be sent: later. */
export async function retry({ db }: Db, { id, attempts }: Waiting, at: number): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ available_at: at + pauseAfter(attempts) })
    .where('id', '=', id)
    .execute();
}
