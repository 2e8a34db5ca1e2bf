import { createECDH, createHash } from 'node:crypto';
import fc from 'fast-check';
import { sm2 } from 'sm-crypto-v2';
import { sm3 } from './sm3';
import { isPublicKey, verifySm2 } from './sm2';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

function keyPair(seed: number) {
  const pair = createECDH('SM2');
  pair.setPrivateKey(Buffer.from(createHash('sha256').update(String(seed)).digest()));
  return { secret: pair.getPrivateKey('hex').padStart(64, '0'), publicKey: pair.getPublicKey('hex') };
}

describe('sm3', () => {
  it('gives the two examples of the standard', () => {
    expect(hex(sm3(bytes('616263')))).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
    expect(hex(sm3(bytes('61626364'.repeat(16))))).toBe(
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    );
  });

  it('is what OpenSSL says for any bytes', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (message) => {
        expect(hex(sm3(message))).toBe(createHash('sm3').update(message).digest('hex'));
      }),
    ));
});

describe('verifySm2', () => {
  it('takes what a library signs, and refuses each other message, signature and key', () => {
    for (let i = 0; i < 12; i += 1) {
      const { secret, publicKey } = keyPair(i);
      const message = Uint8Array.from(createHash('sha512').update(String(i)).digest());
      const signature = bytes(sm2.doSignature(message, secret, { hash: true, publicKey }));
      expect(verifySm2(publicKey, message, signature)).toBe(true);
      const wrong = Uint8Array.from(signature);
      wrong[i] = (wrong[i] ?? 0) ^ (1 << (i % 8));
      expect(verifySm2(publicKey, message, wrong)).toBe(false);
      expect(verifySm2(publicKey, message.subarray(1), signature)).toBe(false);
      expect(verifySm2(keyPair(i + 1).publicKey, message, signature)).toBe(false);
    }
  });

  it('takes the example of GB/T 32918.5', () => {
    const publicKey =
      '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
      'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13';
    const signature =
      'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3' +
      'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa';
    expect(verifySm2(publicKey, Buffer.from('message digest'), bytes(signature))).toBe(true);
  });

  it('refuses r and s of 0 or beyond the order, and what has not the length', () => {
    const { secret, publicKey } = keyPair(1);
    const message = bytes('00');
    const signature = sm2.doSignature(message, secret, { hash: true, publicKey });
    const order = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123';
    const [r, s] = [signature.slice(0, 64), signature.slice(64)];
    const none = '0'.repeat(64);
    const others = [
      none + s,
      r + none,
      order + s,
      r + order,
      none + none,
      `${r}${s}00`,
      r,
      'ff'.repeat(64),
      '',
    ];
    expect(others.map((one) => verifySm2(publicKey, message, bytes(one)))).toEqual(others.map(() => false));
  });

  it('knows a public key: on the curve, below the prime, in small letters', () => {
    const { publicKey } = keyPair(2);
    const prime = 'fffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffff';
    expect(isPublicKey(publicKey)).toBe(true);
    const others = [
      publicKey.slice(0, -1) + (publicKey.endsWith('0') ? '1' : '0'),
      publicKey.toUpperCase(),
      `02${publicKey.slice(2, 66)}`,
      `04${prime}${prime}`,
      '',
    ];
    expect(others.map(isPublicKey)).toEqual(others.map(() => false));
  });
});
