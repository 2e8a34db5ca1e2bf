import { compileBook, type CompiledBook } from '@/domain/benefit/compiled';
import { evaluate } from '@/domain/benefit/evaluate';
import type { Judgement } from '@/domain/benefit/judge';
import { nextQuestion } from '@/domain/benefit/next-question';
import type { FactEntry } from '@/domain/benefit/policy';
import { dateOf } from '@/domain/shared/civil-date';
import { NEW_CHECKER, readPlace, withAnswer, type Checker } from '@/stores/checker';
import { loadPolicies, policyBookOf } from '../../scripts/content/policy-compile';
import { randomEnterprises } from '../../server/matching/sample/enterprises';
import { randomPeople, type Facts } from '../../server/matching/sample/people';
import { PUBLISHED } from '../support/published';
import { percentile, type Row } from './bench';

export const name = 'benefit-questions';

type Side = Checker['audience'];

const ON = dateOf('2026-11-23');
const judge = (book: CompiledBook, { facts }: Checker): readonly Judgement[] =>
  evaluate(book, { ...facts, context: PUBLISHED }, ON);

/** Facts that are questions: those of the other side, of the system and modifiers are none. */
const questions = (book: CompiledBook, side: Side, verdictsOnly: boolean): readonly FactEntry[] =>
  book.facts.filter(
    ({ path, nature }) =>
      path.startsWith(`${side}.`) && (nature === 'J' || (nature === 'A' && !verdictsOnly)),
  );

/** Places of a fact with the rows that the person has. */
function placesOf({ path }: FactEntry, truth: unknown): readonly string[] {
  const at = path.indexOf('[]');
  if (at < 0) return [path];
  const rows = readPlace(truth, path.slice(0, at));
  return Array.isArray(rows) ? rows.map((_, index) => path.replace('[]', `[${index}]`)) : [];
}

/** The true answer; of rows how many there are. */
function answerAt(fact: FactEntry, truth: unknown, place: string): unknown {
  const value = readPlace(truth, place);
  return fact.type === 'rows' && Array.isArray(value) ? value.map(() => ({})) : value;
}

/** Modifiers are there from the start: the system compares them, nobody is asked. */
function begun(book: CompiledBook, side: Side, truth: unknown): Checker {
  const start: Checker = { ...NEW_CHECKER, audience: side };
  return book.facts
    .filter(({ path, nature }) => nature === 'M' && path.startsWith(`${side}.`))
    .reduce((state, { path }) => {
      const value = readPlace(truth, path);
      return value === undefined ? state : withAnswer(state, path, value);
    }, start);
}

interface Count {
  readonly verdicts: number;
  readonly all: number;
}

/** Verdicts that no answer can change any more. */
const settled = (book: CompiledBook, side: Side, judged: readonly Judgement[]): boolean =>
  judged.every(
    ({ verdict, missing }, i) =>
      book.policies[i]?.policy.audience !== side ||
      verdict !== 'unknown' ||
      missing.every((path) => path.startsWith('context.')),
  );

const sideOf = (book: CompiledBook, id: string): Side | undefined =>
  book.policies.find(({ policy }) => policy.id === id)?.policy.audience;

/** A year of certification that nobody need be asked for makes a "no" one of a policy that is over: a no all the same. */
const saidOf = (judged: Judgement | undefined): string | undefined =>
  judged?.verdict === 'suspended' ? 'ineligible' : judged?.verdict;

/** Few answers must say what all answers say. */
function verify(book: CompiledBook, side: Side, state: Checker, truth: Facts): void {
  const [few, whole] = [judge(book, state), evaluate(book, { ...truth, context: PUBLISHED }, ON)];
  const wrong = few.filter((each, i) => saidOf(each) !== saidOf(whole[i]));
  const mine = wrong.filter(({ policy }) => sideOf(book, policy) === side);
  if (mine.length > 0) throw new Error(`not settled: ${mine.map(({ policy }) => policy).join(', ')}`);
}

/** As the pages ask: the next question, row after row, until none is left. */
function asked(book: CompiledBook, side: Side, truth: Facts): Count {
  let state = begun(book, side, truth);
  let [verdicts, all] = [0, 0];
  const done = new Set<string>();
  const exhausted = (): readonly string[] =>
    book.facts
      .filter((fact) => placesOf(fact, state.facts).every((place) => done.has(place)))
      .map(({ path }) => path);
  for (;;) {
    const options = { audience: side, sensitive: true, unsure: exhausted() };
    const next = nextQuestion(book, judge(book, state), options);
    const place = next && placesOf(next.fact, state.facts).find((each) => !done.has(each));
    if (!next || place === undefined) {
      verify(book, side, state, truth);
      return { verdicts, all };
    }
    done.add(place);
    state = withAnswer(state, place, answerAt(next.fact, truth, place));
    all += 1;
    if (next.settles === 'verdict') verdicts = all;
  }
}

/**
 * A form that asks in the order of the vocabulary and stops as soon as all is settled: how far it gets. `skips`: it
 * leaves out what no policy waits for, as a good form with conditions does.
 */
function fixedOrder(book: CompiledBook, side: Side, truth: unknown, skips: boolean): number {
  let state = begun(book, side, truth);
  let count = 0;
  for (const fact of questions(book, side, true))
    for (const place of placesOf(fact, truth)) {
      const judged = judge(book, state);
      if (settled(book, side, judged)) return count;
      const waits = judged.some(
        ({ verdict, missing }) => verdict === 'unknown' && missing.includes(fact.path),
      );
      if (skips && !waits) continue;
      state = withAnswer(state, place, answerAt(fact, truth, place));
      count += 1;
    }
  return count;
}

/** A form that asks everything that may bear on a verdict. */
const everything = (book: CompiledBook, side: Side, truth: unknown): number =>
  questions(book, side, true).reduce((sum, fact) => sum + placesOf(fact, truth).length, 0);

function spread(what: string, counts: readonly number[]): Row {
  const sorted = [...counts].sort((a, b) => a - b);
  return {
    what,
    mean: (sorted.reduce((sum, each) => sum + each, 0) / sorted.length).toFixed(1),
    median: percentile(sorted, 0.5),
    p90: percentile(sorted, 0.9),
    most: sorted[sorted.length - 1] ?? 0,
  };
}

function measure(book: CompiledBook, side: Side, people: readonly Facts[]): Row[] {
  const truths = people.map((facts) => ({ [side]: facts }));
  const counts = truths.map((truth) => asked(book, side, truth));
  const label = `${people.length} ${side === 'person' ? 'persons' : 'enterprises'}`;
  return [
    spread(
      `${label}: next question, until no verdict can change`,
      counts.map(({ verdicts }) => verdicts),
    ),
    spread(
      `${label}: next question, with what the sums need`,
      counts.map(({ all }) => all),
    ),
    spread(
      `${label}: fixed order that skips and stops`,
      truths.map((truth) => fixedOrder(book, side, truth, true)),
    ),
    spread(
      `${label}: fixed order that stops`,
      truths.map((truth) => fixedOrder(book, side, truth, false)),
    ),
    spread(
      `${label}: asking all`,
      truths.map((truth) => everything(book, side, truth)),
    ),
  ];
}

/** Questions until no further answer can change any verdict, beside a fixed order and beside asking all. */
export async function run(): Promise<Row[]> {
  const book = compileBook(policyBookOf(loadPolicies()));
  return [
    ...measure(book, 'person', randomPeople(1000, 1)),
    ...measure(book, 'enterprise', randomEnterprises(300, 2)),
  ];
}
