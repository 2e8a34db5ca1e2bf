/** Where the keys come from: the environment; for a demo, a file in the data folder that is made at the first start. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '@/domain/shared/result';
import { readKeys, type KeyFault, type KeyRing } from './keys';

const secret = (): string => randomBytes(32).toString('base64');

/** `APP_KEYS` and `APP_INDEX_KEY`, as `readKeys` takes them. */
export function keysFromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Result<KeyRing, KeyFault> | undefined {
  const { APP_KEYS, APP_INDEX_KEY } = env;
  return APP_KEYS === undefined || APP_KEYS === '' ? undefined : readKeys(APP_KEYS, APP_INDEX_KEY ?? '');
}

/** Keys beside the data protect nothing once the folder is taken: for demos only. */
export function demoKeys(folder: string): Result<KeyRing, KeyFault> {
  const file = join(folder, 'demo-keys');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, `demo:sm4-cbc-hmac-sm3:${secret()}\n${secret()}\n`, { mode: 0o600, flag: 'wx' });
  }
  const [keys = '', index = ''] = readFileSync(file, 'utf8').split('\n');
  return readKeys(keys, index);
}
