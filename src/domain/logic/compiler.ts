import type { CivilDate } from '../shared/civil-date';
import type { Condition, DateExpr, IntExpr } from './condition';
import type { Env } from './facts';
import type { Outcome } from './outcome';
import type { Parameters } from './parameters';
import type { Reading } from './reading';

export type Evaluator = (env: Env) => Outcome;
export type IntEvaluator = (env: Env) => Reading<number>;
export type DateEvaluator = (env: Env) => Reading<CivilDate>;

/** Compiles what the parts of an expression are made of; handed down because the three kinds refer to one another. */
export interface Compiler {
  readonly condition: (condition: Condition) => Evaluator;
  readonly int: (expression: IntExpr) => IntEvaluator;
  readonly date: (expression: DateExpr) => DateEvaluator;
  readonly setting: Setting;
}

/** What content may name: published figures, and rules that are written in code and tested on their own. */
export interface Setting {
  readonly parameters?: Parameters;
  /** `given` is the content's `with`; a shape that the rule cannot read is a bug of the content and throws at once. */
  readonly rules?: Readonly<Record<string, (given: unknown, compiler: Compiler) => Evaluator>>;
  readonly intRules?: Readonly<Record<string, (given: unknown, compiler: Compiler) => IntEvaluator>>;
}
