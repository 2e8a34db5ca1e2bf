/** White lists over a population, on both engines: what the phone says, once each, whatever interrupts it. */
import { randomBytes } from 'node:crypto';
import book from '@/generated/policies';
import { compileBook } from '@/domain/benefit/compiled';
import { contextFor } from '@/domain/benefit/context';
import { evaluate } from '@/domain/benefit/evaluate';
import { toLetters } from '@/domain/matching/letters';
import { dateOf } from '@/domain/shared/civil-date';
import { verify } from '../../scripts/audit-verify/verify';
import { keysFromEnvironment } from '../../server/crypto/key-source';
import type { OpenDatabase } from '../../server/db/open';
import type { Store } from '../../server/cases/store';
import { appendToList } from '../../server/matching/append';
import { enrol } from '../../server/matching/enrol';
import { statusCounts, why } from '../../server/matching/lists';
import { putSubjects, setRevision } from '../../server/matching/population';
import { generate, subjects } from '../../server/matching/sample/generate';
import { finishAll } from '../../server/matching/run';
import { policies } from '../../server/matching/rules';
import { findRun, openRuns, type Run } from '../../server/matching/runs';
import { endNotices } from '../../server/matching/sweep';
import type { Subject } from '../../server/matching/subject';
import { DAY_MS, NOON, storeOver } from '../server-support/cases';
import { Child } from '../server-support/child';
import { ENGINES, freshPlace, openAt, type Place } from '../server-support/engines';
import { trailOf } from '../server-support/trail';

jest.setTimeout(3_600_000);

const SIZE = process.env['FULL'] === '1' ? 100_000 : 2_000;
const SEED = 20261123;
const [ON, NEXT, LATER] = ['2026-11-23', '2026-12-23', '2027-01-23'] as const;
const ACTOR = { role: 'reviewer', id: 'r1' } as const;
const ELDERLY = 'elderly-allowance';

const phoneBook = compileBook(book);
const ids = policies.map(({ id }) => id);
const secret = (): string => randomBytes(32).toString('base64');
const env = { APP_KEYS: `k1:sm4-cbc-hmac-sm3:${secret()}`, APP_INDEX_KEY: secret() };
const now = (): number => NOON;

function keysOf() {
  const keys = keysFromEnvironment(env);
  if (!keys?.ok) throw new Error('no keys');
  return keys.value;
}

async function opened(store: Store, on: string, chosen: readonly string[] = ids): Promise<readonly Run[]> {
  const runs = await openRuns(store, { policies: chosen, on, actor: ACTOR }, NOON);
  if (!runs.ok) throw new Error(runs.error);
  return runs.value;
}

/** Rows of the runs that are not what the phone says of the same facts on that day, and how many there are. */
async function compared(store: Store, runs: readonly Run[], on: string) {
  const people = await store.db.selectFrom('population').select('id').orderBy('id').execute();
  const rows = await store.db
    .selectFrom('match_results')
    .selectAll()
    .where(
      'run',
      'in',
      runs.map(({ id }) => id),
    )
    .execute();
  const stored = new Map(
    rows.map(({ run, person, verdict, cents, reasons }) => [
      `${run} ${person}`,
      [verdict, cents, reasons].join(' '),
    ]),
  );
  const context = contextFor(book.figures, dateOf(on));
  const different: string[] = [];
  let nth = 0;
  for (const subject of subjects({ size: SIZE, seed: SEED })) {
    const person = people[nth++]?.id;
    const phone = evaluate(phoneBook, { [subject.audience]: subject.facts, context }, dateOf(on));
    for (const [i, { policy }] of phoneBook.policies.entries()) {
      const judged = phone[i];
      const run = runs.find((each) => each.policy === policy.id);
      if (!judged || !run || policy.audience !== subject.audience) continue;
      const cents = judged.amount?.kind === 'cents' ? judged.amount.cents : null;
      const said = [judged.verdict, cents, toLetters(policy, judged)].join(' ');
      if (said !== stored.get(`${run.id} ${person}`)) different.push(`${policy.number} ${subject.number}`);
    }
  }
  return { different, rows: rows.length };
}

const ROWS = SIZE * 10 + Math.floor(SIZE / 16) * 9;

