/** An S3-compatible bucket (MinIO, Ceph, a cloud's), path style, each request signed with AWS Signature Version 4. */
import { createHash, createHmac } from 'node:crypto';
import type { FileStore } from './port';

export interface S3Config {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

const TIMEOUT_MS = 30_000;

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();

const queryOf = ({ searchParams }: URL): string =>
  [...searchParams]
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .sort()
    .join('&');

/** The value of `authorization`. `time`: `20261124T040000Z`. Host, hash and time are signed. */
export function signature(
  { region, accessKey, secretKey }: Omit<S3Config, 'endpoint' | 'bucket'>,
  { method, url, hash, time }: { method: string; url: URL; hash: string; time: string },
): string {
  const day = time.slice(0, 8);
  const scope = `${day}/${region}/s3/aws4_request`;
  const signed = 'host;x-amz-content-sha256;x-amz-date';
  const request = [
    method,
    url.pathname,
    queryOf(url),
    `host:${url.host}`,
    `x-amz-content-sha256:${hash}`,
    `x-amz-date:${time}`,
    '',
    signed,
    hash,
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(request)].join('\n');
  const dayKey = hmac(`AWS4${secretKey}`, day);
  const key = [region, 's3', 'aws4_request'].reduce((made, part) => hmac(made, part), dayKey);
  const made = hmac(key, text).toString('hex');
  return `AWS4-HMAC-SHA256 Credential=${accessKey}/${scope}, SignedHeaders=${signed}, Signature=${made}`;
}

export function s3Files(config: S3Config, now: () => number): FileStore {
  async function call(method: 'PUT' | 'GET' | 'DELETE', name: string, bytes?: Buffer): Promise<Response> {
    const url = new URL(`/${config.bucket}/${name}`, config.endpoint);
    const time = new Date(now()).toISOString().replace(/[:-]|\.\d{3}/g, '');
    const hash = sha256(bytes ?? '');
    const response = await fetch(url, {
      method,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
      headers: {
        authorization: signature(config, { method, url, hash, time }),
        'x-amz-content-sha256': hash,
        'x-amz-date': time,
      },
      ...(bytes ? { body: new Uint8Array(bytes) } : {}),
    });
    if (response.ok || (response.status === 404 && method !== 'PUT')) return response;
    throw new Error(`the bucket answered ${method} with ${response.status}`);
  }
  return {
    put: async (name, bytes) => void (await call('PUT', name, bytes)),
    get: async (name) => {
      const response = await call('GET', name);
      return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined;
    },
    remove: async (name) => void (await call('DELETE', name)),
  };
}
