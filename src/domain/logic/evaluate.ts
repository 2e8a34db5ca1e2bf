import { ageOn, compareDates, dateOf } from '../shared/civil-date';
import type { Compiler, Evaluator, Setting } from './compiler';
import type { Condition, DateTest, FactTest, IntTest, OnFact } from './condition';
import { compileDateTest } from './date-tests';
import { compileDate, dateFact } from './dates';
import { compileFactTest, waitFor, whenUnsetOf } from './fact-tests';
import { factReader, rowsOf, type Env } from './facts';
import { compileIntTest, compileRatio } from './int-tests';
import { compileInt, intFact } from './ints';
import {
  LAPSED,
  MET,
  combineAll,
  combineAny,
  decided,
  negate,
  unknownFor,
  unmetUntil,
  type Outcome,
} from './outcome';

const FACT_TESTS = ['is', 'in', 'contains', 'filled', 'known', 'matches'] as const;
const INT_TESTS = ['atLeast', 'atMost', 'above', 'below', 'between', 'inYears'] as const;

const isFactTest = (test: FactTest | IntTest | DateTest): test is FactTest =>
  FACT_TESTS.some((key) => key in test);
const isIntTest = (test: IntTest | DateTest): test is IntTest => INT_TESTS.some((key) => key in test);

function compileOnFact(on: OnFact & (FactTest | IntTest | DateTest), compiler: Compiler): Evaluator {
  if (isFactTest(on)) return compileFactTest(on);
  const test = isIntTest(on)
    ? compileIntTest(intFact(on.fact), on, compiler)
    : compileDateTest(dateFact(on.fact), on, compiler);
  const unset = whenUnsetOf(on);
  if (!unset) return test;
  const { read } = factReader(on.fact);
  return (env) => (read(env) === undefined ? unset : test(env));
}

function compileInForce(from: string, to: string | undefined): Evaluator {
  const first = dateOf(from);
  const last = to === undefined ? undefined : dateOf(to);
  const before = unmetUntil(first);
  return ({ asOf }) => {
    if (compareDates(asOf, first) < 0) return before;
    return last && compareDates(asOf, last) > 0 ? LAPSED : MET;
  };
}

function compileAnyRow(path: string, where: Evaluator): Evaluator {
  const reader = factReader(path);
  return (env) => {
    const rows = rowsOf(reader, env);
    return rows ? combineAny(rows, where) : waitFor(env, reader.missing(env));
  };
}

function compileAgeOf(path: string, holds: (age: number) => boolean): Evaluator {
  const { missing } = factReader(path);
  return (env) => {
    const birth = env.birthDateOf?.(path, env.scope);
    return birth ? decided(holds(ageOn(birth, env.asOf))) : waitFor(env, missing(env));
  };
}

const compilePersonUnder =
  (age: number): Evaluator =>
  ({ asOf, personBirthDates }) =>
    decided((personBirthDates?.() ?? []).some((birth) => ageOn(birth, asOf) < age));

function compileAwaits(inner: Evaluator, missing: readonly string[]): Evaluator {
  const waiting = unknownFor(missing);
  return (env) => {
    const outcome = inner(env);
    return outcome.result === 'met' ? waiting : outcome;
  };
}

function compileRule(name: string, given: unknown, compiler: Compiler): Evaluator {
  const rule = compiler.setting.rules?.[name];
  if (!rule) throw new Error(`no rule: ${name}`);
  return rule(given, compiler);
}

function compileOne(condition: Condition, compiler: Compiler): Evaluator {
  const { condition: sub, int, date } = compiler;
  if ('all' in condition) {
    const parts = condition.all.map(sub);
    return (env) => combineAll(parts, (part) => part(env));
  }
  if ('any' in condition) {
    const parts = condition.any.map(sub);
    return (env) => combineAny(parts, (part) => part(env));
  }
  if ('not' in condition) {
    const inner = sub(condition.not);
    return (env) => negate(inner(env));
  }
  if ('fact' in condition) return compileOnFact(condition, compiler);
  if ('int' in condition) return compileIntTest(int(condition.int), condition, compiler);
  if ('date' in condition) return compileDateTest(date(condition.date), condition, compiler);
  if ('inForce' in condition) return compileInForce(condition.inForce.from, condition.inForce.to);
  if ('anyRow' in condition) return compileAnyRow(condition.anyRow, sub(condition.where));
  if ('ratioAtMost' in condition) return compileRatio(condition.ratioAtMost, (sign) => sign <= 0, compiler);
  if ('ratioAtLeast' in condition) return compileRatio(condition.ratioAtLeast, (sign) => sign >= 0, compiler);
  if ('ageOf' in condition)
    return compileAgeOf(condition.ageOf, (age) =>
      'atLeast' in condition ? age >= condition.atLeast : age < condition.below,
    );
  if ('personUnder' in condition) return compilePersonUnder(condition.personUnder);
  if ('awaits' in condition) return compileAwaits(sub(condition.awaits), condition.missing);
  return compileRule(condition.rule, condition.with, compiler);
}

/**
 * A compiler for one setting. Compile each condition once and keep the closure: paths are split and dates read then,
 * so that evaluation only walks the facts. Conditions must have passed `checkCondition`.
 */
export function createCompiler(setting: Setting = {}): Compiler {
  const compiler: Compiler = {
    condition: (condition) => compileOne(condition, compiler),
    int: (expression) => compileInt(expression, compiler),
    date: (expression) => compileDate(expression, compiler),
    setting,
  };
  return compiler;
}

const plain = createCompiler();

/** Compiles a condition that names no parameters and no rules. */
export const compileCondition = (condition: Condition): Evaluator => plain.condition(condition);

/**
 * Evaluates a condition once.
 * @example evaluate({ fact: 'card', is: 'none' }, { facts: {}, asOf }) // { result: 'unknown', missing: ['card'] }
 */
export const evaluate = (condition: Condition, env: Env): Outcome => compileCondition(condition)(env);
