/** Points of SM2's curve y² = x³ − 3x + b (GB/T 32918.5—2017), x = X/Z², y = Y/Z³; Z = 0 is the point at infinity. */
import {
  add,
  compare,
  isZero,
  limbsOf,
  multiply,
  PRIME,
  square,
  subtract,
  toForm,
  type Element,
} from './field';

export interface Point {
  readonly x: Element;
  readonly y: Element;
  readonly z: Element;
}

const B = toForm(limbsOf('28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93'));
const ONE = toForm(limbsOf('1'));
export const INFINITY: Point = { x: ONE, y: ONE, z: limbsOf('0') };

const twice = (a: Element): Element => add(a, a);

/** `undefined` when it is not on the curve; `x`, `y` as 64 hexadecimal digits. */
export function pointAt(xHex: string, yHex: string): Point | undefined {
  const [xLimbs, yLimbs] = [limbsOf(xHex), limbsOf(yHex)];
  if (compare(xLimbs, PRIME) >= 0 || compare(yLimbs, PRIME) >= 0) return undefined;
  const [x, y] = [toForm(xLimbs), toForm(yLimbs)];
  const right = add(subtract(multiply(square(x), x), add(twice(x), x)), B);
  return compare(square(y), right) === 0 ? { x, y, z: ONE } : undefined;
}

export function double({ x, y, z }: Point): Point {
  const zz = square(z);
  const yy = square(y);
  const beta = multiply(x, yy);
  const slope = multiply(subtract(x, zz), add(x, zz));
  const alpha = add(twice(slope), slope);
  const beta4 = twice(twice(beta));
  const x3 = subtract(square(alpha), twice(beta4));
  const yyyy8 = twice(twice(twice(square(yy))));
  return {
    x: x3,
    y: subtract(multiply(alpha, subtract(beta4, x3)), yyyy8),
    z: twice(multiply(y, z)),
  };
}

export function addPoints(a: Point, b: Point): Point {
  if (isZero(a.z)) return b;
  if (isZero(b.z)) return a;
  const [za, zb] = [square(a.z), square(b.z)];
  const [ua, ub] = [multiply(a.x, zb), multiply(b.x, za)];
  const sa = multiply(multiply(a.y, b.z), zb);
  const sb = multiply(multiply(b.y, a.z), za);
  const h = subtract(ub, ua);
  const r = subtract(sb, sa);
  if (isZero(h)) return isZero(r) ? double(a) : INFINITY;
  const hh = square(h);
  const hhh = multiply(hh, h);
  const v = multiply(ua, hh);
  const x = subtract(subtract(square(r), hhh), twice(v));
  return {
    x,
    y: subtract(multiply(r, subtract(v, x)), multiply(sa, hhh)),
    z: multiply(multiply(a.z, b.z), h),
  };
}

const DIGITS = 4;

/** i·a + j·b at index 4i + j. */
function sums(a: Point, b: Point): readonly Point[] {
  const multiples = (point: Point): readonly Point[] => {
    const doubled = double(point);
    return [INFINITY, point, doubled, addPoints(doubled, point)];
  };
  const others = multiples(b);
  return multiples(a).flatMap((one) => others.map((other) => addPoints(one, other)));
}

const pairsOf = (hex: string): readonly number[] =>
  [...hex].flatMap((digit) => [parseInt(digit, 16) >> 2, parseInt(digit, 16) & 3]);

/** s·a + t·b, two bits of both at a time; `s`, `t` as 64 hexadecimal digits. Nothing here is secret. */
export function combine(s: string, a: Point, t: string, b: Point): Point {
  const table = sums(a, b);
  const digits = pairsOf(t);
  let sum = INFINITY;
  for (const [i, digit] of pairsOf(s).entries()) {
    const index = DIGITS * digit + (digits[i] ?? 0);
    sum = double(double(sum));
    if (index > 0) sum = addPoints(sum, table[index] ?? INFINITY);
  }
  return sum;
}
