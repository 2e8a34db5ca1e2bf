import fc from 'fast-check';
import { checkBankCard, passesLuhn } from './bank-card';
import { fullWidth } from './full-width.arbitrary';

const codeOf = (text: string): string => {
  const checked = checkBankCard(text);
  return checked.ok ? checked.value : checked.error;
};

describe('checkBankCard', () => {
  it.each([
    ['6228480999999999991', '6228480999999999991'],
    ['6217 0099 9999 9999 996', '6217009999999999996'],
    ['6228480999999999992', 'checksum'],
    ['6217009999999999995', 'checksum'],
    ['622848099999999', 'length'],
    ['62284809999999999910', 'length'],
    ['6228-4809-9999-9999-991', 'characters'],
    [fullWidth('6228480999999999991'), 'fullWidth'],
    ['', 'empty'],
  ])('%s is %s', (text, answer) => {
    expect(codeOf(text)).toBe(answer);
  });

  it('finds every single wrong digit', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 15, maxLength: 18 });
    fc.assert(
      fc.property(digits, fc.nat(14), fc.integer({ min: 1, max: 9 }), (body, at, add) => {
        const check = [...'0123456789'].filter((digit) => passesLuhn(body + digit));
        expect(check).toHaveLength(1);
        const wrong = body.slice(0, at) + String((Number(body.charAt(at)) + add) % 10) + body.slice(at + 1);
        expect(codeOf(wrong + check.join(''))).toBe('checksum');
      }),
    );
  });
});
