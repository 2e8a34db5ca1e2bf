import fc from 'fast-check';
import { compareProducts, productOver } from './exact';

const safe = fc.maxSafeInteger();

describe('exact products', () => {
  it('compare as big integers do', () => {
    fc.assert(
      fc.property(safe, safe, safe, safe, (a, b, c, d) => {
        const left = BigInt(a) * BigInt(b);
        const right = BigInt(c) * BigInt(d);
        const expected = left < right ? -1 : left > right ? 1 : 0;
        expect(Math.sign(compareProducts(a, b, c, d))).toBe(expected);
      }),
    );
  });

  it('compare large ones that differ by little, whatever their signs', () => {
    const large = fc.integer({ min: 94_906_267, max: Number.MAX_SAFE_INTEGER - 1 });
    const sign = fc.constantFrom(-1, 0, 1);
    fc.assert(
      fc.property(large, large, sign, sign, fc.integer({ min: -1, max: 1 }), (a, b, first, second, more) => {
        const [p, q, r, s] = [a * first, b, b, (a + more) * second];
        const difference = BigInt(p) * BigInt(q) - BigInt(r) * BigInt(s);
        const expected = difference < 0n ? -1 : difference > 0n ? 1 : 0;
        // + 0, as nothing is told by a zero below zero.
        expect(Math.sign(compareProducts(p, q, r, s)) + 0).toBe(expected);
      }),
    );
  });

  it('that are safe are told with their difference', () => {
    expect([compareProducts(3, 5, 2, 4), compareProducts(-3, 5, 2, 4), compareProducts(0, 9, 5, 0)]).toEqual([
      7, -23, 0,
    ]);
  });

  it('round half up as big integers do', () => {
    fc.assert(
      fc.property(safe, fc.maxSafeInteger(), fc.integer({ min: 1, max: 1_000_000 }), (a, b, divisor) => {
        // floor((2ab + d) / 2d), floored towards minus infinity.
        const top = 2n * BigInt(a) * BigInt(b) + BigInt(divisor);
        const bottom = 2n * BigInt(divisor);
        const floor = top / bottom - (top % bottom < 0n ? 1n : 0n);
        if (floor > BigInt(Number.MAX_SAFE_INTEGER) || floor < -BigInt(Number.MAX_SAFE_INTEGER)) return;
        expect(BigInt(productOver(a, b, divisor))).toBe(floor);
      }),
    );
  });

  it.each([
    [101100, 35, 1000, 3539],
    [50001, 500, 1000, 25001],
    [1, 1, 2, 1],
    [-1, 1, 2, 0],
    [-3, 1, 2, -1],
    [-5, 1, 3, -2],
    [3, -1, 2, -1],
    [0, 7, 3, 0],
    [1, 1, 3, 0],
    [2, 1, 3, 1],
    [9_999, 10_000, 1, 99_990_000],
    [10_000, 10_000, 1, 100_000_000],
    [94_906_267, 94_906_267, 1_000_000, 9_007_199_516],
    [Number.MAX_SAFE_INTEGER, 1, 1, Number.MAX_SAFE_INTEGER],
    [Number.MAX_SAFE_INTEGER, 1_000_000, 1_000_000, Number.MAX_SAFE_INTEGER],
  ])('%i × %i ÷ %i = %i', (a, b, divisor, value) => {
    expect(productOver(a, b, divisor)).toBe(value);
  });
});
