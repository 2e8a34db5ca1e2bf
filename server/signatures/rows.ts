/** Signatures as they are stored: who signs is sealed and found by a digest, links only by the hash of their token. */
import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { Store } from '../cases/store';
import { canonical } from '../crypto/canonical';
import { blindIndex, type KeyRing } from '../crypto/keys';
import { mustUnseal, seal } from '../crypto/seal';
import type { Database, SignaturesTable } from '../db/schema';
import { personDigest } from '../grants/grants';
import { newId } from '../ids';
import { tokenDigest } from '../identity/tokens';

const signerSchema = z.object({ name: z.string(), idNo: z.string() });

export interface Signature extends Omit<SignaturesTable, 'sealed'>, z.infer<typeof signerSchema> {}

const placeOf = (id: string): string => `signatures/${id}`;

function toSignature({ keys }: Pick<Store, 'keys'>, { sealed, ...row }: SignaturesTable): Signature {
  const content: unknown = JSON.parse(mustUnseal(keys, sealed, placeOf(row.id)).toString());
  return { ...row, ...signerSchema.parse(content) };
}

export interface NewSignature extends z.infer<typeof signerSchema> {
  readonly field: string;
  readonly way: SignaturesTable['way'];
}

/** A signature that is still to be given. `caseId` is known when the case is stored. */
export function newRow(
  keys: KeyRing,
  { field, way, name, idNo }: NewSignature,
  at: number,
): Omit<SignaturesTable, 'case_id'> {
  const id = newId(at);
  return {
    id,
    field,
    way,
    signer_digest: personDigest(keys, idNo),
    sealed: seal(keys, canonical({ name, idNo }), placeOf(id)),
    token_digest: null,
    expires_at: null,
    created_at: at,
    signed_at: null,
    signed_by: null,
    signed_where: null,
    document_digest: null,
    dropped_at: null,
  };
}

/** Those that are asked for, in the order in which they were. */
export async function signaturesOf(store: Store, caseId: string): Promise<readonly Signature[]> {
  const rows = await store.db
    .selectFrom('signatures')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('dropped_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => toSignature(store, row));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function findSignature(store: Store, id: string): Promise<Signature | undefined> {
  if (!UUID.test(id)) return undefined;
  const row = await store.db.selectFrom('signatures').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toSignature(store, row);
}

export async function findByToken(store: Store, token: string): Promise<Signature | undefined> {
  const row = await store.db
    .selectFrom('signatures')
    .selectAll()
    .where('token_digest', '=', tokenDigest(token))
    .executeTakeFirst();
  return row && toSignature(store, row);
}

type LinkState = Pick<SignaturesTable, 'way' | 'token_digest' | 'expires_at'>;

/** Gives out a link, or takes it back; nothing once it is signed. The link before is dead from now on. */
export async function setLink({ db }: Store, id: string, state: LinkState): Promise<boolean> {
  const done = await db
    .updateTable('signatures')
    .set(state)
    .where('id', '=', id)
    .where('signed_at', 'is', null)
    .where('dropped_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export interface Given {
  readonly by: string;
  readonly where: 'phone' | 'window';
  readonly digest: string;
  readonly at: number;
  /** Of the link: only while it is out and has not ended. */
  readonly token?: string;
}

/** Whether it was signed now: of two at once, one is. */
export async function markSigned(
  tx: Transaction<Database> | Kysely<Database>,
  id: string,
  { by, where, digest, at, token }: Given,
): Promise<boolean> {
  const waiting = tx
    .updateTable('signatures')
    .set({ signed_at: at, signed_by: by, signed_where: where, document_digest: digest })
    .where('id', '=', id)
    .where('signed_at', 'is', null)
    .where('dropped_at', 'is', null);
  const linked =
    token === undefined
      ? waiting
      : waiting.where('token_digest', '=', tokenDigest(token)).where('expires_at', '>', at);
  return (await linked.executeTakeFirst()).numUpdatedRows === 1n;
}

/** Keyed, as what was signed names people. */
export const documentDigest = (keys: KeyRing, parts: readonly string[]): string =>
  blindIndex(keys, 'document', canonical([...parts]));
