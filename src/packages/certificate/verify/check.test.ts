import { accessCode } from '@/domain/certificate/access-code';
import { payloadBytes, payloadText, verifyLink } from '@/domain/certificate/payload';
import { dateOf } from '@/domain/shared/civil-date';
import { DEMO_KEY_ID, demoSecret } from '../../../../server/certificate-paper/demo-key';
import { privateKey } from '../../../../server/certificate-paper/sign';
import { checkText } from './check';

const code = accessCode(new Uint8Array(10).fill(3));

function signed(keyId = DEMO_KEY_ID): string {
  const key = privateKey(keyId, demoSecret());
  if (!key) throw new Error('no key');
  const bytes = payloadBytes({
    keyId,
    number: 'JPWG-20261202-0001-4',
    creditCode: '91210213MATEXY0136',
    companyName: '甲公司',
    outcome: 'issued',
    period: { start: dateOf('2023-01-01'), end: dateOf('2026-11-22') },
    scope: '0'.repeat(32),
  });
  return payloadText(bytes, key.sign(bytes));
}

it('tells a code as typed, which only the server knows', () => {
  const typed = `${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`;
  expect(checkText(typed)).toEqual({ kind: 'code', ask: { by: 'code', code } });
  expect(checkText(' ')).toEqual({ kind: 'empty' });
});

it('knows a signature of ours in the link of the QR and by itself', () => {
  const text = signed();
  for (const given of [text, verifyLink('https://example.test', text)])
    expect(checkText(given)).toMatchObject({ kind: 'genuine', ask: { by: 'payload', payload: text } });
});

it.each([
  ['a code with a slip', `${code.slice(0, 15)}${code.endsWith('2') ? '3' : '2'}`],
  ['a text with a letter changed', signed().replace(/.{4}$/, 'AAAA')],
  ['a key that is not published', signed('another')],
  ['any other QR', 'https://example.test/menu?table=7&more=and-more-of-it'],
])('refuses %s', (_, text) => {
  expect(checkText(text).kind).toBe('refused');
});
