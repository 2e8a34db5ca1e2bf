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

  it('round half up as big integers do', () => {
    fc.assert(
      fc.property(safe, fc.nat(2000), fc.integer({ min: 1, max: 1_000_000 }), (a, b, divisor) => {
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
    [-1, 1, 2, 0],
  ])('%i × %i ÷ %i = %i', (a, b, divisor, value) => {
    expect(productOver(a, b, divisor)).toBe(value);
  });
});
