/** What the scanner says of stored files: at the upload, and later for those that came while it did not answer. */
import type { Store } from '../cases/store';
import { findAttachment, readBytes, type Attachment } from './attachments';
import type { FileStore } from './port';
import type { Scanner } from './scanner';

export interface Scanning {
  readonly store: Store;
  readonly files: FileStore;
  readonly scanner?: Scanner;
}

const setState = ({ store }: Scanning, { id }: Attachment, state: 'clean' | 'refused'): Promise<unknown> =>
  store.db
    .updateTable('attachments')
    .set({ state })
    .where('id', '=', id)
    .where('state', '=', 'quarantined')
    .execute();

/** The file with its state; `undefined`: refused, and its bytes are gone. */
export async function scanStored(
  scanning: Scanning,
  file: Attachment,
  bytes: Buffer,
): Promise<Attachment | undefined> {
  const verdict = (await scanning.scanner?.scan(bytes)) ?? 'unavailable';
  switch (verdict) {
    case 'unavailable':
      return file;
    case 'clean':
      await setState(scanning, file, 'clean');
      return { ...file, state: 'clean' };
    case 'infected':
      await setState(scanning, file, 'refused');
      await scanning.files.remove(file.stored_as);
      return undefined;
  }
}

/** Looks again at what is quarantined, the oldest first; returns how many were decided. */
export async function scanWaiting(scanning: Scanning, limit = 50): Promise<number> {
  const { store, files, scanner } = scanning;
  if (!scanner) return 0;
  const rows = await store.db
    .selectFrom('attachments')
    .select('id')
    .where('state', '=', 'quarantined')
    .orderBy('created_at')
    .limit(limit)
    .execute();
  let decided = 0;
  for (const { id } of rows) {
    const file = await findAttachment(store, id);
    const bytes = file && (await readBytes(files, file));
    if (!file || !bytes) continue;
    const after = await scanStored(scanning, file, bytes);
    // It does not answer: the rest waits for the next turn.
    if (after?.state === 'quarantined') break;
    decided += 1;
  }
  return decided;
}
