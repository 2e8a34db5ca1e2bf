import fc from 'fast-check';
import { dateOf, dayNumber, fromDayNumber } from '../shared/civil-date';
import { accessCode, groupedCode, readAccessCode } from './access-code';
import { certificateNumber, readCertificateNumber } from './numbers';

const anyNumber = fc
  .tuple(
    fc.integer({ min: dayNumber(dateOf('2024-01-01')), max: dayNumber(dateOf('2099-12-31')) }),
    fc.integer({ min: 1, max: 9999 }),
  )
  .map(([day, serial]) => ({ issuedOn: fromDayNumber(day), serial }));

const swap = (text: string, i: number, j: number): string => {
  const chars = [...text];
  [chars[i], chars[j]] = [text.charAt(j), text.charAt(i)];
  return chars.join('');
};

describe('certificate numbers', () => {
  it('have the shape, and are read back', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const text = certificateNumber(number);
        if (!text.ok) throw new Error(text.error);
        expect(text.value).toMatch(/^JPWG-\d{8}-\d{4}-[\dX]$/);
        expect(readCertificateNumber(` ${text.value.toLowerCase()} `)).toEqual({ ok: true, value: number });
      }),
    );
  });

  it('lose their check with any wrong digit and any two neighbours swapped', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(16), fc.nat(9), (number, at, digit) => {
        const made = certificateNumber(number);
        if (!made.ok) throw new Error(made.error);
        const text = made.value;
        const wrong = `${text.slice(0, 5 + at)}${digit}${text.slice(6 + at)}`;
        if (/\d/.test(text.charAt(5 + at)) && wrong !== text)
          expect(readCertificateNumber(wrong).ok).toBe(false);
        const swapped = swap(text, 5 + at, 6 + at);
        if (swapped !== text) expect(readCertificateNumber(swapped).ok).toBe(false);
      }),
    );
  });

  it.each([
    ['JPWG-20261123-0001', 'shape'],
    ['JPWG-20260230-0001-0', 'date'],
    ['JPWG-20261123-0000-0', 'serial'],
  ])('%s is refused: %s', (text, error) => {
    expect(readCertificateNumber(text)).toEqual({ ok: false, error });
  });

  it.each([0, 10_000, 1.5])('has no serial %d', (serial) => {
    expect(certificateNumber({ issuedOn: dateOf('2026-11-23'), serial }).ok).toBe(false);
  });
});

const anyCode = fc.uint8Array({ minLength: 10, maxLength: 10 }).map(accessCode);
const CHARACTERS = [...'23456789ABCDEFGHJKLMNPQRSTUVWXYZ'];

describe('access codes', () => {
  it('are 16 characters without 0 1 I O, read back however they are typed', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(code).toMatch(/^[2-9A-HJ-NP-Z]{16}$/);
        expect(readAccessCode(` ${groupedCode(code).toLowerCase()} `)).toEqual({ ok: true, value: code });
      }),
    );
  });

  it('keep every one of their 75 random bits', () => {
    const base = accessCode(new Uint8Array(10));
    const codes = new Set([base]);
    for (let bit = 0; bit < 75; bit++) {
      const random = new Uint8Array(10);
      random[bit >> 3] = 0x80 >> (bit & 7);
      codes.add(accessCode(random));
    }
    expect(codes.size).toBe(76);
  });

  it('find any wrong character and any two swapped', () => {
    fc.assert(
      fc.property(
        anyCode,
        fc.nat(15),
        fc.nat(15),
        fc.constantFrom(...CHARACTERS),
        (code, i, j, character) => {
          const wrong = `${code.slice(0, i)}${character}${code.slice(i + 1)}`;
          expect(readAccessCode(wrong).ok).toBe(wrong === code);
          const swapped = swap(code, i, j);
          expect(readAccessCode(swapped).ok).toBe(swapped === code);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('say what is wrong', () => {
    expect(readAccessCode('2222')).toEqual({ ok: false, error: 'length' });
    expect(readAccessCode('O222222222222222')).toEqual({ ok: false, error: 'characters' });
    expect(() => accessCode(new Uint8Array(9))).toThrow(RangeError);
  });
});
