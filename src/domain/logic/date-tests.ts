import { addDays, addMonths, addYears, ageOn, compareDates, type CivilDate } from '../shared/civil-date';
import type { Compiler, DateEvaluator, Evaluator } from './compiler';
import type { DateExpr, DateTest } from './condition';
import { waitFor } from './fact-tests';
import type { Env } from './facts';
import { MET, UNMET, decided, unmetUntil, type Outcome } from './outcome';
import { pathsOf } from './reading';

function comparing(
  parts: readonly DateEvaluator[],
  outcome: (env: Env, left: CivilDate, right: CivilDate) => Outcome,
): Evaluator {
  return (env) => {
    const readings = parts.map((part) => part(env));
    const [left, right = left] = readings.flatMap((each) => (each.kind === 'value' ? [each.value] : []));
    return pathsOf(readings).length > 0 || !left || !right
      ? waitFor(env, pathsOf(readings))
      : outcome(env, left, right);
  };
}

/** Time alone makes a person old enough, when the age counts on the day of evaluation. */
function compileAgeAtLeast(birth: DateEvaluator, age: number, flipsBy: DateEvaluator | undefined): Evaluator {
  return comparing([birth], (env, date) => {
    if (ageOn(date, env.asOf) >= age) return MET;
    const birthday = addYears(date, age);
    const last = flipsBy?.(env);
    return last?.kind === 'value' && compareDates(birthday, last.value) > 0 ? UNMET : unmetUntil(birthday);
  });
}

const isToday = (on: DateExpr | undefined): boolean => on === undefined || on === 'asOf';

export function compileDateTest(left: DateEvaluator, test: DateTest, { date }: Compiler): Evaluator {
  const ordered = (right: DateExpr, holds: (sign: number) => boolean): Evaluator =>
    comparing([left, date(right)], (_, a, b) => decided(holds(compareDates(a, b))));
  const older = (limit: (date: CivilDate) => CivilDate): Evaluator =>
    comparing([left], ({ asOf }, from) => decided(compareDates(asOf, limit(from)) > 0));

  if ('ageAtLeast' in test) {
    const { ageAtLeast, on = 'asOf', flipsBy } = test;
    if (isToday(on))
      return compileAgeAtLeast(left, ageAtLeast, flipsBy === undefined ? undefined : date(flipsBy));
    return comparing([left, date(on)], (_, birth, day) => decided(ageOn(birth, day) >= ageAtLeast));
  }
  if ('ageBelow' in test)
    return comparing([left, date(test.on ?? 'asOf')], (_, birth, day) =>
      decided(ageOn(birth, day) < test.ageBelow),
    );
  if ('olderThanMonths' in test) return older((from) => addMonths(from, test.olderThanMonths));
  if ('olderThanDays' in test) return older((from) => addDays(from, test.olderThanDays));
  if ('onOrAfter' in test) return ordered(test.onOrAfter, (sign) => sign >= 0);
  if ('onOrBefore' in test) return ordered(test.onOrBefore, (sign) => sign <= 0);
  if ('after' in test) return ordered(test.after, (sign) => sign > 0);
  return ordered(test.before, (sign) => sign < 0);
}
