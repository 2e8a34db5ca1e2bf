import type { Compiler, Evaluator, IntEvaluator } from './compiler';
import type { IntTest, OpenYears, Ratio } from './condition';
import { compareProducts } from './exact';
import { waitFor } from './fact-tests';
import { factReader, type Env } from './facts';
import { LAPSED, MET, UNMET, decided, type Outcome } from './outcome';
import { pathsOf } from './reading';

function comparing(
  parts: readonly IntEvaluator[],
  holds: (...values: number[]) => boolean,
): (env: Env) => Outcome {
  return (env) => {
    const readings = parts.map((part) => part(env));
    const values = readings.flatMap((each) => (each.kind === 'value' ? [each.value] : []));
    return values.length < parts.length ? waitFor(env, pathsOf(readings)) : decided(holds(...values));
  };
}

/** Years later than every open one are over, not merely not open: 待政策接续. */
function compileOpenYears(left: IntEvaluator, { years, fact, factNeeded = false }: OpenYears): Evaluator {
  const { read, missing } = factReader(fact);
  return (env) => {
    const more = read(env);
    const open: readonly unknown[] = Array.isArray(more) ? [...years, ...more] : years;
    const unsettled = factNeeded && !Array.isArray(more) ? missing(env) : [];
    const year = left(env);
    if (year.kind !== 'value') return waitFor(env, [...year.paths, ...unsettled]);
    if (open.includes(year.value)) return MET;
    if (unsettled.length > 0) return waitFor(env, unsettled);
    const last = Math.max(...open.map(Number));
    return year.value > last ? LAPSED : UNMET;
  };
}

export function compileIntTest(left: IntEvaluator, test: IntTest, { int }: Compiler): Evaluator {
  if ('inYears' in test) return compileOpenYears(left, test.inYears);
  if ('between' in test)
    return comparing(
      [left, ...test.between.map(int)],
      (value = 0, low = 0, high = 0) => low <= value && value <= high,
    );
  if ('atLeast' in test) return comparing([left, int(test.atLeast)], (a = 0, b = 0) => a >= b);
  if ('atMost' in test) return comparing([left, int(test.atMost)], (a = 0, b = 0) => a <= b);
  if ('above' in test) return comparing([left, int(test.above)], (a = 0, b = 0) => a > b);
  return comparing([left, int(test.below)], (a = 0, b = 0) => a < b);
}

export function compileRatio(
  { part, whole, permille }: Ratio,
  holds: (sign: number) => boolean,
  { int }: Compiler,
): Evaluator {
  return comparing([int(part), int(permille), int(whole)], (p = 0, limit = 0, w = 0) =>
    holds(compareProducts(p, 1000, limit, w)),
  );
}
