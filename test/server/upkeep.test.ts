import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import rules from '@/generated/retention';
import { verify } from '../../scripts/audit-verify/verify';
import { readAnswers } from '../../server/cases/answers';
import { findCase } from '../../server/cases/read';
import { CIPHERS, readKeys, type KeyRing } from '../../server/crypto/keys';
import type { OpenDatabase } from '../../server/db/open';
import { findAttachment, storeUpload } from '../../server/files/attachments';
import { localFiles } from '../../server/files/local';
import { findPerson } from '../../server/identity/people';
import { newId } from '../../server/ids';
import { listInbox } from '../../server/inbox/inbox';
import { openReports } from '../../server/outside/reports';
import { boundTo, keysInUse, reseal } from '../../server/upkeep/reseal';
import { tablesOf } from '../../server/transfer/tables';
import { retain } from '../../server/upkeep/retention';
import { DAY_MS, NOON, storeOver } from '../server-support/cases';
import { ENGINES, freshPlace, openAt, type Place } from '../server-support/engines';
import { AWKWARD, fill, type Filled } from '../server-support/filled';
import { trailOf } from '../server-support/trail';

jest.setTimeout(60_000);

const secret = (): string => randomBytes(32).toString('base64');
const index = secret();

function ring(...keys: readonly string[]): KeyRing {
  const read = readKeys(keys.join(','), index);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

/** The text of every source file below a folder of the project. */
const sources = (folder: string): readonly string[] =>
  readdirSync(join(__dirname, '../..', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(__dirname, '../..', folder, name), 'utf8'));

const newFiles = () => localFiles(join(mkdtempSync(join(tmpdir(), 'upkeep-')), 'files'));

let place: Place;
let opened: OpenDatabase;

const begin = async (engine: (typeof ENGINES)[number]): Promise<void> => {
  place = await freshPlace(engine);
  opened = await openAt(place, NOON);
};

const end = async (): Promise<void> => {
  await opened.close();
  await place.remove();
};

describe.each(ENGINES)('sealing anew, %s', (engine) => {
  const [aes, sm4] = CIPHERS.map((cipher, i) => `k${i + 1}:${cipher}:${secret()}`);
  const [old, both, fresh] = [ring(aes ?? ''), ring(sm4 ?? '', aes ?? ''), ring(sm4 ?? '')];
  let filled: Filled;

  beforeAll(async () => {
    await begin(engine);
    filled = await fill(storeOver(opened, old), newFiles(), 3);
  });

  afterAll(end);

  it('leaves what it has no key for, and says where that is', async () => {
    const { values, unopened } = await reseal(storeOver(opened, fresh), NOON);
    expect(values).toBe(0);
    expect(unopened).toContain(`users/${filled.person}: unknownKey`);
    expect([...(await keysInUse(opened)).keys()]).toEqual(['k1']);
  });

  it('goes on after it was stopped, and the old key is then needed for nothing', async () => {
    const store = storeOver(opened, both);
    let batches = 0;
    const first = await reseal(store, NOON, () => ++batches > 1);
    const between = await keysInUse(opened);
    expect([...between.keys()].sort()).toEqual(['k1', 'k2']);
    expect(between.get('k2')).toBe(first.values);
    const second = await reseal(store, NOON);
    expect(second).toMatchObject({ unopened: [] });
    expect(await keysInUse(opened)).toEqual(new Map([['k2', first.values + second.values]]));
    expect(await reseal(store, NOON)).toEqual({ values: 0, unopened: [] });
  });

  it('knows what each sealed column in the code is bound to', async () => {
    const tables = (await tablesOf(opened.db)).filter(({ sealed }) => sealed.length > 0);
    const bound = sources('server').flatMap((text) =>
      [...text.matchAll(/`([a-z_]+)((?:\/\$\{[^}]+\})+)`/g)].map(([, name = '', parts = '']) => [
        name,
        parts.split('${').length - 1,
      ]),
    );
    for (const table of tables) expect(bound).toContainEqual([table.name, boundTo(table).length]);
  });

  it('keeps every value as it was, and the audit trail whole', async () => {
    const store = storeOver(opened, fresh);
    const [caseId = ''] = filled.cases;
    expect((await findPerson(store, filled.person))?.name).toBe('张三');
    expect((await findCase(store, caseId))?.events).toHaveLength(2);
    expect((await readAnswers(store, caseId))[0]?.answers).toEqual({ note: AWKWARD });
    expect(await listInbox(store, filled.person, { limit: 5 })).toMatchObject([{ title: 't' }]);
    expect(await openReports(store, 5)).toMatchObject([{ text: AWKWARD }]);
    const file = await opened.db.selectFrom('attachments').select('id').executeTakeFirstOrThrow();
    expect((await findAttachment(store, file.id))?.name).toBe('身份证.pdf');
    expect(verify(await trailOf(opened.db))).toEqual([]);
    const entries = await opened.db
      .selectFrom('audit')
      .select('detail')
      .where('action', '=', 'resealed')
      .execute();
    expect(entries.map(({ detail }) => JSON.parse(detail).key)).toEqual(['k2', 'k2']);
  });
});

describe.each(ENGINES)('retention, %s', (engine) => {
  const LATER = NOON + 3650 * DAY_MS;
  let filled: Filled;
  const files = newFiles();

  beforeAll(async () => {
    await begin(engine);
    filled = await fill(storeOver(opened, ring(`k1:aes-256-gcm:${secret()}`)), files);
  });

  afterAll(end);

  const tables = [
    'sessions',
    'outbox',
    'inbox',
    'idempotency',
    'attachments',
    'appointments',
    'cases',
    'audit',
  ];
  const counts = async (): Promise<Record<string, number>> => {
    const found: Record<string, number> = {};
    for (const name of tables) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)}`.execute(
        opened.db,
      );
      found[name] = rows[0]?.n ?? 0;
    }
    return found;
  };

  it('removes what is over and nothing else, and says so in the audit trail', async () => {
    const store = storeOver(opened, ring(`k1:aes-256-gcm:${secret()}`));
    const { db } = opened;
    const loose = await storeUpload(
      store,
      files,
      { owner: filled.person, name: 'a.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4') },
      NOON,
    );
    const session = { subject: filled.person, kind: 'user', created_at: NOON, seen_at: NOON } as const;
    for (const [token_digest, expires_at] of [
      ['old', NOON],
      ['new', LATER],
    ] as const)
      await db
        .insertInto('sessions')
        .values({ ...session, token_digest, expires_at, revoked_at: null })
        .execute();
    const slot = newId(NOON);
    const times = { day: '2026-11-25', starts: '09:00', ends: '10:00', capacity: 1 };
    await db
      .insertInto('appointment_slots')
      .values({ id: slot, item: 'i', place: 'p', ...times })
      .execute();
    await db
      .insertInto('appointments')
      .values({
        id: newId(NOON),
        slot_id: slot,
        owner: randomUUID(),
        case_id: null,
        created_at: NOON,
        cancelled_at: null,
      })
      .execute();
    await db.updateTable('outbox').set({ done_at: NOON }).execute();
    const before = await counts();

    const at = NOON + 31 * DAY_MS;
    const counted = await retain(store, files, { rules, write: false }, at + 1);
    expect(counted.filter(({ over }) => over !== undefined && over > 0)).toEqual([
      { id: 'sessions', over: 1 },
      { id: 'looseFiles', over: 1 },
    ]);
    expect(await counts()).toEqual(before);
    // The very instant is still within the rule.
    expect((await retain(store, files, { rules, write: true }, at))[4]).toEqual({
      id: 'looseFiles',
      over: 0,
    });
    await retain(store, files, { rules, write: true }, at + 1);
    expect(await files.get(loose.stored_as)).toBeUndefined();
    expect(await files.get(filled.fileName)).toBeDefined();

    const done = await retain(store, files, { rules, write: true }, LATER);
    expect(done.filter(({ over }) => over === undefined).map(({ id }) => id)).toEqual(['cases', 'audit']);
    const after = await counts();
    expect(after).toMatchObject({
      sessions: 1,
      outbox: 0,
      inbox: 0,
      idempotency: 0,
      attachments: 1,
      appointments: 0,
    });
    expect(after['cases']).toBe(before['cases']);
    expect(after['audit']).toBeGreaterThan(before['audit'] ?? 0);
    const told = await db.selectFrom('audit').select('detail').where('action', '=', 'retained').execute();
    expect(told.map(({ detail }) => JSON.parse(detail).rule)).toEqual(
      expect.arrayContaining(['sessions', 'looseFiles', 'inbox']),
    );
    expect(verify(await trailOf(db))).toEqual([]);
  });
});
