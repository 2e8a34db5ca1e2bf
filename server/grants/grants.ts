/** Grants as they are stored: who they are from and to is sealed, found by digests of ID numbers. */
import { z } from 'zod';
import { formatDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import type { Store } from '../cases/store';
import { canonical } from '../crypto/canonical';
import { blindIndex, type KeyRing } from '../crypto/keys';
import { mustUnseal, seal } from '../crypto/seal';
import type { GrantsTable } from '../db/schema';
import { isId, newId } from '../ids';
import type { Person } from '../identity/people';

const sealedSchema = z.object({
  companyName: z.string(),
  grantorName: z.string(),
  name: z.string(),
  idNo: z.string(),
});

export interface CompanyGrant extends z.infer<typeof sealedSchema> {
  readonly id: string;
  readonly company: string;
  readonly starts: string;
  readonly ends: string;
  readonly state: 'coming' | 'valid' | 'ended' | 'revoked';
}

export type NewGrant = Pick<CompanyGrant, 'company' | 'companyName' | 'name' | 'idNo' | 'starts' | 'ends'>;

/** By the ID number: the person may sign in for the first time after the grant. */
export const personDigest = (keys: KeyRing, idNo: string): string => blindIndex(keys, 'idNo', idNo);

const placeOf = (id: string): string => `grants/${id}`;

export const dayAt = (at: number): string => formatDate(shanghaiMoment(at).date);

function stateOf({ starts, ends, revoked_at }: GrantsTable, today: string): CompanyGrant['state'] {
  if (revoked_at !== null) return 'revoked';
  if (today < starts) return 'coming';
  return today > ends ? 'ended' : 'valid';
}

function toGrant({ keys }: Store, row: GrantsTable, at: number): CompanyGrant {
  const { id, company, starts, ends, sealed } = row;
  const content: unknown = JSON.parse(mustUnseal(keys, sealed, placeOf(id)).toString());
  return { id, company, starts, ends, state: stateOf(row, dayAt(at)), ...sealedSchema.parse(content) };
}

export async function storeGrant(
  store: Store,
  grantor: Person,
  { company, starts, ends, ...to }: NewGrant,
  at: number,
): Promise<CompanyGrant> {
  const id = newId(at);
  const content = canonical({ ...to, grantorName: grantor.name });
  const row: GrantsTable = {
    id,
    company,
    grantor: grantor.id,
    grantor_digest: personDigest(store.keys, grantor.idNo),
    grantee_digest: personDigest(store.keys, to.idNo),
    sealed: seal(store.keys, content, placeOf(id)),
    starts,
    ends,
    created_at: at,
    revoked_at: null,
  };
  await store.db.insertInto('grants').values(row).execute();
  return toGrant(store, row, at);
}

/** Of somebody whose account ends: nobody could revoke them afterwards. */
export async function revokeAllFrom({ db }: Store, grantor: string, at: number): Promise<void> {
  await db
    .updateTable('grants')
    .set({ revoked_at: at })
    .where('grantor', '=', grantor)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Those that the person gave, the latest first. */
export async function grantsFrom(
  store: Store,
  grantor: string,
  at: number,
): Promise<readonly CompanyGrant[]> {
  const rows = await store.db
    .selectFrom('grants')
    .selectAll()
    .where('grantor', '=', grantor)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => toGrant(store, row, at));
}

type Validity = Pick<GrantsTable, 'id' | 'company' | 'grantor_digest' | 'ends'>;

/** Those to this person that are good on the day, whoever gave them. */
export function grantsTo({ db, keys }: Store, idNo: string, at: number): Promise<readonly Validity[]> {
  const today = dayAt(at);
  return db
    .selectFrom('grants')
    .select(['id', 'company', 'grantor_digest', 'ends'])
    .where('grantee_digest', '=', personDigest(keys, idNo))
    .where('revoked_at', 'is', null)
    .where('starts', '<=', today)
    .where('ends', '>=', today)
    .orderBy('id')
    .execute();
}

/** Whether it was the grantor's and stood; from now on it is good for nothing. */
export async function revokeGrant(
  { db }: Store,
  { id, grantor }: { id: string; grantor: string },
  at: number,
): Promise<boolean> {
  if (!isId(id)) return false;
  const done = await db
    .updateTable('grants')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('grantor', '=', grantor)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
