import { base32, codeFor, stepOf } from '../../server/staff/totp';

describe('one-time codes', () => {
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('are those of RFC 6238 at %i s', (seconds, code) => {
    expect(codeFor(Buffer.from('12345678901234567890'), Math.floor(seconds / 30), 8)).toBe(code);
  });

  it('have keys as apps take them', () => {
    expect(base32(Buffer.from('12345678901234567890'))).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  });

  it('are good for half a minute more or less, and once', () => {
    const secret = Buffer.from('12345678901234567890');
    const at = 1_700_000_000_000;
    const step = Math.floor(at / 30_000);
    const codes = [-2, -1, 0, 1, 2].map((d) => stepOf(secret, codeFor(secret, step + d), at, 0));
    expect(codes).toEqual([undefined, step - 1, step, step + 1, undefined]);
    expect(stepOf(secret, codeFor(secret, step), at, step)).toBeUndefined();
  });
});
