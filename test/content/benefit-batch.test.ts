/**
 * The verdict on the phone is the verdict of the white list. On the phone the answers come one by one, in any order, are
 * kept and read again, and the book is the compiled one; in the batch a row of a population table is judged whole, by the
 * content as loaded.
 */
import { compileBook } from '@/domain/benefit/compiled';
import { contextFor } from '@/domain/benefit/context';
import { evaluate } from '@/domain/benefit/evaluate';
import { toOutputs } from '@/domain/benefit/output';
import { checkFacts, vocabularyOf } from '@/domain/benefit/vocabulary';
import { dateOf } from '@/domain/shared/civil-date';
import policies from '@/generated/policies';
import { NEW_CHECKER, parseChecker, withAnswer, type Checker } from '@/stores/checker';
import { loadPolicies, policyBookOf } from '../../scripts/content/policy-compile';
import { randomEnterprise } from '../../server/matching/sample/enterprises';
import { randomPerson, type Facts } from '../../server/matching/sample/people';
import { seeded, type Seeded } from '../../server/matching/sample/seeded';

const FULL = process.env['FULL'] === '1';
const ON = dateOf('2026-11-23');
/** Beside today days on which other policies and figures hold. */
const OTHER_DAYS = ['2022-10-15', '2024-02-29', '2025-09-30', '2027-01-01'].map(dateOf);

const loaded = policyBookOf(loadPolicies());
const batchBook = compileBook(loaded);
const phoneBook = compileBook(policies);
const vocabulary = vocabularyOf(loaded.facts);

type Answer = readonly [place: string, value: unknown];

const isRow = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Facts as the answers that a person gives; a count of rows before what is said of each. */
function answersOf(facts: unknown, at: string): readonly Answer[] {
  if (isRow(facts)) return Object.entries(facts).flatMap(([key, value]) => answersOf(value, `${at}.${key}`));
  if (!Array.isArray(facts) || facts.length === 0 || !facts.every(isRow)) return [[at, facts]];
  return [[at, facts.map(() => ({}))], ...facts.flatMap((row, index) => answersOf(row, `${at}[${index}]`))];
}

/** In any order, as long as there are rows before one is spoken of. */
function shuffled(random: Seeded, answers: readonly Answer[]): readonly Answer[] {
  const isCount = ([, value]: Answer): boolean =>
    Array.isArray(value) && value.length > 0 && value.every(isRow);
  const rest = answers.filter((each) => !isCount(each)).map((each) => [random.next(), each] as const);
  return [...answers.filter(isCount), ...rest.sort(([a], [b]) => a - b).map(([, each]) => each)];
}

function typedIn(random: Seeded, root: Checker['audience'], facts: Facts): Checker {
  const start: Checker = { ...NEW_CHECKER, audience: root };
  return shuffled(random, answersOf(facts, root)).reduce(
    (state, [place, value]) => withAnswer(state, place, value),
    start,
  );
}

/** Some answers are not given: 不清楚, or not asked. */
const thinned = (random: Seeded, facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(() => random.chance(0.85)));

const contexts = new Map(
  [ON, ...OTHER_DAYS].map((day) => [
    day,
    { phone: contextFor(policies.figures, day), batch: contextFor(loaded.figures, day) },
  ]),
);

function differences(
  root: Checker['audience'],
  count: number,
  seed: number,
  make: (random: Seeded) => Facts,
): readonly string[] {
  const random = seeded(seed);
  const found: string[] = [];
  for (let n = 0; n < count && found.length < 5; n += 1) {
    const facts = random.chance(0.5) ? make(random) : thinned(random, make(random));
    const day = random.chance(0.7) ? ON : random.pick([ON, ...OTHER_DAYS]);
    const kept = parseChecker(JSON.parse(JSON.stringify(typedIn(random, root, facts))));
    const context = contexts.get(day);
    const phone = evaluate(phoneBook, { ...kept.facts, context: context?.phone }, day);
    const row: Facts = { [root]: facts, context: context?.batch };
    const batch = evaluate(batchBook, row, day);
    if (checkFacts(vocabulary, { [root]: facts }).length > 0) found.push(`${n}: not in the vocabulary`);
    const said = JSON.stringify(toOutputs(phoneBook, phone));
    if (said !== JSON.stringify(toOutputs(batchBook, batch))) found.push(`${n}: ${JSON.stringify(row)}`);
  }
  return found;
}

describe('phone and batch say the same', () => {
  it.each([
    ['person', FULL ? 100_000 : 10_000, randomPerson],
    ['enterprise', FULL ? 20_000 : 2_000, randomEnterprise],
  ] as const)(
    'of %s, %i of them',
    (root, count, make) => expect(differences(root, count, 20261123, make)).toEqual([]),
    600_000,
  );

  it('would notice if one read other rules', () => {
    const facts = { person: { ...randomPerson(seeded(1)), birthDate: '1940-01-01', hukou: 'outside' } };
    const changed = { ...facts, person: { ...facts.person, hukou: 'jinpu' } };
    const said = (input: unknown): string =>
      JSON.stringify(toOutputs(phoneBook, evaluate(phoneBook, input, ON)));
    expect(said(facts)).not.toBe(said(changed));
  });
});
