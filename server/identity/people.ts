/** Residents: found by a digest of how they sign in; who they are is sealed. */
import { z } from 'zod';
import type { Store } from '../cases/store';
import { canonical } from '../crypto/canonical';
import { blindIndex } from '../crypto/keys';
import { mustUnseal, seal } from '../crypto/seal';
import type { UsersTable } from '../db/schema';
import { newId } from '../ids';

const personSchema = z.object({
  provider: z.enum(['wechat', 'demo']),
  /** The openid, or the demo person's id. */
  login: z.string(),
  /** Empty until the real-name service has said who it is. */
  name: z.string(),
  idNo: z.string(),
  mobile: z.string(),
});

export type PersonRecord = z.infer<typeof personSchema>;

export interface Person extends PersonRecord {
  readonly id: string;
}

const placeOf = (id: string): string => `users/${id}`;

const digestOf = ({ keys }: Store, { provider, login }: Pick<PersonRecord, 'provider' | 'login'>): string =>
  blindIndex(keys, 'login', canonical([provider, login]));

/** The person of a row. */
export function openPerson(
  { keys }: Pick<Store, 'keys'>,
  { id, sealed }: Pick<UsersTable, 'id' | 'sealed'>,
): Person {
  const record: unknown = JSON.parse(mustUnseal(keys, sealed, placeOf(id)).toString());
  return { id, ...personSchema.parse(record) };
}

export async function findPerson(store: Store, id: string): Promise<Person | undefined> {
  const row = await store.db
    .selectFrom('users')
    .select(['sealed'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row && openPerson(store, { id, sealed: row.sealed });
}

/** The person who signs in that way; made at the first time. */
export async function personFor(store: Store, record: PersonRecord, at: number): Promise<Person> {
  const digest = digestOf(store, record);
  const id = newId(at);
  await store.db
    .insertInto('users')
    .values({
      id,
      login_digest: digest,
      sealed: seal(store.keys, canonical({ ...record }), placeOf(id)),
      created_at: at,
      deleted_at: null,
    })
    .onConflict((conflict) => conflict.column('login_digest').doNothing())
    .execute();
  const row = await store.db
    .selectFrom('users')
    .select('id')
    .where('login_digest', '=', digest)
    .executeTakeFirstOrThrow();
  const person = await findPerson(store, row.id);
  if (!person) throw new Error('a person who signs in is not deleted');
  return person;
}

export async function updatePerson({ db, keys }: Store, { id, ...record }: Person): Promise<void> {
  await db
    .updateTable('users')
    .set({ sealed: seal(keys, canonical({ ...record }), placeOf(id)) })
    .where('id', '=', id)
    .execute();
}

/** `210***********9995`: enough to recognise one's own. */
export const maskIdNo = (idNo: string): string =>
  idNo.length < 8 ? '' : `${idNo.slice(0, 3)}${'*'.repeat(idNo.length - 7)}${idNo.slice(-4)}`;

export const maskMobile = (mobile: string): string =>
  mobile.length < 8 ? '' : `${mobile.slice(0, 3)}${'*'.repeat(mobile.length - 7)}${mobile.slice(-4)}`;
