import { addDays, addMonths, addYears, ageOn, compareDates, type CivilDate } from '../shared/civil-date';
import type { Compiler, DateEvaluator, Evaluator } from './compiler';
import type { DateExpr, DateTest } from './condition';
import { waitFor } from './fact-tests';
import { MET, UNMET, decided, unmetUntil, type Outcome } from './outcome';
import { pathsOf, valued } from './reading';

const comparing =
  (left: DateEvaluator, right: DateEvaluator, outcome: (a: CivilDate, b: CivilDate) => Outcome): Evaluator =>
  (env) => {
    const a = left(env);
    const b = right(env);
    if (a.kind === 'value' && b.kind === 'value') return outcome(a.value, b.value);
    return waitFor(env, pathsOf([a, b]));
  };

const today: DateEvaluator = ({ asOf }) => valued(asOf);

/** Time alone makes a person old enough, when the age counts on the day of evaluation. */
function compileAgeAtLeast(birth: DateEvaluator, age: number, flipsBy: DateEvaluator | undefined): Evaluator {
  return (env) => {
    const date = birth(env);
    if (date.kind !== 'value') return waitFor(env, date.paths);
    const birthday = addYears(date.value, age);
    if (compareDates(birthday, env.asOf) <= 0) return MET;
    const last = flipsBy?.(env);
    return last?.kind === 'value' && compareDates(birthday, last.value) > 0 ? UNMET : unmetUntil(birthday);
  };
}

const isToday = (on: DateExpr | undefined): boolean => on === undefined || on === 'asOf';

export function compileDateTest(left: DateEvaluator, test: DateTest, { date }: Compiler): Evaluator {
  const ordered = (right: DateExpr, holds: (sign: number) => boolean): Evaluator =>
    comparing(left, date(right), (a, b) => decided(holds(compareDates(a, b))));
  const older = (limit: (date: CivilDate) => CivilDate): Evaluator =>
    comparing(left, today, (from, asOf) => decided(compareDates(asOf, limit(from)) > 0));

  if ('ageAtLeast' in test) {
    const { ageAtLeast, on = 'asOf', flipsBy } = test;
    if (isToday(on))
      return compileAgeAtLeast(left, ageAtLeast, flipsBy === undefined ? undefined : date(flipsBy));
    return comparing(left, date(on), (birth, day) => decided(ageOn(birth, day) >= ageAtLeast));
  }
  if ('ageBelow' in test)
    return comparing(left, date(test.on ?? 'asOf'), (birth, day) =>
      decided(ageOn(birth, day) < test.ageBelow),
    );
  if ('olderThanMonths' in test) return older((from) => addMonths(from, test.olderThanMonths));
  if ('olderThanDays' in test) return older((from) => addDays(from, test.olderThanDays));
  if ('onOrAfter' in test) return ordered(test.onOrAfter, (sign) => sign >= 0);
  if ('onOrBefore' in test) return ordered(test.onOrBefore, (sign) => sign <= 0);
  if ('after' in test) return ordered(test.after, (sign) => sign > 0);
  return ordered(test.before, (sign) => sign < 0);
}
