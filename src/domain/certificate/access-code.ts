/**
 * 16 characters that open something to whoever holds them: the 查询码 on a receipt, the 验证码 on a certificate.
 * Fifteen carry 75 random bits (5 each), the last one checks them over GF(32), so that any one wrong character and
 * any two swapped are found before the server is asked. Characters easily taken for another (0 O 1 I) are not used.
 */
import { err, ok, type Result } from '../shared/result';

const CHARACTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const RANDOM_CHARACTERS = 15;
const BITS = 5;
/** Bytes of randomness that a code needs: 75 bits of 80. */
export const ACCESS_CODE_BYTES = 10;

export type AccessCodeFault = 'length' | 'characters' | 'checksum';

export const ACCESS_CODE_MESSAGES: Readonly<Record<AccessCodeFault, string>> = {
  length: '这个码应是 16 位，请数一数，看是否多输或漏输。',
  characters: '这个码只用数字 2 到 9 和大写字母，不用 0、1、I、O，请核对。',
  checksum: '这个码校验不对，多半有一位输错或两位颠倒，请逐位核对。',
};

/** Times x in GF(32), modulo x⁵ + x² + 1, which is primitive: its powers differ for all 16 places. */
const timesX = (value: number): number => (value & 16 ? (value << 1) ^ 0b100101 : value << 1);

const checkValue = (values: readonly number[]): number =>
  values.reduce((sum, value) => timesX(sum ^ value), 0);

/** `random`: at least 10 bytes from a secure source; fewer is a bug and throws. */
export function accessCode(random: Uint8Array): string {
  if (random.length < ACCESS_CODE_BYTES)
    throw new RangeError(`not enough randomness: ${random.length} bytes`);
  const values: number[] = [];
  for (let i = 0; i < RANDOM_CHARACTERS; i++) {
    const bit = i * BITS;
    const [high = 0, low = 0] = random.slice(bit >> 3, (bit >> 3) + 2);
    values.push((((high << 8) | low) >> (16 - BITS - (bit & 7))) & 31);
  }
  return [...values, checkValue(values)].map((value) => CHARACTERS.charAt(value)).join('');
}

/** Reads a code as typed: blanks, hyphens and small letters are mended. */
export function readAccessCode(text: string): Result<string, AccessCodeFault> {
  const code = text.replace(/[\s\u200b-]+/g, '').toUpperCase();
  if (code.length !== RANDOM_CHARACTERS + 1) return err('length');
  const values = [...code].map((character) => CHARACTERS.indexOf(character));
  if (values.includes(-1)) return err('characters');
  return checkValue(values.slice(0, -1)) === values[RANDOM_CHARACTERS] ? ok(code) : err('checksum');
}

/** In groups of four, as printed and read aloud. */
export const groupedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');
