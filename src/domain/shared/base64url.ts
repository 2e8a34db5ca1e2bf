/** Base64url without padding (RFC 4648 §5), strict: each text of bytes is the only one. */
import { err, ok, type Result } from './result';

const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BITS = 6;

export function toBase64url(bytes: ArrayLike<number>): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = Math.min(3, bytes.length - at);
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let i = 0; i <= left; i += 1) text += CHARACTERS.charAt((group >> (18 - BITS * i)) & 63);
  }
  return text;
}

/** Bits left over at the end must be zero: otherwise sixteen texts would be the same bytes. */
export function fromBase64url(text: string): Result<Uint8Array, 'base64url'> {
  const bytes = new Uint8Array(Math.floor((text.length * BITS) / 8));
  let [held, bits, at] = [0, 0, 0];
  for (const character of text) {
    const value = CHARACTERS.indexOf(character);
    if (value < 0) return err('base64url');
    held = ((held << BITS) | value) & 0xfff;
    bits += BITS;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 255;
      at += 1;
    }
  }
  const isWhole = bits < BITS && (held & ((1 << bits) - 1)) === 0;
  return isWhole ? ok(bytes) : err('base64url');
}
