import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { dateOf } from '../shared/civil-date';
import { checkCreditCode, creditCodeCheckCharacter, organisationCheckCharacter } from './credit-code';
import { checkIdCard, idCardCheckCharacter } from './id-card';

/**
 * A second reading of the check characters: the stdnum library, written by others. It is not what ships, because
 * version 1.12 refuses every credit code whose remainder is 0 (GB 32100 gives those the check character 0).
 */

const isRight = (kind: 'ric' | 'uscc', text: string): boolean | undefined =>
  stdnum['CN']?.[kind]?.validate(text).isValid;

const asOf = dateOf('2026-11-25');
const two = (n: number): string => String(n).padStart(2, '0');

const idNumber = fc
  .record({
    year: fc.integer({ min: 1930, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    sequence: fc.constantFrom('998', '999'),
  })
  .map(({ year, month, day, sequence }) => {
    const digits = `210213${year}${two(month)}${two(day)}${sequence}`;
    return digits + idCardCheckCharacter(digits);
  });

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisation = fc
  .array(fc.constantFrom(...'0123456789'), { minLength: 8, maxLength: 8 })
  .map((characters) => characters.join(''))
  .map((body) => body + organisationCheckCharacter(body));
const creditCode = organisation.map((code) => {
  const body = `91210213${code}`;
  return body + creditCodeCheckCharacter(body);
});

/** The same text with one character replaced. */
const oneWrong = (text: fc.Arbitrary<string>, alphabet: string) =>
  fc
    .tuple(text, fc.nat(17), fc.constantFrom(...alphabet))
    .map(([whole, at, character]) => whole.slice(0, at) + character + whole.slice(at + 1));

describe('check characters, beside a library', () => {
  it('reads ID cards as it does, right and with one character wrong', () => {
    fc.assert(
      fc.property(fc.oneof(idNumber, oneWrong(idNumber, '0123456789X')), (text) => {
        const ours = checkIdCard(text, asOf);
        const isValid = isRight('ric', text);
        // Dates and regions are each side's own; the check character is not.
        if (ours.ok) expect({ text, isValid }).toEqual({ text, isValid: true });
        else if (ours.error === 'checksum') expect({ text, isValid }).toEqual({ text, isValid: false });
      }),
      { numRuns: 500 },
    );
  });

  it('reads credit codes as it does, right and with one character wrong', () => {
    fc.assert(
      fc.property(fc.oneof(creditCode, oneWrong(creditCode, ALPHABET)), (text) => {
        const ours = checkCreditCode(text);
        fc.pre(!text.endsWith('0'));
        const isValid = isRight('uscc', text);
        if (ours.ok) expect({ text, isValid }).toEqual({ text, isValid: true });
        else if (ours.error === 'checksum') expect({ text, isValid }).toEqual({ text, isValid: false });
      }),
      { numRuns: 500 },
    );
  });
});
