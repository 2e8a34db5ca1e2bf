/** Attachments: a row for each, the bytes in the file store, the name sealed. */
import { randomBytes } from 'node:crypto';
import type { Store } from '../cases/store';
import { mustUnseal, seal } from '../crypto/seal';
import { sm3 } from '../crypto/sm3';
import type { AttachmentsTable } from '../db/schema';
import { newId } from '../ids';
import type { Accepted } from './accept';
import type { FileStore } from './port';

export interface Attachment extends Omit<AttachmentsTable, 'name_sealed'> {
  readonly name: string;
}

const MAX_NAME = 120;

const placeOf = (id: string): string => `attachments/${id}`;

/** For showing: no path, no control or direction characters. */
export const tidyName = (name: string): string =>
  Array.from((name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ''))
    .slice(0, MAX_NAME)
    .join('') || 'file';

const toAttachment = ({ keys }: Store, { name_sealed, ...row }: AttachmentsTable): Attachment => ({
  ...row,
  name: mustUnseal(keys, name_sealed, placeOf(row.id)).toString(),
});

export interface Upload extends Accepted {
  readonly owner: string;
  readonly name: string;
}

/** The row first: bytes without a row would never be found again. No scanner is configured, so it is not called clean. */
export async function storeUpload(
  store: Store,
  files: FileStore,
  { owner, name, type, bytes }: Upload,
  at: number,
): Promise<Attachment> {
  const id = newId(at);
  const row: AttachmentsTable = {
    id,
    owner,
    case_id: null,
    material: '',
    name_sealed: seal(store.keys, tidyName(name), placeOf(id)),
    media_type: type,
    size: bytes.length,
    sm3: sm3(bytes),
    state: 'receiving',
    stored_as: randomBytes(16).toString('hex'),
    created_at: at,
  };
  await store.db.insertInto('attachments').values(row).execute();
  await files.put(row.stored_as, bytes);
  await store.db.updateTable('attachments').set({ state: 'quarantined' }).where('id', '=', id).execute();
  return toAttachment(store, { ...row, state: 'quarantined' });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Those of the ids that are this person's and whole; others are as if they were not there. */
export async function findOwn(
  store: Store,
  owner: string,
  ids: readonly string[],
): Promise<readonly Attachment[]> {
  const asked = [...new Set(ids)].filter((id) => UUID.test(id));
  if (asked.length === 0) return [];
  const rows = await store.db
    .selectFrom('attachments')
    .selectAll()
    .where('id', 'in', asked)
    .where('owner', '=', owner)
    .where('state', 'in', ['quarantined', 'clean'])
    .execute();
  return rows.map((row) => toAttachment(store, row));
}

/** For staff. */
export async function findAttachment(store: Store, id: string): Promise<Attachment | undefined> {
  if (!UUID.test(id)) return undefined;
  const row = await store.db.selectFrom('attachments').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toAttachment(store, row);
}

export async function ofCase(store: Store, caseId: string): Promise<readonly Attachment[]> {
  const rows = await store.db
    .selectFrom('attachments')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute();
  return rows.map((row) => toAttachment(store, row));
}

/** Ties files to a case; done again for a repeated submission, in case the first was cut off here. */
export async function attach(
  { db }: Store,
  { owner, caseId }: { owner: string; caseId: string },
  ids: readonly string[],
): Promise<void> {
  const asked = [...new Set(ids)].filter((id) => UUID.test(id));
  if (asked.length === 0) return;
  await db
    .updateTable('attachments')
    .set({ case_id: caseId })
    .where('id', 'in', asked)
    .where('owner', '=', owner)
    .where('case_id', 'is', null)
    .where('state', 'in', ['quarantined', 'clean'])
    .execute();
}

/** Bytes as they were stored; other bytes mean that somebody changed them, and throw. */
export async function readBytes(
  files: FileStore,
  { stored_as, sm3: expected }: Attachment,
): Promise<Buffer | undefined> {
  const bytes = await files.get(stored_as);
  if (bytes && sm3(bytes) !== expected) throw new Error(`file ${stored_as} is not what was stored`);
  return bytes;
}

/** Files that no case took. Marked first: from then on no case can take them, and what is cut off here is done again. */
export async function removeLoose(
  { db }: Store,
  files: FileStore,
  which: { readonly owner: string; readonly id?: string } | { readonly before: number },
): Promise<number> {
  const loose = db.updateTable('attachments').set({ state: 'refused' }).where('case_id', 'is', null);
  const owned =
    'owner' in which ? loose.where('owner', '=', which.owner) : loose.where('created_at', '<', which.before);
  const one = 'id' in which && which.id !== undefined ? owned.where('id', '=', which.id) : owned;
  const rows = await one.returning(['id', 'stored_as']).execute();
  for (const { id, stored_as } of rows) {
    await files.remove(stored_as);
    await db.deleteFrom('attachments').where('id', '=', id).execute();
  }
  return rows.length;
}
