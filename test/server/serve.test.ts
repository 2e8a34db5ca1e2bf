import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { paths } from '@/contract/paths';
import type { CertificatePorts } from '../../server/certificate/port';
import { filesFrom } from '../../server/config';
import { DEMO_STAFF } from '../../server/demo/staff';
import { s3Files, signature } from '../../server/files/s3';
import { enterMode, modeFrom, productionFault } from '../../server/mode';
import { serve, type Running } from '../../server/serve';
import { checkStamp } from '../../server/stamp';
import { openApi } from '../server-support/api';
import { NOON } from '../server-support/cases';
import { testNotices } from '../server-support/certificates';

jest.setTimeout(120_000);

const folderOf = (): string => mkdtempSync(join(tmpdir(), 'jinpu-mode-'));

const PRODUCTION = {
  APP_MODE: 'production',
  APP_KEYS: 'k1:aes-256-gcm:x',
  APP_INDEX_KEY: 'x',
  WECHAT_APPID: 'wx',
  WECHAT_SECRET: 's',
  PUBLIC_URL: 'https://example.invalid',
} as const;

describe('the mode', () => {
  it('is demo unless it says production', () => {
    expect(modeFrom({})).toEqual({ ok: true, value: 'demo' });
    expect(modeFrom({ APP_MODE: 'production' })).toEqual({ ok: true, value: 'production' });
    expect(modeFrom({ APP_MODE: 'prod' }).ok).toBe(false);
  });

  it('keeps production away from what a demo was run on, and a demo from production', () => {
    const folder = folderOf();
    expect(enterMode({}, folder)).toEqual({ ok: true, value: 'demo' });
    expect(enterMode(PRODUCTION, folder).ok).toBe(false);
    const other = folderOf();
    expect(enterMode(PRODUCTION, other)).toEqual({ ok: true, value: 'production' });
    expect(enterMode({}, other).ok).toBe(false);
  });

  it.each(['APP_KEYS', 'APP_INDEX_KEY', 'WECHAT_APPID', 'WECHAT_SECRET', 'PUBLIC_URL'])(
    'production needs %s, and says so in one line',
    (name) => {
      for (const value of [undefined, '']) {
        const fault = productionFault({ ...PRODUCTION, [name]: value }, folderOf());
        expect(fault).toContain(name);
        expect(fault).not.toContain('\n');
      }
    },
  );

  it('a demo is open to this machine only, production where HOST says', () => {
    for (const HOST of ['0.0.0.0', '192.0.2.1', 'example.invalid'])
      expect(enterMode({ HOST }, folderOf())).toEqual({ ok: false, error: expect.stringContaining('HOST') });
    for (const HOST of ['127.0.0.1', 'localhost', '']) expect(enterMode({ HOST }, folderOf()).ok).toBe(true);
    expect(enterMode({ ...PRODUCTION, HOST: '0.0.0.0' }, folderOf()).ok).toBe(true);
  });

  it('production takes no plain http and no demo providers', () => {
    const fault = (more: Record<string, string>) => productionFault({ ...PRODUCTION, ...more }, folderOf());
    expect(fault({ PUBLIC_URL: 'http://example.invalid' })).toContain('https');
    expect(fault({ PROVIDERS: 'demo' })).toContain('PROVIDERS');
    expect(fault({})).toBeUndefined();
  });
});

