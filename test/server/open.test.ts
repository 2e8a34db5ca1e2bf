import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { migrate, readMigrations, statementsOf } from '../../server/db/migrate';
import { nameOf, openDatabase, placeFrom } from '../../server/db/open';
import { openingLine } from '../../server/db/opening-line';
import { serverVersion } from '../../server/db/postgres';
import { ENGINES, freshPlace, openAt, type Place } from '../server-support/engines';

const AT = Date.parse('2026-11-24T04:00:00Z');

jest.setTimeout(60_000);

describe.each(ENGINES)('a database, %s', (engine) => {
  let place: Place;

  beforeEach(async () => {
    place = await freshPlace(engine, 'bare');
  });

  afterEach(() => place.remove());

  it('gets all migrations once', async () => {
    const first = await openAt(place, AT);
    expect(first.engine).toBe(engine);
    expect(await migrate(first.db, AT)).toEqual({ ok: true, value: [] });
    await first.close();
    const again = await openAt(place, AT + 1);
    const applied = await again.db.selectFrom('migrations').selectAll().orderBy('id').execute();
    expect(applied.map(({ id, applied_at }) => [id, applied_at])).toEqual(
      readMigrations().map(({ id }) => [id, AT]),
    );
    await again.close();
  });

  it('refuses a file that was edited, and a database of a newer program', async () => {
    const { db, close } = await openAt(place, AT);
    const [first, ...rest] = readMigrations();
    expect(await migrate(db, AT, [{ id: first?.id ?? '', text: '', digest: 'other' }, ...rest])).toEqual({
      ok: false,
      error: { code: 'migrationChanged', id: '001-cases' },
    });
    expect(await migrate(db, AT, rest)).toMatchObject({ ok: false, error: { code: 'databaseNewer' } });
    await close();
  });

  it('applies migrations whole or not at all', async () => {
    const { db, close } = await openAt(place, AT);
    const wrong = {
      id: '900-wrong',
      text: 'create table half (a int); create tabel b (a int);',
      digest: 'x',
    };
    await expect(migrate(db, AT, [...readMigrations(), wrong])).rejects.toThrow();
    const { rows } = await sql`select to_regclass('half') as found`.execute(db);
    expect(rows).toEqual([{ found: null }]);
    await close();
  });

  it('gives days as text, and large numbers as numbers', async () => {
    const { db, close } = await openAt(place, AT);
    const { rows } =
      await sql`select date '2026-02-28' as day, ${AT}::bigint as at, '\\x00ff'::bytea as bytes`.execute(db);
    expect(rows).toMatchObject([{ day: '2026-02-28', at: AT }]);
    await close();
  });

  it('keeps a transaction together, and rolls it back', async () => {
    const { db, close } = await openAt(place, AT);
    const add = (key: string, fail: boolean) =>
      db.transaction().execute(async (tx) => {
        await tx.insertInto('audit_chains').values({ chain: key, seq: 1, head: '' }).execute();
        if (fail) throw new Error('no');
      });
    const done = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => add(`c${i}`, i % 2 === 0)));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(await db.selectFrom('audit_chains').selectAll().execute()).toHaveLength(10);
    await close();
  });
});

describe('the embedded database', () => {
  it('is made in a new folder, and opened by one at a time', async () => {
    const place = { engine: 'embedded', folder: join(mkdtempSync(join(tmpdir(), 'new-')), 'data') } as const;
    const first = await openDatabase(place, AT);
    expect(first).toMatchObject({ ok: true, value: { durability: 'process' } });
    expect(await openDatabase(place, AT)).toMatchObject({ ok: false, error: { code: 'held' } });
    if (first.ok) await first.value.close();
  });
});

describe('the place', () => {
  it('is PostgreSQL when DATABASE_URL says so', () => {
    expect(placeFrom({ DATABASE_URL: 'postgres://x' }, 'f')).toEqual({
      engine: 'postgres',
      url: 'postgres://x',
    });
    expect(placeFrom({ DATABASE_URL: '' }, 'f')).toEqual({ engine: 'embedded', folder: 'f' });
  });
});

describe('a PostgreSQL that cannot be used', () => {
  const urlWith = (change: (url: URL) => void): string => {
    const url = new URL(process.env['TEST_POSTGRES'] ?? '');
    url.password = 'hush-hush';
    change(url);
    return url.href;
  };
  const lineOf = async (url: string): Promise<string> => {
    const place = { engine: 'postgres', url } as const;
    const opened = await openDatabase(place, AT);
    if (opened.ok) throw new Error('it opened');
    return openingLine(nameOf(place), opened.error);
  };
  const closedPort = (): Promise<number> =>
    new Promise((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => resolve(port));
      });
    });

  it('does not answer: host and database are said, and what to correct', async () => {
    const port = await closedPort();
    const line = await lineOf(`postgres://jinpu:hush-hush@127.0.0.1:${port}/cases`);
    expect(line).toContain(`127.0.0.1:${port}/cases`);
    expect(line).toContain('ECONNREFUSED');
    expect(line).toContain('DATABASE_URL');
    expect(line).not.toMatch(/hush|\n/);
  });

  it('has no such database, or does not know who asks', async () => {
    const noDatabase = await lineOf(urlWith((url) => (url.pathname = '/not_there')));
    expect(noDatabase).toContain('/not_there');
    expect(noDatabase).toContain('3D000');
    const noUser = await lineOf(urlWith((url) => (url.username = 'nobody')));
    expect(noUser).toContain('28000');
    expect(noDatabase + noUser).not.toMatch(/hush|\n/);
  });

  it('takes the connection and never answers', async () => {
    const server = createServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await serverVersion(`postgres://jinpu@127.0.0.1:${port}/cases`, 200)).toEqual({
      ok: false,
      error: { code: 'postgresUnreachable', why: 'noAnswer', said: 'timeout' },
    });
    server.close();
  });

  it.each(['jinpu', 'mysql://u:hush-hush@h/d', 'postgres://u:hush-hush@h:port/d'])(
    'is no URL of one: %s',
    async (url) => {
      const line = await lineOf(url);
      expect(line).toContain('DATABASE_URL');
      expect(line).not.toMatch(/hush|\n/);
    },
  );
});

describe('statements', () => {
  it('are read from a file without its comments', () => {
    expect(statementsOf('-- a; b\nselect 1;\n\n select 2;\n')).toEqual(['select 1', 'select 2']);
  });
});
