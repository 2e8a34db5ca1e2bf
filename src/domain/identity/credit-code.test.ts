import fc from 'fast-check';
import {
  checkCreditCode,
  CREDIT_CODE_MESSAGES,
  creditCodeCheckCharacter,
  organisationCheckCharacter,
} from './credit-code';
import { fullWidth } from './full-width.arbitrary';

const codeOf = (text: string): string => {
  const checked = checkCreditCode(text);
  return checked.ok ? checked.value.kind : checked.error;
};

const CHARACTERS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const anyCode = fc
  .tuple(
    fc.constantFrom('91', '92', '93', '51', '52', '53', '11', '12', 'Y1', 'N2'),
    fc.integer({ min: 110000, max: 899999 }),
    fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 8, maxLength: 8 }),
  )
  .map(([prefix, region, body]) => {
    const code = `${prefix}${region}${body}${organisationCheckCharacter(body)}`;
    return code + creditCodeCheckCharacter(code);
  });

describe('checkCreditCode', () => {
  it.each([
    ['91210213MATEXY0136', 'enterprise'],
    ['91210213MATEXY0211', 'enterprise'],
    ['91210213MATEXY03XQ', 'enterprise'],
    ['92210213MATEXY048M', 'selfEmployed'],
    ['93210213MATEXY056D', 'cooperative'],
    ['52210213MATEXY064F', 'privateNonEnterprise'],
    ['51210213MATEXY072D', 'association'],
    ['12210213MATEXY0809', 'institution'],
    ['91210102MATEXY099X', 'enterprise'],
    ['91210213matexy0136', 'enterprise'],
    ['91210213 MATEXY 0136', 'enterprise'],
  ])('%s is %s', (code, kind) => {
    expect(codeOf(code)).toBe(kind);
  });

  it.each([
    ['91210213MATEXY0131', 'checksum'],
    ['92210213MATEXY0481', 'checksum'],
    ['9121O213MATEXY0136', 'forbiddenLetter'],
    ['91210213MAIEXY0136', 'forbiddenLetter'],
    ['91210213MATEXY013S', 'forbiddenLetter'],
    ['91210213MATEVY0136', 'forbiddenLetter'],
    ['91210213MATEXZ0136', 'forbiddenLetter'],
    ['91210213MATEXY013', 'length'],
    ['91210213MATEXY01360', 'length'],
    ['91210213MATEXY013-', 'characters'],
    ['9121021AMATEXY0136', 'region'],
    [fullWidth('91210213MATEXY0136'), 'fullWidth'],
    ['', 'empty'],
  ])('%s is refused: %s', (code, fault) => {
    expect(codeOf(code)).toBe(fault);
  });

  it('checks the organisation code inside, not only the whole', () => {
    const code = '91210213MATEXY014';
    expect(codeOf(code + creditCodeCheckCharacter(code))).toBe('organisationCode');
  });

  it('finds every single wrong character', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(17), fc.constantFrom(...CHARACTERS), (code, at, other) => {
        expect(checkCreditCode(code).ok).toBe(true);
        const wrong = code.slice(0, at) + other + code.slice(at + 1);
        expect(checkCreditCode(wrong).ok).toBe(wrong === code);
      }),
    );
  });

  it('has a sentence for whatever is typed, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 24 }), (text) => {
        const checked = checkCreditCode(text);
        if (!checked.ok) expect(CREDIT_CODE_MESSAGES[checked.error].length).toBeGreaterThan(10);
      }),
    );
  });
});
