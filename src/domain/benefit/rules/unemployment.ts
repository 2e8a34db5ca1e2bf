/**
 * 失业保险金 period (社会保险法 第46条): months by contributions paid, plus what was carried over from the last time, at most
 * 24. Facts not given are asked for only when they decide: the limit is reckoned at its lowest and at its highest.
 */
import type { Compiler, Evaluator } from '../../logic/compiler';
import { waitFor } from '../../logic/fact-tests';
import { factReader, propertyOf } from '../../logic/facts';
import { intFact } from '../../logic/ints';
import { MET, UNMET, unmetUntil } from '../../logic/outcome';
import { pathsOf, type Reading } from '../../logic/reading';
import { factPathIn, intIn, intsIn } from './given';

/** Contributions from so many months on give so many months of benefit. */
type Tier = readonly [paid: number, months: number];

function tiersOf(given: unknown): readonly Tier[] {
  const tiers = propertyOf(given, 'tiers');
  return (Array.isArray(tiers) ? tiers : []).map((tier: unknown) => {
    const [paid = 0, months = 0] = intsIn(tier);
    return [paid, months];
  });
}

const monthsFor = (tiers: readonly Tier[], paid: number): number =>
  tiers.reduce((months, [from, each]) => (paid >= from ? each : months), tiers[0]?.[1] ?? 0);

const known = (reading: Reading<number>): number | undefined =>
  reading.kind === 'value' ? reading.value : undefined;

export function withinBenefitPeriod(given: unknown, { date }: Compiler): Evaluator {
  const startPath = factPathIn(given, 'from');
  const start = date({ fact: startPath });
  const startMissing = factReader(startPath).missing;
  const paidFact = intFact(factPathIn(given, 'paid'));
  const carriedFact = intFact(factPathIn(given, 'carried'));
  const tiers = tiersOf(given);
  const most = intIn(given, 'most');

  return (env) => {
    const paid = paidFact(env);
    const carried = carriedFact(env);
    const lowest = Math.min(most, monthsFor(tiers, known(paid) ?? 0) + (known(carried) ?? 0));
    const highest = Math.min(most, monthsFor(tiers, known(paid) ?? Infinity) + (known(carried) ?? most));
    const deciding = lowest === highest ? [] : pathsOf([paid, carried]);
    const first = start(env);
    if (first.kind !== 'value') return waitFor(env, [...startMissing(env), ...deciding]);
    const { year, month } = first.value;
    const nth = (env.asOf.year - year) * 12 + env.asOf.month - month + 1;
    if (nth < 1) return unmetUntil({ year, month, day: 1 });
    if (nth > highest) return UNMET;
    return nth <= lowest ? MET : waitFor(env, deciding);
  };
}
