import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { CompiledBook } from '@/domain/benefit/compiled';
import { dateOf } from '@/domain/shared/civil-date';
import { loadPolicies, policyBookOf } from '../../scripts/content/policy-compile';
import { randomEnterprises } from '../../server/matching/sample/enterprises';
import { randomPeople, type Facts } from '../../server/matching/sample/people';
import { PUBLISHED } from '../support/published';
import type { Peer } from './benefit-peer';
import type * as Engines from './benefit-engines';
import type { Row } from './bench';

export const name = 'benefit-speed';

const ON = dateOf('2026-11-23');
const MANY = 100_000;
const FEW = 5000;

/**
 * Both as a bundler ships them, in one file. Straight from the sources each imported name would be looked up through a
 * getter at every use, which is a third of the time of ours.
 */
async function bundled(): Promise<typeof Engines> {
  const folder = join(__dirname, '../../.cache/bench');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `engines-${process.pid}.cjs`);
  const entry = join(__dirname, 'benefit-engines.ts');
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2020',
    outfile,
  });
  try {
    const engines: typeof Engines = await import(outfile);
    return engines;
  } finally {
    rmSync(outfile);
  }
}

type Evaluate = typeof Engines.evaluate;

const eligible = (evaluate: Evaluate, book: CompiledBook, facts: Facts): readonly string[] =>
  evaluate(book, { ...facts, context: PUBLISHED }, ON)
    .filter(({ verdict }) => verdict === 'eligible')
    .map(({ policy }) => policy);

/** Nothing is timed before both say the same of everybody. */
async function verify(
  what: string,
  evaluate: Evaluate,
  book: CompiledBook,
  peer: Peer,
  everybody: readonly Facts[],
): Promise<number> {
  let found = 0;
  for (const facts of everybody) {
    const [ours, theirs] = [eligible(evaluate, book, facts), await peer.eligible(facts)];
    const same = [...ours].sort().join(' ') === [...theirs].sort().join(' ');
    if (!same) throw new Error(`${what}: ${JSON.stringify(facts)} is ${ours.join()} and ${theirs.join()}`);
    found += ours.length;
  }
  return found;
}

/** Microseconds a call: the best of three rounds, so that what else the machine does is left out. */
async function perCall(
  rounds: number,
  inputs: readonly Facts[],
  call: (facts: Facts) => unknown,
): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    for (const facts of inputs) {
      const answer = call(facts);
      // Only the peer answers late: a wait for each of ours would be most of what is measured.
      if (answer instanceof Promise) await answer;
    }
    best = Math.min(best, ((performance.now() - started) * 1000) / inputs.length);
  }
  return best;
}

/** The 19 policies for one person beside json-rules-engine with the same rules, same persons, same process. */
export async function run(): Promise<Row[]> {
  const { compileBook, evaluate, jsonRules, jsonRulesForAll } = await bundled();
  const book = compileBook(policyBookOf(loadPolicies()));
  const people = randomPeople(MANY, 3).map((facts): Facts => ({ person: facts }));
  const firms = randomEnterprises(FEW, 4).map((facts): Facts => ({ enterprise: facts }));
  const [sides, whole, plain] = [jsonRules(), jsonRulesForAll(), jsonRulesForAll('as documented')];
  const few = people.slice(0, FEW);
  const holding =
    (await verify('person', evaluate, book, sides.person, few)) +
    (await verify('enterprise', evaluate, book, sides.enterprise, firms));

  const judge = (facts: Facts): unknown => evaluate(book, { ...facts, context: PUBLISHED }, ON);
  const ours = await perCall(3, people, judge);
  const oursFirms = await perCall(3, firms, judge);
  const theirs = await perCall(3, few, (facts) => whole.eligible(facts));
  const theirsTen = await perCall(3, few, (facts) => sides.person.eligible(facts));
  const documented = await perCall(3, few, (facts) => plain.eligible(facts));
  const theirsFirms = await perCall(3, firms, (facts) => whole.eligible(facts));
  const times = (factor: number): string => `${factor.toFixed(1)} ×`;
  const us = (value: number): string => `${value.toFixed(1)} µs`;
  return [
    {
      what: `same verdicts of ${FEW} persons and ${FEW} enterprises`,
      eligible: holding,
    },
    {
      what: `one person × 19 policies, ${MANY} persons`,
      ours: us(ours),
      'json-rules-engine': us(theirs),
      faster: times(theirs / ours),
      'a million, one core': `${ours.toFixed(1)} s`,
    },
    {
      what: 'the same, its paths in JSONPath as documented',
      ours: us(ours),
      'json-rules-engine': us(documented),
      faster: times(documented / ours),
    },
    {
      what: 'its 10 rules for persons alone, ours all 19',
      ours: us(ours),
      'json-rules-engine': us(theirsTen),
      faster: times(theirsTen / ours),
    },
    {
      what: `one enterprise × 19 policies, ${FEW} enterprises`,
      ours: us(oursFirms),
      'json-rules-engine': us(theirsFirms),
      faster: times(theirsFirms / oursFirms),
    },
  ];
}