describe('a demo', () => {
  const folder = folderOf();
  let running: Running;

  const start = async (port: number): Promise<Running> => {
    const started = await serve({ env: { LOG: 'off' }, folder, port, version: '1', now: () => NOON });
    if (!started.ok) throw new Error(started.error);
    return started.value;
  };

  beforeAll(async () => {
    cpSync(process.env['TEST_EMBEDDED_TEMPLATE'] ?? '', join(folder, 'db'), { recursive: true });
    running = await start(18_931);
  });
  afterAll(async () => {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says on /health what it is and what survives', async () => {
    const health: unknown = await (await fetch(running.url + paths.health)).json();
    expect(health).toEqual({
      status: 'ok',
      version: '1',
      mode: 'demo',
      engine: 'embedded',
      durability: 'process',
      without: [],
    });
  });

  it('has accounts and cases in every stage, once, also after another start', async () => {
    const counts = async () => {
      const { db } = running.service.store;
      const staff = await db.selectFrom('staff').select('login').execute();
      const states = await db.selectFrom('case_states').select('status').execute();
      return [staff.length, states.length, new Set(states.map(({ status }) => status)).size] as const;
    };
    const before = await counts();
    expect(before[0]).toBe(DEMO_STAFF.length);
    expect(before[1]).toBeGreaterThanOrEqual(10);
    expect(before[2]).toBeGreaterThanOrEqual(6);
    const { db } = running.service.store;
    const certificates = await db.selectFrom('certificate_states').select('main').orderBy('main').execute();
    expect(certificates.map(({ main }) => main)).toEqual([
      'clarifying',
      'correction',
      'delivering',
      'submitted',
    ]);
    const second = await serve({ env: {}, folder, port: 18_932, version: '1', now: () => NOON });
    expect(second.ok).toBe(false);
    await running.close();
    running = await start(18_931);
    expect(await counts()).toEqual(before);
  });

  it('has a case whose applicant has signed and that waits for another', async () => {
    const { db } = running.service.store;
    const rows = await db
      .selectFrom('signatures')
      .innerJoin('cases', 'cases.id', 'signatures.case_id')
      .select(['cases.item', 'signatures.way', 'signatures.signed_where'])
      .orderBy('signatures.signed_at')
      .execute();
    const item = 'public-rental-subsidy';
    expect(rows).toEqual([
      { item, way: 'phone', signed_where: 'phone' },
      { item, way: 'phone', signed_where: null },
    ]);
  });

  it('is no production database', async () => {
    const { store } = running.service;
    expect((await checkStamp(store, 'demo')).ok).toBe(true);
    expect((await checkStamp(store, 'production')).ok).toBe(false);
  });

  it('counts requests by route, not by what was asked for', async () => {
    await fetch(`${running.url}/api/cases/2026112400000017?secret=1`);
    const text = await (await fetch(running.url + paths.metrics)).text();
    expect(text).toContain('route="/api/cases/:number"');
    expect(text).not.toContain('secret');
    expect(text).not.toContain('2026112400000017');
  });
});

describe('a server without mail, courier or signing key', () => {
  it('runs, and names them on /health', async () => {
    const without = async (certificate: CertificatePorts): Promise<unknown> => {
      const api = await openApi({ certificate });
      const health: { without: unknown } = (await api.app.inject(paths.health)).json();
      await api.close();
      return health.without;
    };
    expect(await without({})).toEqual(['signingKey', 'courier', 'mail']);
    expect(await without({ notices: testNotices() })).toEqual(['signingKey', 'courier']);
  });
});

describe('a server without its PostgreSQL', () => {
  it('says which one in place of the data folder', async () => {
    const [folder, env] = [folderOf(), { DATABASE_URL: 'postgres://jinpu:hush@127.0.0.1:1/cases' }];
    const started = await serve({ env, folder, port: 18_933, version: '1', now: () => NOON });
    const line = started.ok ? '' : started.error;
    expect(line).toContain('127.0.0.1:1/cases');
    expect(line).not.toContain(folder);
    expect(line).not.toContain('hush');
  });
});

