import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { readSeals } from '../../scripts/audit-verify/read';
import { verify } from '../../scripts/audit-verify/verify';
import { seal } from '../../server/audit/anchor';
import { anchorFile } from '../../server/audit/anchor-file';
import { findCase } from '../../server/cases/read';
import { rebuild } from '../../server/cases/rebuild';
import { blindIndex } from '../../server/crypto/keys';
import { localFiles } from '../../server/files/local';
import { backup, type BackupSource } from '../../server/transfer/backup';
import { faultLine } from '../../server/transfer/fault';
import { move } from '../../server/transfer/move';
import { restore, type RestoreTarget } from '../../server/transfer/restore';
import { tablesOf } from '../../server/transfer/tables';
import { NOON, storeOver, testKeys } from '../server-support/cases';
import { ENGINES, freshPlace, openAt, type Engine, type Place } from '../server-support/engines';
import { fill, type Filled } from '../server-support/filled';
import { trailOf } from '../server-support/trail';

jest.setTimeout(60_000);

const fresh = (): string => mkdtempSync(join(tmpdir(), 'transfer-'));
const keys = testKeys();

const places: Place[] = [];
async function place(engine: Engine): Promise<Place> {
  const made = await freshPlace(engine);
  places.push(made);
  return made;
}

afterAll(() => Promise.all(places.map(({ remove }) => remove())));

const other = (engine: Engine): Engine => (engine === 'embedded' ? 'postgres' : 'embedded');

/** A server's folder with a filled database, its files and its anchor, and a backup of them. */
async function backedUp(engine: Engine) {
  const folder = fresh();
  const opened = await openAt(await place(engine), NOON);
  const store = storeOver(opened, keys);
  const files = localFiles(join(folder, 'files'));
  const filled = await fill(store, files);
  const anchor = join(folder, 'audit-anchor.jsonl');
  await seal(store, anchorFile(anchor), NOON);
  const extras = [{ path: anchor, name: 'audit-anchor.jsonl' }];
  const source: BackupSource = { store, files, mode: 'demo', program: '0', extras };
  const to = join(folder, 'backup');
  const made = await backup(source, to, NOON);
  return { opened, source, filled, to, made };
}

async function target(engine: Engine, more: Partial<RestoreTarget> = {}) {
  const folder = fresh();
  const { place: where } = await place(engine);
  const to: RestoreTarget = {
    place: where,
    keys,
    files: localFiles(join(folder, 'files')),
    mode: 'demo',
    extras: [{ path: join(folder, 'audit-anchor.jsonl'), name: 'audit-anchor.jsonl' }],
    ...more,
  };
  return { folder, to };
}

describe.each(ENGINES)('a backup of %s', (engine) => {
  let whole: Awaited<ReturnType<typeof backedUp>>;

  beforeAll(async () => {
    whole = await backedUp(engine);
  });

  afterAll(() => whole.opened.close());

  it.each(ENGINES)('is restored into %s with every row, every file and a whole audit trail', async (into) => {
    expect(whole.made.ok).toBe(true);
    const { folder, to } = await target(into);
    const done = await restore(whole.to, to, NOON + 1);
    expect(done).toMatchObject({ ok: true, value: { files: { rows: 1 } } });
    const opened = await openAt({ place: to.place, remove: async () => undefined }, NOON + 2);
    const store = storeOver(opened, keys);
    const { cases, fileName }: Filled = whole.filled;
    expect((await findCase(store, cases[0] ?? ''))?.events).toHaveLength(2);
    expect(await to.files.get(fileName)).toEqual(await whole.source.files.get(fileName));
    expect(await rebuild(store, { write: false })).toEqual({ cases: 2, differences: [] });
    const seals = readSeals(join(folder, 'audit-anchor.jsonl'));
    expect(seals).toHaveLength(1);
    expect(verify(await trailOf(opened.db, seals))).toEqual([]);
    const upkeep = await opened.db
      .selectFrom('audit')
      .select('action')
      .where('chain', '=', 'upkeep')
      .execute();
    expect(upkeep.map(({ action }) => action)).toEqual(['backedUp', 'restored']);
    const next = async ({ db }: typeof opened): Promise<number> =>
      Number((await sql<{ n: string }>`select nextval('receipt_serial')::text as n`.execute(db)).rows[0]?.n);
    // Serials are fetched in blocks of 32.
    expect(await next(opened)).toBe(33);
    await opened.close();
  });
});

