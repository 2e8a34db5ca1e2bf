import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { FACTS } from '@/domain/case/cases.arbitrary';
import { readSeals } from '../../scripts/audit-verify/read';
import { verify, type SealRow, type Trail } from '../../scripts/audit-verify/verify';
import { seal } from '../../server/audit/anchor';
import { anchorFile } from '../../server/audit/anchor-file';
import { appendAudit } from '../../server/audit/chain';
import type { Store } from '../../server/cases/store';
import { submit } from '../../server/cases/submit';
import type { OpenDatabase } from '../../server/db/open';
import { localFiles } from '../../server/files/local';
import { does, NOON, storeOver, submission } from '../server-support/cases';
import { decides, mustDo, reviews, taken } from '../server-support/certificates';
import { ENGINES, freshPlace, openAt, type Place } from '../server-support/engines';
import { trailOf } from '../server-support/trail';

jest.setTimeout(120_000);

async function oneCase(store: Store): Promise<void> {
  const receipt = await submit(store, submission(), NOON);
  if (!receipt.ok) throw new Error(receipt.error);
  const { caseId } = receipt.value;
  await does(store, caseId, 1, FACTS.correctionAsked);
  await does(store, caseId, 2, FACTS.corrected, {
    actor: { role: 'applicant', id: 'a' },
    answers: { formVersion: 1, value: {} },
  });
  await does(store, caseId, 3, FACTS.accepted);
}

/** Handed in, accepted and sent to its departments, one of which takes it. */
async function oneCertificate(store: Store): Promise<void> {
  const { receipt } = await taken(store);
  mustDo(await decides({ store, files: localFiles(tmpdir()), mode: 'demo' }, receipt, { kind: 'accepted' }));
  mustDo(await reviews(store, receipt, 'tax', { kind: 'taken' }));
}

const reveal = (store: Store, chain: string) =>
  store.db.transaction().execute((tx) =>
    appendAudit(tx, chain, {
      at: NOON,
      actor: { role: 'clerk', id: 'c1' },
      action: 'revealed',
      detail: '{"field":"idNo"}',
      digest: '',
    }),
  );

/** Ways to change rows so that something is no longer as it was written. */
type Table = Exclude<keyof Trail, 'seals'>;
const TABLES: readonly Table[] = [
  'audit',
  'cases',
  'events',
  'answers',
  'certificates',
  'certificateEvents',
  'certificateContents',
  'chains',
];

const another = (value: unknown, salt: number): unknown => {
  if (typeof value === 'number') return value + 1 + (salt % 5);
  return value === null ? 'x' : `${String(value)}${salt % 10}`;
};

function withRow(trail: Trail, table: Table, change: (rows: object[]) => object[]): Trail {
  return { ...trail, [table]: change([...trail[table]]) };
}

const changeField = (trail: Trail, table: Table, row: number, field: number): Trail =>
  withRow(trail, table, (rows) =>
    rows.map((old, i) => {
      if (i !== row % rows.length) return old;
      const entries = Object.entries(old);
      const [name, value] = entries[field % entries.length] ?? ['', ''];
      return { ...old, [name]: another(value, field) };
    }),
  );

const dropRow = (trail: Trail, table: Table, row: number): Trail =>
  withRow(trail, table, (rows) => rows.filter((_, i) => i !== row % rows.length));

const addRow = (trail: Trail, table: Table, row: number): Trail =>
  withRow(trail, table, (rows) => [...rows, { ...rows[row % rows.length] }]);

/** Two entries of one chain change places, each keeping the number of its place. */
function reorder({ audit, ...rest }: Trail, row: number): Trail | undefined {
  const first = audit[row % audit.length];
  const second = audit.find(({ chain, seq }) => chain === first?.chain && seq === first.seq + 1);
  if (!first || !second) return undefined;
  const swapped = audit.map((entry) => {
    if (entry === first) return { ...second, seq: first.seq };
    return entry === second ? { ...first, seq: second.seq } : entry;
  });
  return { ...rest, audit: swapped };
}

/** The end of a case is cut off everywhere, and its row made to fit: only the seals know. */
function cutTail(trail: Trail, row: number): Trail | undefined {
  const found = trail.cases[row % trail.cases.length];
  const chain = `case:${found?.id}`;
  const kept = trail.audit.find((entry) => entry.chain === chain && entry.seq === 3);
  if (!found || !kept) return undefined;
  return {
    ...trail,
    audit: trail.audit.filter((entry) => entry.chain !== chain || entry.seq <= 3),
    events: trail.events.filter((event) => event.case_id !== found.id || event.seq <= 3),
    cases: trail.cases.map((one) => (one === found ? { ...one, version: 3, chain_head: kept.hash } : one)),
  };
}

