import fc from 'fast-check';
import { privateKey, type PrivateKey } from '../../../server/certificate-paper/sign';
import { fromBase64url, toBase64url } from '../shared/base64url';
import { dateOf } from '../shared/civil-date';
import { verifySm2 } from '../sm/sm2';
import { BRANCH, COMPANY } from './desk.arbitrary';
import { certificateNumber } from './numbers';
import {
  payloadBytes,
  payloadText,
  readPayload,
  scannedText,
  SIGNATURE_BYTES,
  verifyLink,
  verifyPayload,
  type CertificatePayload,
} from './payload';
import type { SigningKey } from './reference';

const numberOf = (day: string, serial: number): string => {
  const number = certificateNumber({ issuedOn: dateOf(day), serial });
  if (!number.ok) throw new Error(day);
  return number.value;
};

function keyOf(id: string, fill: number): PrivateKey {
  const key = privateKey(id, Buffer.alloc(32, fill));
  if (!key) throw new Error('no key');
  return key;
}

const ours = keyOf('a1', 7);
const old = keyOf('a0', 9);
const foreign = keyOf('a1', 8);
const keys: readonly SigningKey[] = [old, ours].map(({ id, publicKey }) => ({ id, publicKey, demo: true }));

const genuine: CertificatePayload = {
  keyId: 'a1',
  number: numberOf('2026-12-02', 12),
  creditCode: COMPANY,
  companyName: '大连甲乙丙丁精密制造股份有限公司',
  outcome: 'issued',
  period: { start: dateOf('2023-01-01'), end: dateOf('2026-11-22') },
  scope: '00112233445566778899aabbccddeeff',
};

const signed = (payload: CertificatePayload, key = ours): string => {
  const bytes = payloadBytes(payload);
  return payloadText(bytes, key.sign(bytes));
};

const verify = (text: string) => verifyPayload(text, keys, verifySm2);
const text = signed(genuine);
const bytes = [...(fromBase64url(text).ok ? Buffer.from(text, 'base64url') : [])];

const anyPayload: fc.Arbitrary<CertificatePayload> = fc.record({
  keyId: fc.constantFrom('a0', 'a1'),
  number: fc.integer({ min: 1, max: 9999 }).map((serial) => numberOf('2026-12-02', serial)),
  creditCode: fc.constantFrom(COMPANY, BRANCH),
  companyName: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  outcome: fc.constantFrom('issued', 'partiallyIssued'),
  period: fc.constantFrom(genuine.period, { start: dateOf('2020-02-29'), end: dateOf('2020-03-01') }),
  scope: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 }),
});

describe('a payload', () => {
  it('comes back as it was signed, by the key it names', () =>
    fc.assert(
      fc.property(anyPayload, (payload) => {
        const result = verify(signed(payload, payload.keyId === 'a1' ? ours : old));
        expect(result).toEqual({ ok: true, value: { payload, key: keys[payload.keyId === 'a1' ? 1 : 0] } });
      }),
      { numRuns: 20 },
    ));

  it('is the same text for the same facts', () => expect(signed({ ...genuine })).toBe(text));

  it('says why it is refused', () => {
    const change = (at: number, byte: number): string =>
      toBase64url(bytes.map((old, i) => (i === at ? byte : old)));
    const twice = signed({ ...genuine, keyId: 'a2' });
    expect(
      [
        'x',
        '',
        toBase64url(bytes.slice(0, 40)),
        toBase64url([...bytes.slice(0, -64), 0, ...bytes.slice(-64)]),
        change(0, 2),
        // The month.
        change(6, 13),
        // A digit of the credit code.
        change(12, 0x35),
        twice,
        signed(genuine, foreign),
        signed({ ...genuine, keyId: 'a0' }),
      ].map((one) => {
        const result = verify(one);
        return result.ok ? 'ok' : result.error;
      }),
    ).toEqual([
      'shape',
      'shape',
      'shape',
      'shape',
      'version',
      'contents',
      'contents',
      'unknownKey',
      'signature',
      'signature',
    ]);
  });

  it('is read out of the link, whatever its host, and out of the bare text', () => {
    const link = verifyLink('https://example.com/', text);
    expect(link).toBe(`https://example.com/verify?c=${text}`);
    expect([link, ` ${text}\n`, `/verify?x=1&c=${text}#top`].map(scannedText)).toEqual([text, text, text]);
    expect(scannedText('https://example.com/')).toBe('https://example.com/');
  });

  it('throws on facts that no case lets through', () => {
    const wrong: readonly Partial<CertificatePayload>[] = [
      { number: 'JPWG-1' },
      { companyName: '' },
      { creditCode: COMPANY.slice(1) },
      { keyId: 'UPPER' },
      { scope: '00' },
    ];
    for (const one of wrong) expect(() => payloadBytes({ ...genuine, ...one })).toThrow();
  });
});

/** What a forger may try: the text, its bytes, or whole fields under the old signature. */
const inText = fc
  .tuple(fc.nat(text.length - 1), fc.base64String({ maxLength: 4 }))
  .map(([at, piece]) => text.slice(0, at) + piece.replace(/[+/=]/g, '_') + text.slice(at + 1));
const cut = fc
  .tuple(fc.nat(text.length - 1), fc.nat(text.length))
  .map(([from, to]) => text.slice(0, from) + text.slice(to));
const inBits = fc
  .tuple(fc.nat(bytes.length - 1), fc.nat(7))
  .map(([at, bit]) => toBase64url(bytes.map((byte, i) => (i === at ? byte ^ (1 << bit) : byte))));
const inBytes = fc
  .tuple(fc.nat(bytes.length - 2), fc.nat(255))
  .map(([at, byte]) => toBase64url([...bytes.slice(0, at), byte, ...bytes.slice(at + (byte % 2))]));
const otherFacts = anyPayload.map((payload) =>
  toBase64url([...payloadBytes(payload), ...bytes.slice(-SIGNATURE_BYTES)]),
);
const otherKey = anyPayload.map((payload) => signed({ ...payload, keyId: 'a1' }, foreign));

const anyMutation: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: inText },
  { weight: 4, arbitrary: cut },
  { weight: 3, arbitrary: inBits },
  { weight: 3, arbitrary: inBytes },
  { weight: 1, arbitrary: otherFacts },
  { weight: 1, arbitrary: otherKey },
);

describe('10,000 forgeries', () => {
  it('are all refused', () => {
    const reasons = new Map<string, number>();
    const forged = fc
      .sample(anyMutation, { numRuns: 10_500, seed: 20261202 })
      .filter((one) => one !== text)
      .slice(0, 10_000);
    for (const one of forged) {
      const result = verify(one);
      const reason = result.ok ? 'ok' : result.error;
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    expect(reasons.get('ok')).toBeUndefined();
    expect([...reasons.values()].reduce((sum, n) => sum + n, 0)).toBe(10_000);
    // Many get past shape and contents, so that it is the signature that stops them.
    expect(reasons.get('signature') ?? 0).toBeGreaterThan(2000);
    expect(readPayload(text).ok).toBe(true);
  }, 120_000);
});
