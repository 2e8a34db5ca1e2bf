/**
 * Sealed values: `1 | length of key id | key id | iv | text | tag`. The place where a value belongs (table, row) is
 * authenticated with it, so that a sealed value moved to another row does not open.
 */
import { createCipheriv, createDecipheriv, timingSafeEqual } from 'node:crypto';
import { err, ok, type Result } from '@/domain/shared/result';
import { freshBytes } from './fresh-bytes';
import type { KeyRing, SealingKey } from './keys';
import { hmacSm3 } from './sm3';

export type SealFault = 'malformed' | 'unknownKey' | 'tampered';

const VERSION = 1;
const GCM_IV = 12;
const GCM_TAG = 16;
const CBC_IV = 16;
const MAC = 32;

const headerOf = ({ id }: SealingKey): Buffer =>
  Buffer.concat([Buffer.from([VERSION, Buffer.byteLength(id)]), Buffer.from(id)]);

/** The place goes in with its length: no other split of header, place and text gives the same bytes. */
const bound = (header: Buffer, place: string): Buffer => {
  const text = Buffer.from(place);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(text.length);
  return Buffer.concat([header, size, text]);
};

function sealGcm(key: SealingKey, plain: Buffer, aad: Buffer): Buffer {
  const iv = freshBytes(GCM_IV);
  const cipher = createCipheriv('aes-256-gcm', key.encrypt, iv);
  cipher.setAAD(aad);
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, text, cipher.getAuthTag()]);
}

function openGcm(key: SealingKey, body: Buffer, aad: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key.encrypt, body.subarray(0, GCM_IV));
  decipher.setAAD(aad);
  decipher.setAuthTag(body.subarray(body.length - GCM_TAG));
  return Buffer.concat([decipher.update(body.subarray(GCM_IV, body.length - GCM_TAG)), decipher.final()]);
}

/** Encrypt, then authenticate: the padding is never looked at before the tag is right. */
function sealSm4(key: SealingKey, plain: Buffer, aad: Buffer): Buffer {
  const iv = freshBytes(CBC_IV);
  const cipher = createCipheriv('sm4-cbc', key.encrypt, iv);
  const text = Buffer.concat([iv, cipher.update(plain), cipher.final()]);
  return Buffer.concat([text, hmacSm3(key.authenticate, aad, text)]);
}

function openSm4(key: SealingKey, body: Buffer, aad: Buffer): Buffer | undefined {
  const text = body.subarray(0, body.length - MAC);
  if (!timingSafeEqual(hmacSm3(key.authenticate, aad, text), body.subarray(body.length - MAC)))
    return undefined;
  const decipher = createDecipheriv('sm4-cbc', key.encrypt, text.subarray(0, CBC_IV));
  return Buffer.concat([decipher.update(text.subarray(CBC_IV)), decipher.final()]);
}

/** `place` names where the value is stored, for example `case_events/ID/3`. */
export function seal({ current }: KeyRing, plain: Buffer | string, place: string): Buffer {
  const header = headerOf(current);
  const aad = bound(header, place);
  const bytes = Buffer.from(plain);
  switch (current.cipher) {
    case 'aes-256-gcm':
      return Buffer.concat([header, sealGcm(current, bytes, aad)]);
    case 'sm4-cbc-hmac-sm3':
      return Buffer.concat([header, sealSm4(current, bytes, aad)]);
  }
}

function openBody(key: SealingKey, body: Buffer, aad: Buffer): Buffer | undefined {
  try {
    switch (key.cipher) {
      case 'aes-256-gcm':
        return body.length < GCM_IV + GCM_TAG ? undefined : openGcm(key, body, aad);
      case 'sm4-cbc-hmac-sm3':
        return body.length < 2 * CBC_IV + MAC ? undefined : openSm4(key, body, aad);
    }
  } catch {
    // OpenSSL throws for a wrong tag; it says no more than that.
    return undefined;
  }
}

/** The id of the key that a value was sealed with; `undefined` when it is no sealed value. */
export function keyIdOf(sealed: Uint8Array): string | undefined {
  const [version, length = 0] = sealed;
  return version === VERSION && sealed.length > 2 + length
    ? Buffer.from(sealed.subarray(2, 2 + length)).toString()
    : undefined;
}

export function unseal(keys: KeyRing, sealed: Uint8Array, place: string): Result<Buffer, SealFault> {
  const id = keyIdOf(sealed);
  if (id === undefined) return err('malformed');
  const key = keys.byId.get(id);
  if (!key) return err('unknownKey');
  const header = headerOf(key);
  const plain = openBody(key, Buffer.from(sealed.subarray(header.length)), bound(header, place));
  return plain ? ok(plain) : err('tampered');
}

/** For a value of ours: one that does not open means a damaged database or a missing key, and throws. */
export function mustUnseal(keys: KeyRing, sealed: Uint8Array, place: string): Buffer {
  const plain = unseal(keys, sealed, place);
  if (!plain.ok) throw new Error(`${place} does not open: ${plain.error}`);
  return plain.value;
}
