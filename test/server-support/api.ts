/** The whole server over a fresh embedded database, talked to without a socket. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { CONTRACT_HEADER, CONTRACT_VERSION, IDEMPOTENCY_HEADER, paths } from '@/contract/paths';
import { randomUUID } from 'node:crypto';
import { buildApp } from '../../server/app';
import type { OpenDatabase } from '../../server/db/open';
import { DEMO_PROVIDERS } from '../../server/demo/people';
import { localFiles } from '../../server/files/local';
import type { Service } from '../../server/service';
import { NOON, storeOver, testKeys } from './cases';
import { freshPlace, openAt, type Engine } from './engines';

export interface Asked {
  readonly token?: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: Buffer | string;
}

export interface Api {
  readonly app: FastifyInstance;
  readonly service: Service;
  readonly database: OpenDatabase;
  /** The clock of the server, which tests move. */
  readonly clock: { now: number };
  /** Every line of the log. */
  readonly log: readonly string[];
  readonly folder: string;
  /** Of the embedded database; empty on a PostgreSQL server. */
  readonly dataFolder: string;
  readonly call: (
    method: 'GET' | 'POST' | 'DELETE' | 'PUT',
    path: string,
    asked?: Asked,
  ) => Promise<LightMyRequestResponse>;
  readonly signIn: (person?: string) => Promise<string>;
  readonly upload: (token: string, bytes: Buffer, name?: string) => Promise<LightMyRequestResponse>;
  readonly close: () => Promise<void>;
}

export const textField = (response: LightMyRequestResponse, name: string): string => {
  const body: unknown = response.json();
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  if (typeof value !== 'string') throw new Error(`no ${name} in ${response.body}`);
  return value;
};

const BOUNDARY = 'x-test-boundary';

/** As wx.uploadFile sends a file. */
export const multipart = (
  bytes: Buffer,
  name: string,
  field = 'file',
): Pick<Asked, 'headers' | 'payload'> => ({
  headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  payload: Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]),
});

export async function openApi(over: Partial<Service> = {}, engine: Engine = 'embedded'): Promise<Api> {
  const place = await freshPlace(engine);
  const database = await openAt(place, NOON);
  const folder = mkdtempSync(join(tmpdir(), 'jinpu-files-'));
  const clock = { now: NOON };
  const log: string[] = [];
  const service: Service = {
    store: storeOver(database, testKeys()),
    database,
    files: localFiles(folder),
    providers: DEMO_PROVIDERS,
    mode: 'demo',
    limits: { address: 1e6, user: 1e6, signIn: 1e6, inHand: 1e6 },
    now: () => clock.now,
    ...over,
  };
  const app = await buildApp({
    now: service.now,
    version: 'test',
    service,
    logTo: { write: (line) => void log.push(line) },
  });
  const call: Api['call'] = (method, path, { token, body, key, headers = {}, payload } = {}) =>
    app.inject({
      method,
      url: path,
      headers: {
        [CONTRACT_HEADER]: String(CONTRACT_VERSION),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { [IDEMPOTENCY_HEADER]: key }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      ...(payload === undefined ? {} : { payload }),
    });
  return {
    app,
    service,
    database,
    clock,
    log,
    folder,
    dataFolder: place.place.engine === 'embedded' ? place.place.folder : '',
    call,
    signIn: async (person = 'li') =>
      textField(await call('POST', paths.session, { body: { provider: 'demo', person } }), 'token'),
    upload: (token, bytes, name = 'a.jpg') => call('POST', paths.files, { token, ...multipart(bytes, name) }),
    close: async () => {
      await app.close();
      await database.close();
      await place.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const newKey = (): string => randomUUID();
