/** White lists over a population, on both engines: what the phone says, once each, whatever interrupts it. */
import book from '@/generated/policies';
import { compileBook } from '@/domain/benefit/compiled';
import { contextFor } from '@/domain/benefit/context';
import { evaluate } from '@/domain/benefit/evaluate';
import { toLetters } from '@/domain/matching/letters';
import { dateOf } from '@/domain/shared/civil-date';
import type { OpenDatabase } from '../../server/db/open';
import type { Store } from '../../server/cases/store';
import { generate, subjects } from '../../server/matching/sample/generate';
import { finishAll } from '../../server/matching/run';
import { policies } from '../../server/matching/rules';
import { openRuns, type Run } from '../../server/matching/runs';
import { NOON, storeOver } from '../server-support/cases';
import { ENGINES, freshPlace, openAt, type Place } from '../server-support/engines';

jest.setTimeout(600_000);

const FULL = process.env['FULL'] === '1';
const SIZE = FULL ? 100_000 : 2_000;
const SEED = 20261123;
const ON = '2026-11-23';
const ACTOR = { role: 'reviewer', id: 'r1' } as const;

const phoneBook = compileBook(book);
const ids = policies.map(({ id }) => id);

async function opened(store: Store, on = ON, chosen: readonly string[] = ids): Promise<readonly Run[]> {
  const runs = await openRuns(store, { policies: chosen, on, actor: ACTOR }, NOON);
  if (!runs.ok) throw new Error(runs.error);
  return runs.value;
}

describe.each(ENGINES)('white lists on %s', (engine) => {
  let place: Place;
  let database: OpenDatabase;
  let store: Store;

  beforeAll(async () => {
    place = await freshPlace(engine);
    database = await openAt(place, NOON);
    store = storeOver(database);
    await generate(store, { size: SIZE, seed: SEED, asOf: ON });
  });
  afterAll(async () => {
    await database.close();
    await place.remove();
  });

  it('say of each person what the phone says', async () => {
    const runs = await opened(store);
    await finishAll(store, () => NOON, 500);
    const policyOf = new Map(runs.map(({ id, policy }) => [policy, id]));
    const context = contextFor(book.figures, dateOf(ON));
    const people = await store.db.selectFrom('population').select('id').orderBy('id').execute();
    const rows = await store.db.selectFrom('match_results').selectAll().execute();
    const stored = new Map(
      rows.map(({ run, person, verdict, cents, reasons }) => [
        `${run} ${person}`,
        [verdict, cents, reasons].join(' '),
      ]),
    );
    const different: string[] = [];
    let [compared, nth] = [0, 0];
    for (const subject of subjects({ size: SIZE, seed: SEED })) {
      const person = people[nth++]?.id;
      const phone = evaluate(phoneBook, { [subject.audience]: subject.facts, context }, dateOf(ON));
      for (const [i, { policy }] of phoneBook.policies.entries()) {
        const judged = phone[i];
        if (!judged || policy.audience !== subject.audience) continue;
        const cents = judged.amount?.kind === 'cents' ? judged.amount.cents : null;
        const said = [judged.verdict, cents, toLetters(policy, judged)].join(' ');
        if (said !== stored.get(`${policyOf.get(policy.id)} ${person}`))
          different.push(`${policy.number} ${subject.number}`);
        compared += 1;
      }
    }
    expect(different).toEqual([]);
    expect(compared).toBe(SIZE * 10 + Math.floor(SIZE / 16) * 9);
  });
});
