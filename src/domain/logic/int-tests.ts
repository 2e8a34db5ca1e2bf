import type { Compiler, Evaluator, IntEvaluator } from './compiler';
import type { IntTest, OpenYears, Ratio } from './condition';
import { compareProducts } from './exact';
import { waitFor } from './fact-tests';
import { factReader } from './facts';
import { LAPSED, MET, UNMET, combineAll, decided } from './outcome';
import { pathsOf } from './reading';

const comparing =
  (left: IntEvaluator, right: IntEvaluator, holds: (a: number, b: number) => boolean): Evaluator =>
  (env) => {
    const a = left(env);
    const b = right(env);
    if (a.kind === 'value' && b.kind === 'value') return decided(holds(a.value, b.value));
    return waitFor(env, pathsOf([a, b]));
  };

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
  if ('between' in test) {
    const [low, high] = test.between;
    const ends = [
      comparing(left, int(low), (value, end) => value >= end),
      comparing(left, int(high), (value, end) => value <= end),
    ];
    return (env) => combineAll(ends, (end) => end(env));
  }
  if ('atLeast' in test) return comparing(left, int(test.atLeast), (a, b) => a >= b);
  if ('atMost' in test) return comparing(left, int(test.atMost), (a, b) => a <= b);
  if ('above' in test) return comparing(left, int(test.above), (a, b) => a > b);
  return comparing(left, int(test.below), (a, b) => a < b);
}

export function compileRatio(ratio: Ratio, holds: (sign: number) => boolean, { int }: Compiler): Evaluator {
  const [part, permille, whole] = [int(ratio.part), int(ratio.permille), int(ratio.whole)];
  return (env) => {
    const [p, limit, w] = [part(env), permille(env), whole(env)];
    return p.kind === 'value' && limit.kind === 'value' && w.kind === 'value'
      ? decided(holds(compareProducts(p.value, 1000, limit.value, w.value)))
      : waitFor(env, pathsOf([p, limit, w]));
  };
}
