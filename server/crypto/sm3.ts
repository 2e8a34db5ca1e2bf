/** SM3 (GB/T 32905) by Node's own OpenSSL. */
import { createHash, createHmac } from 'node:crypto';

/** 64 hexadecimal digits. */
export const sm3 = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sm3');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

export const hmacSm3 = (key: Buffer, ...parts: readonly (string | Buffer)[]): Buffer => {
  const hmac = createHmac('sm3', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
};
