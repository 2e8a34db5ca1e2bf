/** Values as they are stored: canonical JSON behind 16 random bytes, sealed; and the hash of both, which tells nothing. */
import { canonical, type Json } from '../crypto/canonical';
import { freshBytes } from '../crypto/fresh-bytes';
import type { KeyRing } from '../crypto/keys';
import { mustUnseal, seal } from '../crypto/seal';
import { sm3 } from '../crypto/sm3';

const SALT = 16;

export interface SealedJson {
  readonly sealed: Uint8Array;
  readonly digest: string;
}

export function sealJson(keys: KeyRing, value: Json, place: string): SealedJson {
  const salted = Buffer.concat([freshBytes(SALT), Buffer.from(canonical(value))]);
  return { sealed: seal(keys, salted, place), digest: sm3(salted) };
}

/** Throws when the value does not open or is not the one that the digest was made of. */
export function openJson(keys: KeyRing, { sealed, digest }: SealedJson, place: string): unknown {
  const salted = mustUnseal(keys, sealed, place);
  if (sm3(salted) !== digest) throw new Error(`${place} is not what its digest says`);
  return JSON.parse(salted.subarray(SALT).toString());
}
