/** The port that issuing calls, and where its key comes from. */
import { verifyPayload } from '@/domain/certificate/payload';
import type { SigningKey } from '@/domain/certificate/reference';
import { err, ok, type Result } from '@/domain/shared/result';
import { verifySm2 } from '@/domain/sm/sm2';
import type { CertificateMaker } from '../certificate/port';
import { reference } from '../certificate/rules';
import type { Env, Mode } from '../mode';
import { DEMO_KEY_ID, demoSecret } from './demo-key';
import { drawPaper, type Signer } from './paper';
import { privateKey, type PrivateKey } from './sign';

export const certificateMaker = (
  signer: Signer,
  keys: readonly SigningKey[] = reference.keys,
): CertificateMaker => ({
  make: (facts) => drawPaper(facts, signer),
  read: (text) => {
    const verified = verifyPayload(text, keys, verifySm2);
    return verified.ok ? ok({ number: verified.value.payload.number }) : err('invalid');
  },
});

/** `ID:BASE64` of 32 random bytes. */
function keyIn(text: string): PrivateKey | undefined {
  const [id = '', encoded = ''] = text.split(':');
  return /^[a-z0-9-]{1,32}$/.test(id) ? privateKey(id, Buffer.from(encoded, 'base64')) : undefined;
}

/** A key that no phone knows would make certificates that no phone believes. */
function published({ id, publicKey }: PrivateKey, keys: readonly SigningKey[]): Result<SigningKey, string> {
  const known = keys.find((one) => one.id === id);
  if (known?.publicKey === publicKey) return ok(known);
  return err(
    `APP_CERTIFICATE_KEY: add to src/content/certificate/keys.yaml { id: ${id}, demo: false, publicKey: ${publicKey} } and build again.`,
  );
}

/**
 * `APP_CERTIFICATE_KEY`, or the demo key in a demo. Without a key production issues nothing; the demo key, under
 * whatever name, it refuses.
 */
export function makerFrom(
  { APP_CERTIFICATE_KEY, PUBLIC_URL }: Env,
  mode: Mode,
  port: number,
  keys: readonly SigningKey[] = reference.keys,
): Result<CertificateMaker | undefined, string> {
  const given = APP_CERTIFICATE_KEY ?? '';
  if (given === '' && mode === 'production') return ok(undefined);
  const key = given === '' ? privateKey(DEMO_KEY_ID, demoSecret()) : keyIn(given);
  if (!key) return err('APP_CERTIFICATE_KEY is ID:BASE64, an id and 32 bytes.');
  const known = published(key, keys);
  if (!known.ok) return known;
  const isDemoKey = known.value.demo || key.publicKey === privateKey(DEMO_KEY_ID, demoSecret())?.publicKey;
  if (isDemoKey && mode === 'production')
    return err('Production signs no certificates with a demo key: set APP_CERTIFICATE_KEY.');
  const origin = PUBLIC_URL ?? `http://127.0.0.1:${port}`;
  return ok(certificateMaker({ key, demo: isDemoKey, origin }, keys));
}
