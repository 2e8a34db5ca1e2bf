import fc from 'fast-check';
import { addDays, dateOf, dayNumber, formatDate, fromDayNumber } from '../shared/civil-date';
import { checkIdCard, ID_CARD_MESSAGES, idCardBirth, idCardCheckCharacter } from './id-card';
import { fullWidth } from './full-width.arbitrary';

const asOf = dateOf('2026-11-23');
const codeOf = (text: string): string => {
  const checked = checkIdCard(text, asOf);
  return checked.ok ? 'ok' : checked.error;
};

// Synthetic numbers: sequences 998 and 999 are not given to people.
const anyNumber = fc
  .record({
    region: fc.integer({ min: 110000, max: 899999 }),
    day: fc.integer({ min: dayNumber(dateOf('1900-01-01')), max: dayNumber(asOf) }),
    sequence: fc.constantFrom('998', '999'),
  })
  .map(({ region, day, sequence }) => {
    const digits = `${region}${formatDate(fromDayNumber(day)).replaceAll('-', '')}${sequence}`;
    return digits + idCardCheckCharacter(digits);
  });

describe('checkIdCard', () => {
  it.each([
    ['210213199003079993', '1990-03-07', 'male'],
    ['210213198501019980', '1985-01-01', 'female'],
    ['210213194611239994', '1946-11-23', 'male'],
    ['210213194611249981', '1946-11-24', 'female'],
    ['210213192611239995', '1926-11-23', 'male'],
    ['21021320250101998X', '2025-01-01', 'female'],
    ['210213202402299998', '2024-02-29', 'male'],
    ['210213194402299982', '1944-02-29', 'female'],
    ['210102198808089997', '1988-08-08', 'male'],
    ['21021319900107999X', '1990-01-07', 'male'],
  ])('%s was born on %s, %s', (number, birth, sex) => {
    expect(checkIdCard(number, asOf)).toEqual({
      ok: true,
      value: { number, birthDate: dateOf(birth), sex },
    });
  });

  it.each([
    ['210213199003079994', 'checksum'],
    ['210213202302299990', 'birthMissing'],
    ['210213202602309986', 'birthMissing'],
    ['210213199013329992', 'birthMissing'],
    ['210213202701019992', 'birthInFuture'],
    ['21021318991231999X', 'birthTooEarly'],
    ['21021319900307999', 'length'],
    ['2102131990030799931', 'length'],
    ['2102131990O3079993', 'characters'],
    ['X10213199003079993', 'characters'],
    ['210213900307999', 'oldNumber'],
    [fullWidth('210213199003079993'), 'fullWidth'],
    ['910213199003079993', 'foreignResident'],
    ['010213199003079993', 'region'],
    ['  ', 'empty'],
  ])('%s is refused: %s', (number, code) => {
    expect(codeOf(number)).toBe(code);
  });

  it('mends blanks and a small x', () => {
    expect(checkIdCard(' 210213 1990\u30000107\t999x ', asOf)).toMatchObject({
      ok: true,
      value: { number: '21021319900107999X' },
    });
  });

  it('takes a child born today and not one born tomorrow', () => {
    const onDay = (offset: number): string => {
      const digits = `210213${formatDate(addDays(asOf, offset)).replaceAll('-', '')}999`;
      return codeOf(digits + idCardCheckCharacter(digits));
    };
    expect([onDay(0), onDay(1)]).toEqual(['ok', 'birthInFuture']);
  });

  it('finds every single wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, add) => {
        expect(codeOf(number)).toBe('ok');
        const digit = String((Number(number.charAt(at)) + add) % 10);
        expect(codeOf(number.slice(0, at) + digit + number.slice(at + 1))).not.toBe('ok');
        const [a, b] = [number.charAt(at), number.charAt(at + 1)];
        if (a !== b) expect(codeOf(number.slice(0, at) + b + a + number.slice(at + 2))).not.toBe('ok');
      }),
    );
  });

  it('has a sentence for whatever is typed, and never throws', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('2', '1', '0', 'X', 'x', '1', ' '), maxLength: 20 }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const checked = checkIdCard(text, asOf);
        if (!checked.ok) expect(ID_CARD_MESSAGES[checked.error].length).toBeGreaterThan(10);
      }),
    );
  });
});

it('reads a birth date out of a number with a wrong check character', () => {
  expect(idCardBirth('210213199003079994')).toEqual(dateOf('1990-03-07'));
  expect(idCardBirth('21021319900307')).toBeUndefined();
});
