/** Rules on how many rows there are and how they lie to one another. */
import type { Compiler, Evaluator } from '../../logic/compiler';
import { dateIn, propertyOf } from '../../logic/facts';
import { decided, MET } from '../../logic/outcome';
import { addMonths, compareDates, formatDate } from '../../shared/civil-date';
import { rowPath, rowsAt, valueAt, valuesAt } from '../answers';
import { conditionGiven, intGiven, textGiven, textsGiven } from './given';

/**
 * Of `rows`, those that meet `where` (all of them unless given) are `atLeast` to `atMost`, or as many as `equals` says.
 * Rows that are not shown are not counted.
 */
export function rowCount(given: unknown, compiler: Compiler): Evaluator {
  const rows = textGiven(given, 'rows');
  const where = conditionGiven(given, 'where');
  const test = where && compiler.condition(where);
  const equals = propertyOf(given, 'equals');
  const least = intGiven(given, 'atLeast', 0);
  const most = intGiven(given, 'atMost', Infinity);
  return (env) => {
    if (valueAt(rows, env) === undefined) return MET;
    const count = rowsAt(rows, env).filter(
      (value, i) => !test || test({ ...env, scope: { value, path: rowPath(rows, i) } }).result === 'met',
    ).length;
    if (equals === undefined) return decided(count >= least && count <= most);
    const wanted = valueAt(String(equals), env);
    return wanted === undefined ? MET : decided(count === wanted);
  };
}

/** Each month of the range at `period` is in the column. */
export function everyMonthListed(given: unknown): Evaluator {
  const period = textGiven(given, 'period');
  const column = textGiven(given, 'column');
  return (env) => {
    const from = dateIn(propertyOf(valueAt(period, env), 'from'));
    const to = dateIn(propertyOf(valueAt(period, env), 'to'));
    if (!from || !to) return MET;
    const listed = valuesAt(column, env);
    let month = from;
    while (compareDates(month, to) <= 0 && listed.includes(formatDate(month).slice(0, 7)))
      month = addMonths(month, 1);
    return decided(compareDates(month, to) > 0);
  };
}

/** The months of the row in scope (`.fromMonth` to `.toMonth`), both included, meet those of no row before it. */
export function apartFromEarlier(given: unknown): Evaluator {
  const rows = textGiven(given, 'rows');
  const ends = [textGiven(given, 'from'), textGiven(given, 'to')];
  return (env) => {
    const all = rowsAt(rows, env);
    const mine = all.indexOf(env.scope?.value);
    const [own, ...others] = [env.scope?.value, ...all.slice(0, mine)].map((value) =>
      ends.map((path) => dateIn(valueAt(path, { facts: env.facts, scope: { value, path: '' } }))),
    );
    const [start, end] = own ?? [];
    if (mine < 0 || !start || !end) return MET;
    const meets = others.some(([a, b]) => a && b && compareDates(start, b) <= 0 && compareDates(a, end) <= 0);
    return decided(!meets);
  };
}

const hundredths = (value: unknown): number => (typeof value === 'number' ? Math.round(value * 100) : 0);

/** Parts of an area, in hundredths of a square metre so that 0.1 + 0.2 is 0.3, come to no more than the whole. */
export function partsWithin(given: unknown): Evaluator {
  const parts = textsGiven(given, 'parts');
  const whole = textGiven(given, 'whole');
  return (env) => {
    const sum = parts.reduce((total, path) => total + hundredths(valueAt(path, env)), 0);
    const limit = valueAt(whole, env);
    return limit === undefined ? MET : decided(sum <= hundredths(limit));
  };
}
