/**
 * Exact whole-number products and quotients beyond 2^53, without BigInt (iOS below 14 lacks it) and without floats:
 * money may not lose a cent, and a ratio may not be decided by rounding.
 */
const BASE = 10_000;

/** Digits in base 10,000, lowest first, of a whole number that is not negative. */
function digits(value: number): number[] {
  const out: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / BASE)) out.push(rest % BASE);
  return out;
}

function multiply(a: number, b: number): number[] {
  const left = digits(a);
  const right = digits(b);
  const out = new Array<number>(left.length + right.length).fill(0);
  left.forEach((x, i) => {
    let carry = 0;
    right.forEach((y, j) => {
      const sum = (out[i + j] ?? 0) + x * y + carry;
      out[i + j] = sum % BASE;
      carry = Math.floor(sum / BASE);
    });
    out[i + right.length] = carry;
  });
  return out;
}

function compareDigits(a: readonly number[], b: readonly number[]): number {
  for (let i = Math.max(a.length, b.length) - 1; i >= 0; i -= 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const signOf = (a: number, b: number): number => Math.sign(a) * Math.sign(b);

/** Negative, 0 or positive as a × b is less than, equal to or more than c × d. All four are safe integers. */
export function compareProducts(a: number, b: number, c: number, d: number): number {
  const left = a * b;
  const right = c * d;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right;
  const leftSign = signOf(a, b);
  const rightSign = signOf(c, d);
  if (leftSign !== rightSign) return leftSign - rightSign;
  return leftSign * compareDigits(multiply(Math.abs(a), Math.abs(b)), multiply(Math.abs(c), Math.abs(d)));
}

/**
 * a × b ÷ divisor, rounded half up (35.385 → 35.39; −0.5 → 0). a and b are safe integers, divisor 1–1,000,000.
 * A quotient beyond 2^53 cannot be told to the cent by any JSON number; it comes back as the nearest one.
 */
export function productOver(a: number, b: number, divisor: number): number {
  const negative = signOf(a, b) < 0;
  const limbs = multiply(Math.abs(a), Math.abs(b));
  let remainder = 0;
  let quotient = 0;
  for (let i = limbs.length - 1; i >= 0; i -= 1) {
    const current = remainder * BASE + (limbs[i] ?? 0);
    quotient = quotient * BASE + Math.floor(current / divisor);
    remainder = current % divisor;
  }
  if (!negative) return remainder * 2 >= divisor ? quotient + 1 : quotient;
  const rounded = remainder * 2 > divisor ? quotient + 1 : quotient;
  return rounded === 0 ? 0 : -rounded;
}