describe('limits', () => {
  it('are by address, by person, and lower for signing in', async () => {
    const api = await openApi({ limits: { address: 40, user: 3, signIn: 5, inHand: 100 } });
    const [a, b] = [await api.signIn('li'), await api.signIn('zhang')];
    const asked = async (token: string) => (await api.call('GET', paths.cases, { token })).statusCode;
    expect([await asked(a), await asked(a), await asked(a), await asked(a)]).toEqual([200, 200, 200, 429]);
    expect(await asked(b)).toBe(200);
    api.clock.now += 60_001;
    expect(await asked(a)).toBe(200);
    const signIns = await Promise.all(
      Array.from({ length: 6 }, () =>
        api.call('POST', paths.session, { body: { provider: 'demo', person: 'wang' } }),
      ),
    );
    const refused = signIns.find(({ statusCode }) => statusCode === 429);
    expect(refused?.json()).toMatchObject({ code: 'tooMany' });
    expect(refused?.headers['retry-after']).toBeDefined();
    const all = await Promise.all(Array.from({ length: 45 }, () => api.call('GET', paths.time)));
    expect(all.some(({ statusCode }) => statusCode === 429)).toBe(true);
    expect((await api.app.inject(paths.health)).statusCode).toBe(200);
    await api.close();
  });

  it('refuse bodies that are too large', async () => {
    const api = await openApi();
    const token = await api.signIn();
    const response = await api.call('POST', paths.cases, {
      token,
      body: { form: 'x'.repeat(2 ** 20) },
      key: 'a'.repeat(20),
    });
    expect([response.statusCode, response.json().code]).toEqual([413, 'tooLarge']);
    await api.close();
  });
});

/** A bucket that checks each signature as the real ones do: it knows the secret and signs what it received. */
async function startBucket(config: { region: string; bucket: string; accessKey: string; secretKey: string }) {
  const objects = new Map<string, Buffer>();
  const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    return Buffer.concat(parts);
  };
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      const { method = '', headers } = request;
      const url = new URL(request.url ?? '', `http://${headers.host ?? ''}`);
      const hash = String(headers['x-amz-content-sha256']);
      const expected = signature(config, { method, url, hash, time: String(headers['x-amz-date']) });
      if (headers.authorization !== expected) return response.writeHead(403).end('SignatureDoesNotMatch');
      const key = url.pathname;
      if (method === 'PUT') objects.set(key, body);
      if (method === 'DELETE') objects.delete(key);
      const found = objects.get(key);
      if (method === 'GET' && !found) return response.writeHead(404).end();
      return response.writeHead(method === 'DELETE' ? 204 : 200).end(method === 'GET' ? found : undefined);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}`, objects, close: () => server.close() };
}

describe('a bucket', () => {
  const keys = { region: 'cn-north-1', bucket: 'jinpu', accessKey: 'AK', secretKey: 'SK' };

  it('is signed for as AWS documents it', () => {
    // "GET Bucket Lifecycle" of Amazon S3's examples of Signature Version 4.
    const made = signature(
      {
        region: 'us-east-1',
        accessKey: 'AKIAIOSFODNN7EXAMPLE',
        secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      },
      {
        method: 'GET',
        url: new URL('https://examplebucket.s3.amazonaws.com/?lifecycle'),
        hash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
        time: '20130524T000000Z',
      },
    );
    expect(made).toContain('Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543');
  });

  it('keeps, gives and removes what it is sent, signed', async () => {
    const bucket = await startBucket(keys);
    const files = s3Files({ ...keys, endpoint: bucket.endpoint }, () => NOON);
    const bytes = randomBytes(5000);
    await files.put('abc', bytes);
    expect(await files.get('abc')).toEqual(bytes);
    expect(await files.get('none')).toBeUndefined();
    await files.remove('abc');
    expect(bucket.objects.size).toBe(0);
    const wrong = s3Files({ ...keys, endpoint: bucket.endpoint, secretKey: 'other' }, () => NOON);
    await expect(wrong.put('abc', bytes)).rejects.toThrow('403');
    await expect(wrong.get('abc')).rejects.toThrow('403');
    bucket.close();
  });

  it('is chosen with all of its settings or none', () => {
    const all = {
      S3_ENDPOINT: 'http://x',
      S3_REGION: 'r',
      S3_BUCKET: 'b',
      S3_ACCESS_KEY: 'a',
      S3_SECRET_KEY: 's',
    };
    expect(filesFrom(all, '/tmp', () => NOON).ok).toBe(true);
    expect(filesFrom({}, '/tmp', () => NOON).ok).toBe(true);
    for (const name of Object.keys(all)) {
      const some = filesFrom({ ...all, [name]: '' }, '/tmp', () => NOON);
      expect(some.ok ? '' : some.error).toContain(name);
    }
  });
});