describe.each(ENGINES)('white lists on %s', (engine) => {
  let place: Place;
  let database: OpenDatabase;
  let store: Store;

  const open = async (): Promise<void> => {
    database = await openAt(place, NOON);
    store = storeOver(database, keysOf());
  };
  beforeAll(async () => {
    place = await freshPlace(engine);
    await open();
    await generate(store, { size: SIZE, seed: SEED, asOf: ON });
  });
  afterAll(async () => {
    await database.close();
    await place.remove();
  });

  it('say of each person what the phone says', async () => {
    const runs = await opened(store, ON);
    await finishAll(store, now, 500);
    expect(await compared(store, runs, ON)).toEqual({ different: [], rows: ROWS });
  });

  it('are the same run when they are asked for again', async () => {
    const runs = await opened(store, ON);
    await finishAll(store, now);
    expect(runs.map(({ status }) => status)).toEqual(ids.map(() => 'done'));
    const all = await store.db.selectFrom('match_results').select('run').execute();
    expect(all).toHaveLength(ROWS);
  });

  it('come to the same when they are killed on the way', async () => {
    await database.close();
    const child = new Child('match-child.ts', [JSON.stringify(place.place), NEXT], env);
    for (let i = 0; i < 4; i += 1) await child.line();
    await child.kill();
    await open();
    const begun = await opened(store, NEXT);
    expect(begun.some(({ status, cursor }) => status === 'running' && cursor > 0)).toBe(true);
    // Two at once go on with it.
    await Promise.all([finishAll(store, now, 300), finishAll(store, now, 300)]);
    const runs = await opened(store, NEXT);
    expect(runs.map(({ status }) => status)).toEqual(ids.map(() => 'done'));
    expect(await compared(store, runs, NEXT)).toEqual({ different: [], rows: ROWS });
  });

  it('count what they find', async () => {
    for (const { id, counts, audience } of await opened(store, ON)) {
      const rows = await store.db
        .selectFrom('match_results')
        .select(['verdict', (of) => of.fn.countAll<number>().as('n')])
        .where('run', '=', id)
        .groupBy('verdict')
        .execute();
      const found = Object.fromEntries(rows.map(({ verdict, n }) => [verdict, Number(n)]));
      expect({ ...counts.verdicts }).toEqual({
        eligible: 0,
        notYet: 0,
        unknown: 0,
        ineligible: 0,
        suspended: 0,
        ...found,
      });
      const sum = Object.values(counts.verdicts).reduce((all, n) => all + n, 0);
      expect(sum).toBe(audience === 'person' ? SIZE : Math.floor(SIZE / 16));
    }
  });

  describe('when the data changes', () => {
    let before: Run;
    let after: Run;
    let [leaves, comes, unclear]: readonly Subject[] = [];

    beforeAll(async () => {
      const [known] = await opened(store, NEXT, [ELDERLY]);
      if (!known) throw new Error('no run');
      before = known;
      await enrol(store, before, NOON);
      const people = [...subjects({ size: SIZE, seed: SEED })].filter(
        ({ audience }) => audience === 'person',
      );
      const born = ({ facts }: Subject): string => String(facts['birthDate']);
      const old = people.filter(
        ({ facts }) => String(facts['birthDate']) < '1940' && facts['hukou'] === 'jinpu',
      );
      [leaves, unclear] = old;
      comes = people.find((one) => born(one) < '1940' && one.facts['hukou'] === 'outside');
      if (!leaves || !comes || !unclear) throw new Error('nobody');
      await putSubjects(
        store,
        [
          { ...leaves, facts: { ...leaves.facts, hukou: 'outside' } },
          { ...comes, facts: { ...comes.facts, hukou: 'jinpu' } },
          { ...unclear, facts: { ...unclear.facts, hukou: null } },
        ],
        LATER,
      );
      await setRevision(store, 'later');
      const [opening] = await opened(store, NEXT, [ELDERLY]);
      await finishAll(store, now);
      const run = opening && (await findRun(store, opening.id));
      if (!run) throw new Error('no run');
      after = run;
    });

    it('it is another run, beside the one before', () => {
      expect(after.id).not.toBe(before.id);
      expect([after.status, after.previous, after.added, after.removed]).toEqual(['done', before.id, 1, 2]);
      expect(after.counts.missing).toEqual({ 'person.hukou': 1 });
    });

    it('says why somebody is on the list or not', async () => {
      const found = await Promise.all(
        [leaves, comes, unclear].map((one) => why(store, after, one?.number ?? '')),
      );
      expect(found).toMatchObject([
        { verdict: 'ineligible', isChanged: false },
        { verdict: 'eligible', isChanged: false, missing: [] },
        { verdict: 'unknown', isChanged: false, missing: ['person.hukou'] },
      ]);
      const letters = found.map((one) =>
        typeof one === 'string' ? one : one.reasons.find(({ id }) => id === 'hukouDalian')?.letter,
      );
      expect(letters).toEqual(['u', 'm', 'k']);
      expect(await why(store, before, leaves?.number ?? '')).toMatchObject({
        verdict: 'eligible',
        isChanged: true,
      });
      expect(await why(store, after, '210299190001010000')).toBe('noSuchNumber');
    });

    it('matches who is new, stops who is told no, and leaves who is not known', async () => {
      expect(await enrol(store, after, NOON)).toEqual({ matched: 1, rematched: 0, stopped: 1 });
      expect(await enrol(store, after, NOON)).toEqual({ matched: 0, rematched: 0, stopped: 0 });
      expect(await enrol(store, before, NOON)).toEqual({ matched: 0, rematched: 1, stopped: 1 });
    });

    it('goes through notice to payment, all of the list at once', async () => {
      const counts = async () => Object.fromEntries(await statusCounts(store, ELDERLY));
      const { matched = 0 } = await counts();
      expect(matched).toBe(before.counts.verdicts.eligible);
      const noticed = (until: string) => () => ({ actor: ACTOR, fact: { kind: 'noticed', until } as const });
      expect(await appendToList(store, ELDERLY, 'matched', noticed('2026-11-24'), NOON)).toBe(0);
      expect(await appendToList(store, ELDERLY, 'matched', noticed('2026-11-25'), NOON)).toBe(matched);
      expect(await endNotices(store, NOON + DAY_MS)).toBe(0);
      expect(await endNotices(store, NOON + 2 * DAY_MS)).toBe(matched);
      expect(await counts()).toEqual({ paying: matched, stopped: 1 });
    });

    it('leaves a trail that the verifier finds whole', async () => {
      expect(verify(await trailOf(store.db))).toEqual([]);
    });
  });

  it('are not gone on with over data that is no more', async () => {
    const [begun] = await opened(store, LATER, [ELDERLY]);
    await setRevision(store, 'loading');
    expect(await openRuns(store, { policies: [ELDERLY], on: LATER, actor: ACTOR }, NOON)).toMatchObject({
      error: 'populationLoading',
    });
    await setRevision(store, 'newer');
    await finishAll(store, now);
    expect(begun && (await findRun(store, begun.id))?.status).toBe('dropped');
  });
});
