/** What a backup or a restore needs, from the environment. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '@/domain/shared/result';
import type { OpenStore } from '../cases/open-store';
import { filesFrom } from '../config';
import { demoKeys, keysFromEnvironment } from '../crypto/key-source';
import { placeFrom } from '../db/open';
import { modeFrom, type Env } from '../mode';
import type { BackupSource } from './backup';
import type { RestoreTarget } from './restore';

const DEMO_KEYS = 'demo-keys';

/** A demo's keys go along, as nobody else has them; those of production are never in a backup. */
const extrasOf = (env: Env, folder: string): BackupSource['extras'] => [
  { name: 'audit-anchor.jsonl', path: env['AUDIT_ANCHOR'] || join(folder, 'audit-anchor.jsonl') },
  ...(!env['APP_KEYS'] ? [{ name: DEMO_KEYS, path: join(folder, DEMO_KEYS) }] : []),
];

/** The mode that the database was made for; that of the environment when no server has used it yet. */
async function modeOf({ store }: OpenStore, env: Env): Promise<Result<BackupSource['mode'], string>> {
  const row = await store.db
    .selectFrom('stamps')
    .select('value')
    .where('name', '=', 'mode')
    .executeTakeFirst();
  return modeFrom({ APP_MODE: row?.value ?? env['APP_MODE'] });
}

export async function backupSource(
  env: Env,
  folder: string,
  opened: OpenStore,
  program: string,
): Promise<Result<BackupSource, string>> {
  const files = filesFrom(env, folder, Date.now);
  if (!files.ok) return files;
  const mode = await modeOf(opened, env);
  if (!mode.ok) return mode;
  const extras = extrasOf(env, folder);
  return ok({ store: opened.store, files: files.value, mode: mode.value, program, extras });
}

/** `from`: the backup, which a demo takes its keys from. */
export function restoreTarget(env: Env, folder: string, from: string): Result<RestoreTarget, string> {
  const files = filesFrom(env, folder, Date.now);
  if (!files.ok) return files;
  const mode = modeFrom(env);
  if (!mode.ok) return mode;
  const given = keysFromEnvironment(env);
  const holder = [folder, from].find((place) => existsSync(join(place, DEMO_KEYS)));
  if (given === undefined && holder === undefined) return err('Set APP_KEYS and APP_INDEX_KEY as they were.');
  const keys = given ?? demoKeys(holder ?? from);
  if (!keys.ok) return err(`APP_KEYS or APP_INDEX_KEY cannot be read: ${keys.error}.`);
  const extras = extrasOf(env, folder);
  return ok({
    place: placeFrom(env, folder),
    keys: keys.value,
    files: files.value,
    mode: mode.value,
    extras,
  });
}
