/** Messages as a person reads them: the text is sealed, as it tells of the case. */
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { InboxMessage } from '@/contract/people';
import type { Store } from '../cases/store';
import { canonical } from '../crypto/canonical';
import { mustUnseal, seal } from '../crypto/seal';
import type { InboxTable } from '../db/schema';

export interface NewMessage {
  /** The outbox's: the same message again is the same row. */
  readonly id: string;
  readonly owner: string;
  readonly caseId: string | null;
  readonly receipt: string | null;
  readonly title: string;
  readonly body: string;
  /** Id of the entitlement that it is about, in the place of a number. */
  readonly entitlement?: string;
  /** What `receipt` is the number of; a case without it. */
  readonly about?: InboxMessage['about'];
}

const placeOf = (id: string): string => `inbox/${id}`;

const textSchema = z.object({ title: z.string(), body: z.string() });

/** Whether it is new. */
export async function deliver({ db, keys }: Store, message: NewMessage, at: number): Promise<boolean> {
  const { id, owner, caseId, receipt, entitlement, title, body, about = 'case' } = message;
  const stored = await db
    .insertInto('inbox')
    .values({
      id,
      owner,
      case_id: caseId,
      receipt,
      sealed: seal(keys, canonical({ title, body }), placeOf(id)),
      created_at: at,
      read_at: null,
      about,
      entitlement: entitlement ?? null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return stored !== undefined;
}

const toMessage = (
  { keys }: Store,
  { id, sealed, created_at, receipt, entitlement, read_at, about }: Selectable<InboxTable>,
): InboxMessage => {
  const text: unknown = JSON.parse(mustUnseal(keys, sealed, placeOf(id)).toString());
  return {
    id,
    at: created_at,
    ...textSchema.parse(text),
    number: entitlement ?? receipt,
    about: entitlement !== null ? 'entitlement' : about === 'certificate' ? 'certificate' : 'case',
    read: read_at !== null,
  };
};

/** The latest first. */
export async function listInbox(
  store: Store,
  owner: string,
  { after, limit }: { after?: { readonly at: number; readonly id: string } | undefined; limit: number },
): Promise<readonly InboxMessage[]> {
  const mine = store.db.selectFrom('inbox').selectAll().where('owner', '=', owner);
  const page = after
    ? mine.where((is) => is(is.refTuple('created_at', 'id'), '<', is.tuple(after.at, after.id)))
    : mine;
  const rows = await page.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map((row) => toMessage(store, row));
}

/** `false` when this person has no such message. */
export async function markRead({ db }: Store, owner: string, id: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('inbox')
    .set((row) => ({ read_at: row.fn.coalesce('read_at', row.val(at)) }))
    .where('id', '=', id)
    .where('owner', '=', owner)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
