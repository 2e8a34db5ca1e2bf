import fc from 'fast-check';
import { anchorOf, centsOf, decimalOf, numberText, sizeText, wholeOf, yuanText } from './values';

describe('money', () => {
  it.each([
    ['0', 0],
    ['12', 1200],
    ['12.3', 1230],
    ['12.34', 1234],
    [' 0.07 ', 7],
  ])('%s is %d cents', (text, cents) => expect(centsOf(text)).toBe(cents));

  it.each(['', '-', '1,000', '12.345', '.5', '１２', '-3', '1e3'])('%s stays as typed', (text) =>
    expect(centsOf(text)).toBe(text),
  );

  it('is typed as it is shown', () => {
    fc.assert(fc.property(fc.nat(99_999_999_999), (cents) => centsOf(yuanText(cents)) === cents));
  });
});

it('reads whole and decimal numbers, and leaves the rest', () => {
  expect([wholeOf('007'), wholeOf('1.5'), decimalOf('1.50'), decimalOf('x'), wholeOf('')]).toEqual([
    7,
    '1.5',
    1.5,
    'x',
    '',
  ]);
  expect([numberText(3), numberText('三'), numberText(undefined)]).toEqual(['3', '三', '']);
});

it('makes ids of paths', () => expect(anchorOf('members[0].idNo')).toBe('f-members-0-idNo'));

it('says sizes', () => expect([68, 20_480, 2_202_010].map(sizeText)).toEqual(['1 KB', '20 KB', '2.1 MB']));
