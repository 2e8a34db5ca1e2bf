/** One-time codes (RFC 6238): SHA-1, 30 seconds, six digits, as authenticator apps make them. */
import { createHmac } from 'node:crypto';

const STEP_MS = 30_000;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export const stepAt = (at: number): number => Math.floor(at / STEP_MS);

export function codeFor(secret: Buffer, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits;
  return String(number).padStart(digits, '0');
}

/** The step whose code it is, of now and one before or after, for clocks that differ; only one later than `used`. */
export const stepOf = (secret: Buffer, code: string, at: number, used: number): number | undefined =>
  [-1, 0, 1].map((d) => stepAt(at) + d).find((step) => step > used && codeFor(secret, step) === code);

/** As it is typed into an app. */
export function base32(bytes: Buffer): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => BASE32.charAt(parseInt(five.padEnd(5, '0'), 2)))
    .join('');
}
