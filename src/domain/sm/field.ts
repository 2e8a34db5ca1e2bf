/**
 * Arithmetic modulo SM2's prime, in Montgomery's form with R = 2^264. Eleven limbs of 24 bits: a column of products
 * stays below 2^53, so that plain numbers do (a phone of before 2020 has no BigInt).
 */
export type Element = number[];

export const LIMBS = 11;
const BITS = 24;
const BASE = 2 ** BITS;
const INVERSE_BASE = 2 ** -BITS;
/** Where a page runs in a sandbox, each look at a global costs as much as a product. */
const { floor } = Math;

const zero = (): Element => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

/** Of 64 hexadecimal digits, not in Montgomery's form. */
export function limbsOf(hex: string): Element {
  const limbs = zero();
  const digits = hex.padStart(LIMBS * 6, '0');
  for (let i = 0; i < LIMBS; i += 1) {
    const end = digits.length - 6 * i;
    limbs[i] = parseInt(digits.slice(end - 6, end), 16);
  }
  return limbs;
}

export const PRIME = limbsOf('fffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffff');

export const isZero = (a: Element): boolean => a.every((limb) => limb === 0);

export function compare(a: Element, b: Element): number {
  for (let i = LIMBS - 1; i >= 0; i -= 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Limbs brought back between 0 and 2^24; what is left over is lost, or −1 when the value is negative. */
function carry(limbs: Element): number {
  let over = 0;
  for (let i = 0; i < LIMBS; i += 1) {
    const limb = (limbs[i] ?? 0) + over;
    over = floor(limb * INVERSE_BASE);
    limbs[i] = limb - over * BASE;
  }
  return over;
}

export function addLimbs(a: Element, b: Element): Element {
  const sum = zero();
  for (let i = 0; i < LIMBS; i += 1) sum[i] = (a[i] ?? 0) + (b[i] ?? 0);
  carry(sum);
  return sum;
}

/** `undefined` when `b` is the greater. */
export function subtractLimbs(a: Element, b: Element): Element | undefined {
  const difference = zero();
  for (let i = 0; i < LIMBS; i += 1) difference[i] = (a[i] ?? 0) - (b[i] ?? 0);
  return carry(difference) < 0 ? undefined : difference;
}

const reduced = (a: Element): Element => (compare(a, PRIME) < 0 ? a : (subtractLimbs(a, PRIME) ?? a));

export const add = (a: Element, b: Element): Element => reduced(addLimbs(a, b));

export function subtract(a: Element, b: Element): Element {
  const difference = zero();
  for (let i = 0; i < LIMBS; i += 1) difference[i] = (a[i] ?? 0) - (b[i] ?? 0);
  if (carry(difference) < 0) {
    for (let i = 0; i < LIMBS; i += 1) difference[i] = (difference[i] ?? 0) + (PRIME[i] ?? 0);
    carry(difference);
  }
  return difference;
}

/** Used again by each product: making one takes longer than the product. */
const columns = new Float64Array(2 * LIMBS);

/**
 * The columns divided by R. The prime is −1 modulo 2^64, so that the multiple of it which clears a limb is the limb
 * itself; and it is 2^256 − 2^224 − 2^96 + 2^64 − 1, so that the multiple is four shifts.
 */
function reduce(): Element {
  for (let i = 0; i < LIMBS; i += 1) {
    const column = columns[i] ?? 0;
    const over = floor(column * INVERSE_BASE);
    const times = column - over * BASE;
    columns[i + 1] = (columns[i + 1] ?? 0) + over;
    columns[i + 2] = (columns[i + 2] ?? 0) + times * 0x10000;
    columns[i + 4] = (columns[i + 4] ?? 0) - times;
    columns[i + 9] = (columns[i + 9] ?? 0) - times * 0x100;
    columns[i + 10] = (columns[i + 10] ?? 0) + times * 0x10000;
  }
  const product = zero();
  for (let i = 0; i < LIMBS; i += 1) product[i] = columns[LIMBS + i] ?? 0;
  carry(product);
  return reduced(product);
}

/** a·b/R. */
export function multiply(a: Element, b: Element): Element {
  columns.fill(0);
  for (let i = 0; i < LIMBS; i += 1) {
    const limb = a[i] ?? 0;
    for (let j = 0; j < LIMBS; j += 1) columns[i + j] = (columns[i + j] ?? 0) + limb * (b[j] ?? 0);
  }
  return reduce();
}

/** a·a/R: each pair of limbs once. */
export function square(a: Element): Element {
  columns.fill(0);
  for (let i = 0; i < LIMBS; i += 1) {
    const limb = a[i] ?? 0;
    columns[2 * i] = (columns[2 * i] ?? 0) + limb * limb;
    for (let j = i + 1; j < LIMBS; j += 1) columns[i + j] = (columns[i + j] ?? 0) + 2 * limb * (a[j] ?? 0);
  }
  return reduce();
}

/** R² modulo the prime. */
function rSquared(): Element {
  let value = limbsOf('1');
  for (let i = 0; i < 2 * LIMBS * BITS; i += 1) value = add(value, value);
  return value;
}

const R_SQUARED = rSquared();

export const toForm = (limbs: Element): Element => multiply(limbs, R_SQUARED);

export const fromForm = (a: Element): Element => multiply(a, limbsOf('1'));
