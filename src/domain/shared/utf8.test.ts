import fc from 'fast-check';
import { fromBase64url, toBase64url } from './base64url';
import { utf8Bytes, utf8Text } from './utf8';

describe('UTF-8', () => {
  it('is what Node writes, and comes back', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const bytes = utf8Bytes(text);
        expect(bytes).toEqual([...Buffer.from(text)]);
        expect(utf8Text(bytes)).toEqual({ ok: true, value: text });
      }),
    ));

  it('takes bytes where Node takes them without mending, and no others', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6 }), (bytes) => {
        const text = Buffer.from(bytes).toString();
        const isText = Buffer.from(text).equals(Buffer.from(bytes));
        expect(utf8Text(bytes)).toEqual(isText ? { ok: true, value: text } : { ok: false, error: 'utf8' });
      }),
      { numRuns: 2000 },
    ));

  it('refuses overlong forms, surrogates and what lies beyond', () => {
    const wrong = [
      [0xc0, 0x80],
      [0xe0, 0x80, 0x80],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xe9, 0x87],
    ];
    expect(wrong.map((bytes) => utf8Text(bytes).ok)).toEqual(wrong.map(() => false));
    expect(utf8Bytes('\ud800')).toEqual([0xef, 0xbf, 0xbd]);
  });
});

describe('base64url', () => {
  it('is what Node writes, and comes back', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64url(text)).toEqual({ ok: true, value: bytes });
      }),
    ));

  it('refuses another form of the same bytes', () => {
    const wrong = ['AB', 'AAB', 'A', 'AA==', 'A A', 'AA+/', 'AAAAA'];
    expect(wrong.map((text) => fromBase64url(text).ok)).toEqual(wrong.map(() => false));
  });
});
