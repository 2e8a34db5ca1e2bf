import fc from 'fast-check';
import { checkContact, contactMessage, type ContactKind } from './contact';
import { fullWidth } from './full-width.arbitrary';

const codeOf = (kind: ContactKind, text: string): string => {
  const checked = checkContact(kind, text);
  return checked.ok ? 'ok' : checked.error;
};

describe('checkContact', () => {
  it.each<[ContactKind, string, string]>([
    ['mobile', '13800000000', 'ok'],
    ['mobile', '138 0000 0000', 'ok'],
    ['mobile', '12800000000', 'shape'],
    ['mobile', '1380000000', 'shape'],
    ['mobile', '+8613800000000', 'shape'],
    ['mobile', fullWidth('13800000000'), 'fullWidth'],
    ['mobile', '', 'empty'],
    ['dalianLandline', '0411-00000000', 'ok'],
    ['dalianLandline', '041100000000', 'ok'],
    ['dalianLandline', '0410-00000000', 'shape'],
    ['dalianLandline', '0411-0000000', 'shape'],
    ['phone', '13800000000', 'ok'],
    ['phone', '010-00000000', 'ok'],
    ['phone', '12345', 'shape'],
    ['postcode', '116600', 'ok'],
    ['postcode', '11660', 'shape'],
    ['email', ' name.other@mail.example.com ', 'ok'],
    ['email', 'name@example', 'shape'],
    ['email', 'na me@example.com', 'shape'],
    ['email', '.name@example.com', 'shape'],
    ['email', 'na..me@example.com', 'shape'],
    ['email', 'name@-example.com', 'shape'],
    ['email', `${'a'.repeat(65)}@example.com`, 'shape'],
  ])('%s %s is %s', (kind, text, code) => {
    expect(codeOf(kind, text)).toBe(code);
  });

  it('answers any text, however long', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        for (const kind of ['mobile', 'dalianLandline', 'phone', 'email', 'postcode'] as const) {
          const checked = checkContact(kind, text);
          if (!checked.ok) expect(contactMessage(kind, checked.error).length).toBeGreaterThan(5);
        }
      }),
    );
    expect(codeOf('email', 'a.'.repeat(100_000))).toBe('shape');
  });
});
