/** SM3 (GB/T 32905—2016). Written out because WeChat has no crypto to ask, and a library brings much more than this. */

const INITIAL = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
];
const BLOCK = 64;
const ROUNDS = 64;
/** Rounds that use the first kind of the two functions. */
const EARLY = 16;

const rotate = (value: number, bits: number): number =>
  (value << (bits & 31)) | (value >>> (32 - (bits & 31)));
const p0 = (x: number): number => x ^ rotate(x, 9) ^ rotate(x, 17);
const p1 = (x: number): number => x ^ rotate(x, 15) ^ rotate(x, 23);

const majority = (a: number, b: number, c: number): number => (a & b) | (a & c) | (b & c);
const choice = (e: number, f: number, g: number): number => (e & f) | (~e & g);
const wordAt = (words: Int32Array, i: number): number => words[i] ?? 0;

/** One bit, zeros, and the length in bits as 64 bits, to whole blocks. */
function padded(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK);
  out.set(bytes);
  out[bytes.length] = 0x80;
  let bits = bytes.length * 8;
  for (let at = out.length - 1; bits > 0; at -= 1) {
    out[at] = bits % 256;
    bits = Math.floor(bits / 256);
  }
  return out;
}

function expand(bytes: Uint8Array, from: number): Int32Array {
  const words = new Int32Array(ROUNDS + 4);
  const word = (i: number): number => wordAt(words, i);
  for (let i = 0; i < 16; i += 1) {
    const at = from + 4 * i;
    words[i] =
      ((bytes[at] ?? 0) << 24) |
      ((bytes[at + 1] ?? 0) << 16) |
      ((bytes[at + 2] ?? 0) << 8) |
      (bytes[at + 3] ?? 0);
  }
  for (let i = 16; i < ROUNDS + 4; i += 1) {
    const mixed = p1(word(i - 16) ^ word(i - 9) ^ rotate(word(i - 3), 15));
    words[i] = mixed ^ rotate(word(i - 13), 7) ^ word(i - 6);
  }
  return words;
}

function compress(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < ROUNDS; i += 1) {
    const early = i < EARLY;
    const a12 = rotate(a, 12);
    const ss1 = rotate((a12 + e + rotate(early ? 0x79cc4519 : 0x7a879d8a, i)) | 0, 7);
    const word = wordAt(words, i);
    const ff = early ? a ^ b ^ c : majority(a, b, c);
    const gg = early ? e ^ f ^ g : choice(e, f, g);
    const tt1 = (ff + d + (ss1 ^ a12) + (word ^ wordAt(words, i + 4))) | 0;
    const tt2 = (gg + h + ss1 + word) | 0;
    [a, b, c, d] = [tt1, a, rotate(b, 9), c];
    [e, f, g, h] = [p0(tt2), e, rotate(f, 19), g];
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] ?? 0) ^ value;
}

/** 32 bytes. */
export function sm3(bytes: Uint8Array): Uint8Array {
  const state = Int32Array.from(INITIAL);
  const whole = padded(bytes);
  for (let from = 0; from < whole.length; from += BLOCK) compress(state, expand(whole, from));
  const out = new Uint8Array(32);
  for (const [i, word] of state.entries())
    for (let j = 0; j < 4; j += 1) out[4 * i + j] = (word >>> (24 - 8 * j)) & 255;
  return out;
}