describe('a backup', () => {
  const engine = 'postgres';
  let whole: Awaited<ReturnType<typeof backedUp>>;

  beforeAll(async () => {
    whole = await backedUp(engine);
  });

  afterAll(() => whole.opened.close());

  const copied = (): string => {
    const folder = join(fresh(), 'copy');
    cpSync(whole.to, folder, { recursive: true });
    return folder;
  };

  it('is refused when any byte of any part was changed, with nothing done', async () => {
    const parts = ['manifest.json', 'files.jsonl.gz', 'audit-anchor.jsonl', 'tables/cases.jsonl.gz'];
    const stored = join('files', whole.filled.fileName.slice(0, 2), whole.filled.fileName);
    const { folder, to } = await target(engine);
    for (const part of [...parts, stored]) {
      const wrong = copied();
      const bytes = readFileSync(join(wrong, part));
      const at = Math.floor(bytes.length / 2);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      writeFileSync(join(wrong, part), bytes);
      const refused = await restore(wrong, to, NOON);
      // A first page that is no JSON any more is no backup at all.
      const codes = part === 'manifest.json' ? ['tampered', 'notABackup'] : ['tampered'];
      expect(codes).toContain(refused.ok ? '' : refused.error.code);
      rmSync(join(wrong, part));
      const gone = await restore(wrong, to, NOON);
      expect([part, gone.ok]).toEqual([part, false]);
    }
    expect(existsSync(join(folder, 'files'))).toBe(false);
    // Still as empty as before.
    expect((await restore(whole.to, to, NOON)).ok).toBe(true);
  });

  it('is refused with other keys, for another mode, and by an older program', async () => {
    const { to } = await target(engine);
    const code = async (from: string, where: RestoreTarget): Promise<string> => {
      const done = await restore(from, where, NOON);
      if (!done.ok) expect(faultLine(done.error)).not.toContain('\n');
      return done.ok ? '' : done.error.code;
    };
    expect(await code(whole.to, { ...to, keys: testKeys() })).toBe('otherKeys');
    expect(await code(whole.to, { ...to, mode: 'production' })).toBe('otherMode');
    expect(await code(fresh(), to)).toBe('notABackup');
    const newer = copied();
    const manifest = JSON.parse(readFileSync(join(newer, 'manifest.json'), 'utf8'));
    const content = JSON.parse(manifest.content);
    content.migrations.push({ id: '999-later', digest: '' });
    const text = JSON.stringify(content);
    const made = { ...manifest, content: text, seal: blindIndex(keys, 'backup', text) };
    writeFileSync(join(newer, 'manifest.json'), JSON.stringify(made));
    expect(await code(newer, to)).toBe('newer');
  });

  it('is refused by a target that holds anything, and by a folder that does', async () => {
    const { to } = await target(engine);
    expect((await restore(whole.to, to, NOON)).ok).toBe(true);
    expect(await restore(whole.to, to, NOON)).toMatchObject({ ok: false, error: { code: 'notEmpty' } });
    expect(await backup(whole.source, whole.to, NOON)).toMatchObject({
      ok: false,
      error: { code: 'notEmpty' },
    });
  });

  it('is not made when the file of a case is missing, and leaves nothing behind', async () => {
    const files = localFiles(join(fresh(), 'files'));
    const folder = fresh();
    const done = await backup({ ...whole.source, files }, join(folder, 'b'), NOON);
    expect(done).toEqual({ ok: false, error: { code: 'fileMissing', name: whole.filled.fileName } });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe.each(ENGINES)('a move from %s', (engine) => {
  let from: Place;

  beforeAll(async () => {
    from = await place(engine);
    const opened = await openAt(from, NOON);
    await fill(storeOver(opened, keys), localFiles(join(fresh(), 'files')), 3);
    await opened.close();
  });

  it('brings every table over with equal sums, and back again', async () => {
    const there = await place(other(engine));
    const back = await place(engine);
    const moved = await move(from.place, there.place, NOON);
    const returned = await move(there.place, back.place, NOON);
    if (!moved.ok || !returned.ok) throw new Error('not moved');
    const changed = ({ name }: { readonly name: string }): boolean => !name.startsWith('audit');
    expect(returned.value.filter(changed)).toEqual(moved.value.filter(changed));
    expect(moved.value.filter(({ rows }) => rows > 0).length).toBeGreaterThan(12);
    const opened = await openAt(back, NOON);
    expect(verify(await trailOf(opened.db))).toEqual([]);
    expect((await rebuild(storeOver(opened, keys), { write: false })).differences).toEqual([]);
    await opened.close();
  });

  it('is refused while a server uses the source', async () => {
    const opened = await openAt(from, NOON);
    await opened.db.selectFrom('cases').select('id').execute();
    const refused = await move(from.place, (await place(other(engine))).place, NOON);
    expect(refused.ok ? '' : refused.error.code).toBe(engine === 'embedded' ? 'notOpened' : 'inUse');
    await opened.close();
  });
});

describe('a move', () => {
  it('is whole or not at all: a target that holds anything stays as it was', async () => {
    const from = await place('embedded');
    const there = await place('postgres');
    const opened = await openAt(there, NOON);
    await opened.db.insertInto('stamps').values({ name: 'mode', value: 'demo' }).execute();
    await opened.close();
    expect(await move(from.place, there.place, NOON)).toEqual({
      ok: false,
      error: { code: 'notEmpty', what: 'stamps' },
    });
    const again = await openAt(there, NOON);
    expect(await again.db.selectFrom('cases').select('id').execute()).toEqual([]);
    await again.close();
  });
});

describe('the tables', () => {
  it('come in an order in which they can be filled, and all have a key', async () => {
    const opened = await openAt(await place('embedded'), NOON);
    const names = (await tablesOf(opened.db)).map(({ name }) => name);
    expect(names.indexOf('staff')).toBeLessThan(names.indexOf('staff_roles'));
    expect(names).not.toContain('migrations');
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_tables where schemaname = current_schema()`.execute(opened.db);
    expect(names).toHaveLength((rows[0]?.n ?? 0) - 1);
    await opened.close();
  });
});
