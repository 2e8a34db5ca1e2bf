/** Numbers as text: five bits a character, lowest first, the sixth bit says that more follow. */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';

export function encodeNumber(value: number): string {
  let rest = value;
  let text = '';
  for (; rest > 31; rest = Math.floor(rest / 32)) text += DIGITS.charAt((rest % 32) + 32);
  return text + DIGITS.charAt(rest);
}

export const encodeNumbers = (values: readonly number[]): string => values.map(encodeNumber).join('');

const values = new Uint8Array(128);
for (let i = 0; i < DIGITS.length; i += 1) values[DIGITS.charCodeAt(i)] = i;

/** All numbers of a text, in order. A cut-off last number counts as far as it goes. */
export function decodeNumbers(text: string): Uint32Array {
  const numbers = new Uint32Array(text.length);
  let length = 0;
  let value = 0;
  let scale = 1;
  for (let i = 0; i < text.length; i += 1) {
    const digit = values[text.charCodeAt(i) & 127] ?? 0;
    value += (digit & 31) * scale;
    scale *= 32;
    if (digit < 32) {
      numbers[length] = value;
      length += 1;
      value = 0;
      scale = 1;
    }
  }
  return numbers.subarray(0, length);
}
