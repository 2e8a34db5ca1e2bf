import fc from 'fast-check';
import { decodeNumbers, encodeNumber, encodeNumbers } from './codec';

describe('numbers as text', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffffffff)), (numbers) => {
        expect([...decodeNumbers(encodeNumbers(numbers))]).toEqual(numbers);
      }),
    );
  });

  it('take one character below 32 and two below 1,024', () => {
    expect([31, 32, 1023, 1024].map((n) => encodeNumber(n).length)).toEqual([1, 2, 2, 3]);
  });
});
