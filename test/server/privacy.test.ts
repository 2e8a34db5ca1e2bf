/** Planted people: what is theirs may be in no log, no problem, and no file of the database in clear. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { paths, pathOf } from '@/contract/paths';
import { sendWaiting } from '../../server/outbox/worker';
import { sweep } from '../../server/cases/sweep';
import { newKey, openApi, textField, type Api } from '../server-support/api';
import { requestFor } from '../server-support/applying';
import { NOON } from '../server-support/cases';
import { openDesk, seedStaff } from '../server-support/desk';
import { ENGINES } from '../server-support/engines';
import { pdf } from '../server-support/pictures';
import { withPath } from '../content/forms/set';

jest.setTimeout(120_000);

const CANARIES = {
  name: '欧阳翡翠',
  idNo: '21021319900107999X',
  card: '6228480999999999991',
  mobile: '13987650123',
  address: '拥政街道金丝雀路九十九号',
  note: '金丝雀一直没有回音',
  file: '金丝雀的诊断书.pdf',
} as const;

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const found = statSync(path);
    if (found.isDirectory()) return filesIn(path);
    return found.isFile() ? [path] : [];
  });

/** Of the embedded database; of a PostgreSQL server the database's own and the log of all writes. */
async function filesOf({ dataFolder, database: { db } }: Api): Promise<readonly string[]> {
  if (dataFolder !== '') return filesIn(dataFolder);
  const { rows } = await sql<{ folder: string; oid: number }>`
    select current_setting('data_directory') as folder, oid::int as oid
    from pg_database where datname = current_database()`.execute(db);
  return rows.flatMap(({ folder, oid }) => [
    ...filesIn(join(folder, 'base', String(oid))),
    ...filesIn(join(folder, 'pg_wal')),
  ]);
}

describe.each(ENGINES)('planted people on %s', (engine) => {
  let api: Api;

  beforeAll(async () => {
    api = await openApi({}, engine);
  });
  afterAll(() => api.close());

  it('are nowhere in clear', async () => {
    await seedStaff(api);
    const token = await api.signIn('li');
    const base = await requestFor(api, token, 'elderly-allowance');
    const planted = [
      ['answers.contactName', CANARIES.name],
      ['answers.contactMobile', CANARIES.mobile],
      ['answers.livingAddress', CANARIES.address],
    ] as const;
    const body = planted.reduce<unknown>((all, [path, value]) => withPath(all, path, value), base);
    expect(JSON.stringify(body)).toContain(CANARIES.card);
    const answers: string[] = [];
    const call = async (...args: Parameters<Api['call']>) => {
      const response = await api.call(...args);
      // A stale version is answered with the owner's own case.
      if (response.statusCode >= 400 && textField(response, 'code') !== 'staleVersion')
        answers.push(response.body);
      return response;
    };
    await api.upload(token, pdf(), CANARIES.file);
    await api.upload(token, Buffer.from(CANARIES.name), CANARIES.file);
    const sent = await call('POST', paths.cases, { token, body, key: newKey() });
    expect(sent.statusCode).toBe(200);
    const number = textField(sent, 'number');
    await call('POST', paths.cases, {
      token,
      body: withPath(body, 'answers.contactMobile', `x${CANARIES.mobile}`),
      key: newKey(),
    });
    await call('POST', paths.cases, {
      token,
      payload: `{"name":"${CANARIES.name}`,
      headers: { 'content-type': 'application/json' },
    });
    const act = (version: number, action: unknown) =>
      call('POST', pathOf(paths.caseActions, { number }), { token, body: { version, action } });
    await act(1, { kind: 'complained', note: CANARIES.note });
    await act(1, { kind: 'complained', note: CANARIES.note });
    await call('GET', `/api/cases/${encodeURIComponent(CANARIES.name)}`, { token });
    await call('GET', `/nowhere/${encodeURIComponent(CANARIES.mobile)}?id=${CANARIES.idNo}`, { token });
    await call('POST', paths.reports, {
      body: { guide: 'elderly-allowance', version: 1, field: 'other', text: CANARIES.note, on: '2026-11-20' },
    });
    const desk = await openDesk(api, 'clerk');
    const page = (await desk.get(`/console/cases/${number}`)).body;
    await desk.submit(page, `/console/cases/${number}/reveal`, { field: 'applicant.idNo' });
    await desk.get(`/console/find?number=${CANARIES.idNo}`);
    await desk.submit(page, `/console/cases/${number}/notAccepted`, { basis: 'x', note: CANARIES.note });
    await sendWaiting({ store: api.service.store }, NOON);
    await sweep(api.service.store, NOON);
    await sql`checkpoint`.execute(api.database.db);

    const log = Buffer.from(api.log.join(''));
    expect(api.log.length).toBeGreaterThan(15);
    const clear = Object.values(CANARIES).filter(
      (secret) => log.includes(secret) || log.includes(encodeURIComponent(secret)),
    );
    expect(clear).toEqual([]);
    expect(log.includes(token)).toBe(false);
    for (const secret of Object.values(CANARIES)) expect(answers.join('')).not.toContain(secret);

    const tables = await sql<{
      name: string;
    }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(api.database.db);
    for (const { name } of tables.rows) {
      const dump = await sql<{ text: string }>`select t::text as text from ${sql.table(name)} t`.execute(
        api.database.db,
      );
      const all = dump.rows.map(({ text }) => text).join('\n');
      const hex = Object.values(CANARIES).filter(
        (secret) => all.includes(secret) || all.includes(Buffer.from(secret).toString('hex')),
      );
      expect([name, hex]).toEqual([name, []]);
    }
  });

  it('are in none of the database’s files', async () => {
    const files = await filesOf(api);
    const found = files.flatMap((path) => {
      const bytes = readFileSync(path);
      return Object.values(CANARIES).filter(
        (secret) => bytes.includes(secret) || bytes.includes(utf16(secret)),
      );
    });
    expect(files.length).toBeGreaterThan(100);
    expect(found).toEqual([]);
  });
});
