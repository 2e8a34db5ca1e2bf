/** UTF-8 both ways: WeChat has no TextEncoder. */
import { err, ok, type Result } from './result';

/** A lone surrogate is not text: it comes out as U+FFFD, as everywhere. */
export function utf8Bytes(text: string): readonly number[] {
  return [...text].flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    const point = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
    if (point < 0x80) return [point];
    const tail = (shift: number): number => 0x80 | ((point >> shift) & 0x3f);
    if (point < 0x800) return [0xc0 | (point >> 6), tail(0)];
    if (point < 0x10000) return [0xe0 | (point >> 12), tail(6), tail(0)];
    return [0xf0 | (point >> 18), tail(12), tail(6), tail(0)];
  });
}

/** Length of a character by its first byte, with the bits of that byte that belong to the code. */
function leadOf(byte: number): readonly [length: number, bits: number] {
  if (byte < 0x80) return [1, byte];
  if (byte >= 0xc2 && byte < 0xe0) return [2, byte & 0x1f];
  if (byte >= 0xe0 && byte < 0xf0) return [3, byte & 0x0f];
  return byte >= 0xf0 && byte < 0xf5 ? [4, byte & 0x07] : [0, 0];
}

const LEAST = [0, 0, 0x80, 0x800, 0x10000];

/** Strict: what is overlong, a surrogate, cut off or beyond U+10FFFF is refused, so that one text has one form. */
export function utf8Text(bytes: ArrayLike<number>): Result<string, 'utf8'> {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const [length, bits] = leadOf(bytes[at] ?? 0);
    if (length === 0 || at + length > bytes.length) return err('utf8');
    let point = bits;
    for (let i = 1; i < length; i += 1) {
      const byte = bytes[at + i] ?? 0;
      if ((byte & 0xc0) !== 0x80) return err('utf8');
      point = (point << 6) | (byte & 0x3f);
    }
    const isSurrogate = point >= 0xd800 && point <= 0xdfff;
    if (point < (LEAST[length] ?? 0) || isSurrogate || point > 0x10ffff) return err('utf8');
    text += String.fromCodePoint(point);
    at += length;
  }
  return ok(text);
}