/** A case is gone, with all that was its own. */
function dropCase(trail: Trail, row: number): Trail {
  const id = trail.cases[row % trail.cases.length]?.id;
  return {
    ...trail,
    audit: trail.audit.filter(({ chain }) => chain !== `case:${id}`),
    events: trail.events.filter(({ case_id }) => case_id !== id),
    answers: trail.answers.filter(({ case_id }) => case_id !== id),
    cases: trail.cases.filter((one) => one.id !== id),
  };
}

const tamper = fc.record({
  way: fc.constantFrom('change', 'drop', 'add', 'reorder', 'cutTail', 'dropCase'),
  table: fc.constantFrom(...TABLES),
  row: fc.nat(1000),
  field: fc.nat(1000),
});

const HEADS: readonly Table[] = ['chains', 'cases', 'certificates'];

function tampered(
  trail: Trail,
  { way, table, row, field }: typeof tamper extends fc.Arbitrary<infer T> ? T : never,
) {
  switch (way) {
    case 'change':
      return changeField(trail, table, row, field);
    case 'drop':
      return dropRow(trail, table, row);
    case 'add':
      // A copy of a head or a case has no second place in its table.
      return addRow(trail, HEADS.includes(table) ? 'audit' : table, row);
    case 'reorder':
      return reorder(trail, row);
    case 'cutTail':
      return cutTail(trail, row);
    default:
      return dropCase(trail, row);
  }
}

describe.each(ENGINES)('the audit trail, %s', (engine) => {
  let place: Place;
  let opened: OpenDatabase;
  let store: Store;

  beforeAll(async () => {
    place = await freshPlace(engine);
    opened = await openAt(place, NOON);
    store = storeOver(opened);
    for (let i = 0; i < 4; i++) await oneCase(store);
    await oneCertificate(store);
    await Promise.all(['staff:c1', 'staff:c1', 'staff:c1', 'staff:c2'].map((chain) => reveal(store, chain)));
  });

  afterAll(async () => {
    await opened.close();
    await place.remove();
  });

  it('is whole as it was written, also when entries of one chain came at once', async () => {
    const trail = await trailOf(store.db);
    expect(verify(trail)).toEqual([]);
    expect(trail.audit).toHaveLength(24);
  });

  it('is sealed with what was committed since the last seal', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'anchor-')), 'audit-anchor.jsonl');
    const first = await seal(store, anchorFile(path), NOON);
    expect(first).toMatchObject({ n: 1 });
    expect(first?.heads).toHaveLength(7);
    expect(await seal(store, anchorFile(path), NOON)).toBeUndefined();
    await reveal(store, 'staff:c2');
    expect(await seal(store, anchorFile(path), NOON + 1)).toMatchObject({
      n: 2,
      heads: [['staff:c2', 2, expect.anything()]],
    });
    expect(verify(await trailOf(store.db, readSeals(path)))).toEqual([]);
    const [line = ''] = readFileSync(path, 'utf8').split('\n');
    appendFileSync(path, `${line}\n`);
    expect(verify(await trailOf(store.db, readSeals(path)))).toMatchObject([{ code: 'sealChanged' }]);
  });

  it('does not seal past a transaction that is still open', async () => {
    if (engine === 'embedded') return;
    const sealed: SealRow[] = [];
    const target = {
      last: async () => sealed.at(-1),
      append: async (one: SealRow) => void sealed.push(one),
    };
    await seal(store, target, NOON);
    await store.db.transaction().execute(async (tx) => {
      await appendAudit(tx, 'staff:slow', {
        at: NOON,
        actor: { role: 'clerk', id: 'slow' },
        action: 'x',
        detail: '',
        digest: '',
      });
      await reveal(store, 'staff:quick');
      await seal(store, target, NOON);
    });
    await seal(store, target, NOON);
    const heads = sealed.slice(1).flatMap(({ heads: all }) => all.map(([chain]) => chain));
    expect(heads).toEqual(expect.arrayContaining(['staff:slow', 'staff:quick']));
  });

  it('shows every one of thousands of changes', async () => {
    const sealed: SealRow[] = [];
    await seal(store, { last: async () => undefined, append: async (one) => void sealed.push(one) }, NOON);
    const whole = await trailOf(store.db, sealed);
    expect(verify(whole)).toEqual([]);
    fc.assert(
      fc.property(tamper, (how) => {
        const changed = tampered(whole, how);
        if (changed) expect(verify(changed)).not.toEqual([]);
      }),
      { numRuns: 6000 },
    );
  });
});
