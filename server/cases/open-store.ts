/** The store of a server or a command: keys and database as the environment says. */
import calendar from '@/generated/calendar';
import { err, ok, type Result } from '@/domain/shared/result';
import { demoKeys, keysFromEnvironment } from '../crypto/key-source';
import type { KeyFault } from '../crypto/keys';
import { openDatabase, placeFrom, type OpenDatabase, type OpenFault } from '../db/open';
import { serials } from './serials';
import type { Store } from './store';

export interface OpenStore {
  readonly store: Store;
  readonly database: OpenDatabase;
}

/** `folder`: of the embedded database and the demo's keys. `at`: the instant, in ms. */
export async function openStore(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
  at: number,
): Promise<Result<OpenStore, OpenFault | { readonly code: KeyFault }>> {
  const keys = keysFromEnvironment(env) ?? demoKeys(folder);
  if (!keys.ok) return err({ code: keys.error });
  const database = await openDatabase(placeFrom(env, folder), at);
  if (!database.ok) return database;
  const { db } = database.value;
  return ok({
    store: { db, keys: keys.value, calendar, nextSerial: serials(db) },
    database: database.value,
  });
}
