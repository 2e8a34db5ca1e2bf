import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timeResponse } from '@/contract/time';
import { buildApp } from '../../server/app';
import { listen, portFrom } from '../../server/listen';

const NOON = Date.parse('2026-11-24T04:00:00Z');

function h5Folder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'h5-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>金普民生</title>');
  return folder;
}

const app = () => buildApp({ h5Root: h5Folder(), now: () => NOON, version: '1.2.3' });

describe('the server', () => {
  it('says that it is well, and which version it is', async () => {
    const response = await (await app()).inject('/health');
    expect(response.json()).toEqual({ status: 'ok', version: '1.2.3' });
    expect(response.headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    [NOON, '2026-11-24'],
    [Date.parse('2026-11-24T15:59:59Z'), '2026-11-24'],
    [Date.parse('2026-11-24T16:00:00Z'), '2026-11-25'],
  ])('tells the day in Shanghai at %i', async (now, date) => {
    const server = await buildApp({ now: () => now, version: '1' });
    const response = await server.inject('/api/time');
    expect(timeResponse.parse(response.json())).toEqual({ epochMs: now, date });
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it('serves the H5 app', async () => {
    const response = await (await app()).inject('/');
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain('金普民生');
  });

  it('counts requests to the API by address, and not the files of a page', async () => {
    const server = await app();
    const ask = async (url: string, times: number): Promise<readonly number[]> => {
      const answers = await Promise.all(Array.from({ length: times }, () => server.inject(url)));
      return [...new Set(answers.map(({ statusCode }) => statusCode))];
    };
    expect(await ask('/index.html', 150)).toEqual([200]);
    for (let round = 0; round < 8; round += 1) expect(await ask('/api/time', 150)).toEqual([200]);
    expect(await ask('/api/time', 10)).toEqual([429]);
    expect(await ask('/index.html', 1)).toEqual([200]);
  });

  it.each(['/nowhere', '/../package.json', '/%2e%2e/package.json', '/api/none'])(
    'answers %s with a problem',
    async (url) => {
      const response = await (await app()).inject(url);
      expect(response.statusCode).toBe(404);
      expect(response.headers['content-type']).toContain('application/problem+json');
      expect(response.json()).toMatchObject({ code: 'notFound', status: 404 });
    },
  );

  it('hides what went wrong inside', async () => {
    const server = await buildApp({
      now: () => {
        throw new Error('secret detail');
      },
      version: '1',
    });
    const response = await server.inject('/api/time');
    expect(response.statusCode).toBe(500);
    expect(response.json()).toMatchObject({ code: 'internal' });
    expect(response.body).not.toContain('secret');
  });
});

describe('listening', () => {
  it.each(['0', '-1', '65536', '80.5', 'abc'])('refuses PORT=%s', (text) => {
    expect(portFrom(text)).toMatchObject({ ok: false });
  });

  it('takes 8787 unless told', () => {
    expect(portFrom(undefined)).toEqual({ ok: true, value: 8787 });
    expect(portFrom('9000')).toEqual({ ok: true, value: 9000 });
  });

  it('says that a port is in use, and takes no other', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as AddressInfo).port));
    });
    const server = await app();
    const result = await listen(server, port);
    expect(result).toMatchObject({ ok: false });
    expect(result.ok ? '' : result.error).toContain(String(port));
    await server.close();
    other.close();
  });
});
