/** The language of conditions over answers, with the named rules of forms. */
import type { Evaluator } from '../logic/compiler';
import type { Condition } from '../logic/condition';
import { createCompiler } from '../logic/evaluate';
import type { Env } from '../logic/facts';
import { checkRules } from './checks/rules';

const compiler = createCompiler({ rules: checkRules });
/** Each condition is compiled once; forms are loaded once and live as long as the program. */
const compiled = new WeakMap<Condition, Evaluator>();

/** Throws when a named rule cannot read what content gives it. */
export function evaluatorOf(condition: Condition): Evaluator {
  const found = compiled.get(condition);
  if (found) return found;
  const made = compiler.condition(condition);
  compiled.set(condition, made);
  return made;
}

/** What is not shown or not filled is empty, and empty meets no test: for show-if, required-if and a check's `when`. */
export const holdsNow = (condition: Condition, env: Env): boolean =>
  evaluatorOf(condition)({ ...env, absent: 'unmet' }).result === 'met';

/** For a check's `holds`: broken only when nothing it needs is missing. */
export const isBroken = (condition: Condition, env: Env): boolean =>
  evaluatorOf(condition)({ ...env, absent: 'unknown' }).result === 'unmet';
