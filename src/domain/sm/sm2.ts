/** Verifying an SM2 signature with SM3 (GB/T 32918.2—2016) in plain numbers: no BigInt, no crypto of the platform. */
import { combine, pointAt, type Point } from './curve';
import {
  addLimbs,
  compare,
  fromForm,
  isZero,
  limbsOf,
  multiply,
  PRIME,
  subtractLimbs,
  toForm,
} from './field';
import type { Element } from './field';
import { sm3 } from './sm3';

/** Id of the signer where none is agreed on (GB/T 35276). */
const SIGNER = '1234567812345678';
const A = 'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc';
const B = '28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93';
const GX = '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7';
const GY = 'bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0';
const ORDER = limbsOf('fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123');

const bytesOf = (hex: string): readonly number[] =>
  (hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16));

const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const hexOfLimbs = (limbs: Element): string =>
  [...limbs]
    .map((limb) => limb.toString(16).padStart(6, '0'))
    .reverse()
    .join('')
    .slice(-64);

const modulo = (a: Element): Element => (compare(a, ORDER) < 0 ? a : (subtractLimbs(a, ORDER) ?? a));

/** 1 to order − 1. */
const isInRange = (a: Element): boolean => !isZero(a) && compare(a, ORDER) < 0;

/** Of what is signed: SM3 over the signer (id, curve, public key) and the message. */
export function messageDigest(publicKey: string, message: Uint8Array): Uint8Array {
  const id = [...SIGNER].map((character) => character.charCodeAt(0));
  const signer = sm3(
    Uint8Array.from([0, id.length * 8, ...id, ...[A, B, GX, GY, publicKey.slice(2)].flatMap(bytesOf)]),
  );
  return sm3(Uint8Array.from([...signer, ...message]));
}

/** Whether X/Z² is `x`, without a division. */
const hasX = ({ x, z }: Point, value: Element): boolean =>
  compare(fromForm(x), fromForm(multiply(toForm(value), multiply(z, z)))) === 0;

/** 04 and the two coordinates of a point of the curve, 130 hexadecimal digits in small letters. */
export const isPublicKey = (key: string): boolean =>
  /^04[0-9a-f]{128}$/.test(key) && pointAt(key.slice(2, 66), key.slice(66)) !== undefined;

/**
 * `publicKey`: as {@link isPublicKey} wants it; `signature`: r and s, 64 bytes.
 * Whatever is not of that shape is no signature.
 */
export function verifySm2(publicKey: string, message: Uint8Array, signature: Uint8Array): boolean {
  if (!isPublicKey(publicKey) || signature.length !== 64) return false;
  const signer = pointAt(publicKey.slice(2, 66), publicKey.slice(66));
  const base = pointAt(GX, GY);
  const [rHex, sHex] = [hexOf(signature.subarray(0, 32)), hexOf(signature.subarray(32))];
  const [r, s] = [limbsOf(rHex), limbsOf(sHex)];
  if (!signer || !base || !isInRange(r) || !isInRange(s)) return false;
  const t = modulo(addLimbs(r, s));
  if (isZero(t)) return false;
  const point = combine(sHex, base, hexOfLimbs(t), signer);
  if (isZero(point.z)) return false;
  const e = modulo(limbsOf(hexOf(messageDigest(publicKey, message))));
  // r = e + x modulo the order, and x is below the prime, which is a little greater: two values of x may do.
  const x = subtractLimbs(r, e) ?? subtractLimbs(addLimbs(r, ORDER), e);
  if (!x) return false;
  if (hasX(point, x)) return true;
  const other = addLimbs(x, ORDER);
  return compare(other, PRIME) < 0 && hasX(point, other);
}
