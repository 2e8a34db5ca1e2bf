/**
 * Keys of the encrypted columns. New values are sealed with the current key; older keys only open. A key's id is written
 * with each value, so that a key can be replaced while the server runs (see `reseal`).
 */
import { err, ok, type Result } from '@/domain/shared/result';
import { hmacSm3 } from './sm3';

export const CIPHERS = ['aes-256-gcm', 'sm4-cbc-hmac-sm3'] as const;
export type CipherName = (typeof CIPHERS)[number];

export interface SealingKey {
  readonly id: string;
  readonly cipher: CipherName;
  readonly encrypt: Buffer;
  readonly authenticate: Buffer;
}

export interface KeyRing {
  readonly current: SealingKey;
  readonly byId: ReadonlyMap<string, SealingKey>;
  /** For digests that are looked up by (a login, an ID number): not rotated with the others. */
  readonly index: Buffer;
}

export type KeyFault = 'noKeys' | 'badKey' | 'badSecret' | 'keyTwice' | 'noIndexKey';

const isCipher = (text: string): text is CipherName => CIPHERS.some((cipher) => cipher === text);

function sealingKey(text: string): Result<SealingKey, KeyFault> {
  const [id = '', cipher = '', encoded = ''] = text.split(':');
  if (!/^[a-z0-9-]{1,32}$/.test(id) || !isCipher(cipher)) return err('badKey');
  const secret = Buffer.from(encoded, 'base64');
  if (secret.length < 32) return err('badSecret');
  const size = cipher === 'aes-256-gcm' ? 32 : 16;
  return ok({
    id,
    cipher,
    encrypt: hmacSm3(secret, `encrypt ${cipher}`).subarray(0, size),
    authenticate: hmacSm3(secret, `authenticate ${cipher}`),
  });
}

/**
 * Reads `ID:CIPHER:BASE64,…` (the first one is current) and the index key in base64; each secret has 32 random bytes or
 * more: `openssl rand -base64 32`.
 */
export function readKeys(keys: string, index: string): Result<KeyRing, KeyFault> {
  const byId = new Map<string, SealingKey>();
  for (const text of keys.split(',').map((part) => part.trim())) {
    if (text === '') continue;
    const key = sealingKey(text);
    if (!key.ok) return key;
    if (byId.has(key.value.id)) return err('keyTwice');
    byId.set(key.value.id, key.value);
  }
  const [current] = byId.values();
  if (!current) return err('noKeys');
  const indexKey = Buffer.from(index, 'base64');
  return indexKey.length < 32 ? err('noIndexKey') : ok({ current, byId, index: indexKey });
}

/** A digest to look up by, of what must not be read from the database: `purpose` keeps digests of two columns apart. */
export const blindIndex = (keys: KeyRing, purpose: string, value: string): string =>
  hmacSm3(keys.index, purpose, '\0', value).toString('hex');
