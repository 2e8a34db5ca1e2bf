/**
 * SM2 signatures with SM3 that are the same for the same message: the nonce comes of key and message (RFC 6979 with
 * HMAC-SM3), so that the same facts make the same paper and no bad source of randomness can give the key away. The
 * multiplication by a secret is OpenSSL's; only numbers modulo the order are worked out here.
 */
import { createECDH } from 'node:crypto';
import { messageDigest } from '@/domain/sm/sm2';
import { hmacSm3 } from '../crypto/sm3';

export interface PrivateKey {
  readonly id: string;
  readonly publicKey: string;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const BYTES = 32;

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const bytesOf = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(2 * BYTES, '0'), 'hex');
const modulo = (value: bigint): bigint => ((value % ORDER) + ORDER) % ORDER;

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = modulo(result * square);
    square = modulo(square * square);
  }
  return result;
}

/** 04 and two coordinates in hex. */
function publicOf(secret: Buffer): string {
  const pair = createECDH('SM2');
  pair.setPrivateKey(secret);
  return pair.getPublicKey('hex');
}

/** RFC 6979, 3.2. */
function* noncesOf(secret: Buffer, digest: Uint8Array): Generator<Buffer, never> {
  const seed = Buffer.concat([secret, bytesOf(modulo(numberOf(digest)))]);
  let key: Buffer = Buffer.alloc(BYTES, 0);
  let value: Buffer = Buffer.alloc(BYTES, 1);
  const step = (mark: number, more: Buffer): void => {
    key = hmacSm3(key, value, Buffer.from([mark]), more);
    value = hmacSm3(key, value);
  };
  step(0, seed);
  step(1, seed);
  for (;;) {
    value = hmacSm3(key, value);
    yield value;
    step(0, Buffer.alloc(0));
  }
}

const isInRange = (value: bigint): boolean => value > 0n && value < ORDER;

function sign(secret: Buffer, publicKey: string, message: Uint8Array): Uint8Array {
  const digest = messageDigest(publicKey, message);
  const [d, e] = [numberOf(secret), numberOf(digest)];
  const inverse = power(modulo(1n + d), ORDER - 2n);
  for (const nonce of noncesOf(secret, digest)) {
    const k = numberOf(nonce);
    if (!isInRange(k)) continue;
    const r = modulo(e + BigInt(`0x${publicOf(nonce).slice(2, 66)}`));
    const s = modulo(inverse * (k - r * d));
    if (r !== 0n && r + k !== ORDER && s !== 0n) return Buffer.concat([bytesOf(r), bytesOf(s)]);
  }
  throw new Error('no nonce');
}

/** `undefined` when the 32 bytes are no private key. */
export function privateKey(id: string, secret: Buffer): PrivateKey | undefined {
  if (secret.length !== BYTES) return undefined;
  const d = numberOf(secret);
  // 1 + d has no inverse when d is the order less one.
  if (!isInRange(d) || d === ORDER - 1n) return undefined;
  const publicKey = publicOf(secret);
  return { id, publicKey, sign: (message) => sign(secret, publicKey, message) };
}
