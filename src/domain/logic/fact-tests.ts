import type { Evaluator } from './compiler';
import type { FactTest, OnFact } from './condition';
import { factReader, isFilled, type Env } from './facts';
import { MET, UNMET, decided, unknownFor, type Outcome } from './outcome';

/** What facts that are not given make of a test: unknown, or in forms (`absent: 'unmet'`) empty. */
export const waitFor = (env: Env, paths: readonly string[]): Outcome =>
  env.absent === 'unmet' ? UNMET : unknownFor(paths);

export const whenUnsetOf = ({ whenUnset }: OnFact): Outcome | undefined =>
  whenUnset === undefined ? undefined : decided(whenUnset === 'met');

/** A test of a present value. */
function holds(test: FactTest): (value: unknown) => boolean {
  if ('is' in test) return (value) => value === test.is;
  if ('in' in test) return (value) => test.in.some((each) => each === value);
  if ('contains' in test)
    return (value) => Array.isArray(value) && test.contains.some((each) => value.includes(each));
  if ('filled' in test) return isFilled;
  if ('known' in test) return () => true;
  const pattern = new RegExp(test.matches);
  return (value) => typeof value === 'string' && pattern.test(value);
}

export function compileFactTest(on: OnFact & FactTest): Evaluator {
  const { read, missing } = factReader(on.fact);
  const test = holds(on);
  const unset = 'known' in on ? UNMET : whenUnsetOf(on);
  return (env) => {
    const value = read(env);
    if (value === undefined) return unset ?? waitFor(env, missing(env));
    return test(value) ? MET : UNMET;
  };
}
