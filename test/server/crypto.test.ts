import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { canonical, type Json } from '../../server/crypto/canonical';
import { freshBytes } from '../../server/crypto/fresh-bytes';
import { blindIndex, CIPHERS, readKeys, type KeyRing } from '../../server/crypto/keys';
import { keyIdOf, seal, unseal } from '../../server/crypto/seal';
import { hmacSm3, sm3 } from '../../server/crypto/sm3';

const secret = () => randomBytes(32).toString('base64');
const index = secret();

function ring(keys: string): KeyRing {
  const read = readKeys(keys, index);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

describe('SM3', () => {
  it('agrees with GB/T 32905', () => {
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(sm3('a', Buffer.from('bc'))).toBe(sm3('abc'));
    expect(hmacSm3(Buffer.from('key'), 'a').length).toBe(32);
  });
});

describe.each(CIPHERS)('values sealed with %s', (cipher) => {
  const keys = ring(`k1:${cipher}:${secret()}`);

  it('open where they belong', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (plain, place) => {
        const sealed = seal(keys, Buffer.from(plain), place);
        expect(unseal(keys, sealed, place)).toEqual({ ok: true, value: Buffer.from(plain) });
        expect(unseal(keys, sealed, `${place}x`)).toEqual({ ok: false, error: 'tampered' });
      }),
    );
  });

  it('never look the same twice, and show nothing', () => {
    const plain = '210213199003079993';
    const [a, b] = [seal(keys, plain, 'p'), seal(keys, plain, 'p')];
    expect(a.equals(b)).toBe(false);
    expect(a.includes(plain)).toBe(false);
  });

  it('do not open once any bit is changed or any end is cut', () => {
    const sealed = seal(keys, '张三 13912345678', 'users/1');
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.nat(7), (at, bit) => {
        const wrong = Buffer.from(sealed);
        wrong.writeUInt8(wrong.readUInt8(at) ^ (1 << bit), at);
        expect(unseal(keys, wrong, 'users/1').ok).toBe(false);
        expect(unseal(keys, sealed.subarray(0, at), 'users/1').ok).toBe(false);
        expect(unseal(keys, sealed.subarray(at + 1), 'users/1').ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('are opened by an old key, and sealed anew by the current one', () => {
    const old = `k1:${cipher}:${secret()}`;
    const sealed = seal(ring(old), 'text', 'p');
    const next = ring(`k2:sm4-cbc-hmac-sm3:${secret()},${old}`);
    const again = seal(next, unseal(next, sealed, 'p').ok ? 'text' : '', 'p');
    expect([keyIdOf(sealed), keyIdOf(again)]).toEqual(['k1', 'k2']);
    expect(unseal(ring(old), again, 'p')).toEqual({ ok: false, error: 'unknownKey' });
  });
});

describe('fresh bytes', () => {
  it('are never given out twice, whatever their number, over many pages', () => {
    const seen = new Set<string>();
    const sizes = [16, 12, 16, 31, 4096, 16, 4095, 12];
    const times = 2000;
    for (let i = 0; i < times; i += 1)
      for (const size of sizes) {
        const bytes = freshBytes(size);
        expect(bytes.length).toBe(size);
        seen.add(bytes.subarray(0, 12).toString('hex'));
      }
    expect(seen.size).toBe(times * sizes.length);
  });

  it('stay as they are when more are taken', () => {
    const first = freshBytes(16);
    const before = first.toString('hex');
    for (let i = 0; i < 1000; i += 1) freshBytes(16);
    expect(first.toString('hex')).toBe(before);
    expect(before).not.toBe('0'.repeat(32));
  });

  it('are at most a page at once', () => {
    expect(() => freshBytes(4097)).toThrow('4097');
  });
});

describe('keys', () => {
  it.each([
    ['', 'noKeys'],
    ['k1:des:AAAA', 'badKey'],
    ['K 1:aes-256-gcm:AAAA', 'badKey'],
    ['k1:aes-256-gcm:AAAA', 'badSecret'],
    [`k1:aes-256-gcm:${secret()},k1:aes-256-gcm:${secret()}`, 'keyTwice'],
  ])('%s is refused: %s', (text, error) => {
    expect(readKeys(text, index)).toEqual({ ok: false, error });
  });

  it('need an index key', () => {
    expect(readKeys(`k1:aes-256-gcm:${secret()}`, '')).toEqual({ ok: false, error: 'noIndexKey' });
  });

  it('give digests to look up by, apart for each purpose', () => {
    const keys = ring(`k1:aes-256-gcm:${secret()}`);
    expect(blindIndex(keys, 'login', 'x')).toBe(blindIndex(keys, 'login', 'x'));
    expect(blindIndex(keys, 'login', 'x')).not.toBe(blindIndex(keys, 'signer', 'x'));
  });
});

describe('canonical text', () => {
  it('is one for each value, and reads back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as Json;
        expect(JSON.parse(canonical(plain))).toEqual(plain);
      }),
    );
    expect(canonical({ b: 1, a: [{ d: 2, c: null }], e: undefined })).toBe('{"a":[{"c":null,"d":2}],"b":1}');
    expect(canonical('\u0000\ud800')).toBe('"\\u0000\\ud800"');
  });
});
