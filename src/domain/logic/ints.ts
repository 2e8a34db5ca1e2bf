import type { CivilDate } from '../shared/civil-date';
import type { Compiler, DateEvaluator, Evaluator, IntEvaluator } from './compiler';
import type { CaseBranch, IntExpr, LookupTable } from './condition';
import { productOver } from './exact';
import { factReader, propertyOf, rowsOf, type Env } from './facts';
import { valueOn } from './parameters';
import { combined, mapped, missingAt, pathsOf, unpublishedAt, valued, type Reading } from './reading';

const add = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

/** A fact that is not a whole number counts as not given. */
export function intFact(path: string, whenUnset?: IntEvaluator): IntEvaluator {
  const { read, missing } = factReader(path);
  return (env) => {
    const value = read(env);
    if (typeof value === 'number' && Number.isSafeInteger(value)) return valued(value);
    return value === undefined && whenUnset ? whenUnset(env) : missingAt(missing(env));
  };
}

function compileStandard(path: string): IntEvaluator {
  const inner = intFact(path);
  return (env) => {
    const reading = inner(env);
    return reading.kind === 'missing' ? unpublishedAt(reading.paths) : reading;
  };
}

function compileParam(
  name: string,
  day: DateEvaluator,
  otherwise: IntEvaluator | undefined,
  { setting }: Compiler,
): IntEvaluator {
  const rows = setting.parameters?.[name];
  if (!rows) throw new Error(`no parameter table: ${name}`);
  const unpublished = unpublishedAt([name]);
  return (env) => {
    const on = day(env);
    if (on.kind !== 'value') return on;
    const value = valueOn(rows, on.value);
    if (value !== undefined) return valued(value);
    return otherwise ? otherwise(env) : unpublished;
  };
}

const ofDate =
  (date: DateEvaluator, part: (date: CivilDate) => number): IntEvaluator =>
  (env) =>
    mapped(date(env), part);

/** Keys that no row has give 0. */
function compileLookup(by: readonly string[], rows: LookupTable): IntEvaluator {
  const readers = by.map(factReader);
  return (env) => {
    const keys = readers.map(({ read }) => read(env));
    const absent = readers.filter((_, i) => keys[i] === undefined).flatMap(({ missing }) => missing(env));
    if (absent.length > 0) return missingAt(absent);
    const found = keys.reduce<unknown>((table, key) => propertyOf(table, String(key)), rows);
    return valued(typeof found === 'number' ? found : 0);
  };
}

interface Branch {
  readonly when: Evaluator;
  readonly then: IntEvaluator;
}

const compileBranches = (branches: readonly CaseBranch[], { condition, int }: Compiler): readonly Branch[] =>
  branches.map(({ when, then }) => ({ when: condition(when), then: int(then) }));

/** The first branch that holds; one that is unknown must be settled before the next may count. */
function compileCases(branches: readonly Branch[], otherwise: IntEvaluator): IntEvaluator {
  return (env) => {
    for (const { when, then } of branches) {
      const { result, missing } = when(env);
      if (result === 'met') return then(env);
      if (result === 'unknown') return missingAt(missing);
    }
    return otherwise(env);
  };
}

/** 0 when no branch is known to hold. */
function compileHighestOf(branches: readonly Branch[], enough: number): IntEvaluator {
  return (env) => {
    const readings = branches.filter(({ when }) => when(env).result === 'met').map(({ then }) => then(env));
    const top = readings.find((each) => each.kind === 'value' && each.value >= enough);
    return top ?? combined(readings, (values) => Math.max(0, ...values));
  };
}

/** While the fact is not given, its options are looked at all the same: if none has a figure, nobody need be asked. */
function compileChoose(
  path: string,
  options: Readonly<Record<string, IntEvaluator>>,
  otherwise: IntEvaluator | undefined,
): IntEvaluator {
  const { read, missing } = factReader(path);
  const all = [...Object.values(options), ...(otherwise ? [otherwise] : [])];
  return (env) => {
    const key = read(env);
    if (key === undefined) {
      const readings = all.map((option) => option(env));
      if (readings.every(({ kind }) => kind === 'unpublished')) return unpublishedAt(pathsOf(readings));
      return missingAt([...missing(env), ...pathsOf(readings.filter(({ kind }) => kind === 'missing'))]);
    }
    const name = String(key);
    const option = Object.prototype.hasOwnProperty.call(options, name) ? options[name] : otherwise;
    return option ? option(env) : unpublishedAt([]);
  };
}

function compileEachRow(path: string, where: Evaluator, amount: IntEvaluator): IntEvaluator {
  const reader = factReader(path);
  const ofRow = (row: Env): Reading<number> => {
    const { result, missing } = where(row);
    if (result === 'met') return amount(row);
    return result === 'unmet' ? valued(0) : missingAt(missing);
  };
  return (env) => {
    const rows = rowsOf(reader, env);
    return rows ? combined(rows.map(ofRow), add) : missingAt(reader.missing(env));
  };
}

function compileRule(name: string, given: unknown, compiler: Compiler): IntEvaluator {
  const rule = compiler.setting.intRules?.[name];
  if (!rule) throw new Error(`no rule of whole numbers: ${name}`);
  return rule(given, compiler);
}

const folded =
  (parts: readonly IntEvaluator[], fold: (values: readonly number[]) => number): IntEvaluator =>
  (env) =>
    combined(
      parts.map((part) => part(env)),
      fold,
    );

function compileSum(expression: IntExpr, compiler: Compiler): IntEvaluator | undefined {
  if (typeof expression === 'number') return undefined;
  const all = (parts: readonly IntExpr[]): readonly IntEvaluator[] => parts.map(compiler.int);
  if ('sum' in expression) return folded(all(expression.sum), add);
  if ('lowest' in expression) return folded(all(expression.lowest), (values) => Math.min(...values));
  if ('highest' in expression) return folded(all(expression.highest), (values) => Math.max(...values));
  if ('subtract' in expression) {
    const { subtract, notBelow = -Number.MAX_SAFE_INTEGER } = expression;
    return folded(all(subtract), ([first = 0, ...rest]) => Math.max(notBelow, first - add(rest)));
  }
  if ('product' in expression) {
    const { product, dividedBy } = expression;
    return folded(all(product), ([a = 0, b = 0]) => productOver(a, b, dividedBy));
  }
  return undefined;
}

function compileChoice(expression: IntExpr, compiler: Compiler): IntEvaluator | undefined {
  if (typeof expression === 'number') return undefined;
  if ('cases' in expression)
    return compileCases(compileBranches(expression.cases, compiler), compiler.int(expression.otherwise));
  if ('highestOf' in expression) {
    const { highestOf, enough = Number.MAX_SAFE_INTEGER } = expression;
    return compileHighestOf(compileBranches(highestOf, compiler), enough);
  }
  if ('lookup' in expression) return compileLookup(expression.lookup.by, expression.lookup.rows);
  if ('eachRow' in expression)
    return compileEachRow(
      expression.eachRow,
      compiler.condition(expression.where),
      compiler.int(expression.amount),
    );
  if (!('choose' in expression)) return undefined;
  const options = Object.entries(expression.options).map(([key, each]) => [key, compiler.int(each)] as const);
  const { otherwise } = expression;
  return compileChoose(
    expression.choose,
    Object.fromEntries(options),
    otherwise === undefined ? undefined : compiler.int(otherwise),
  );
}

function compileLeaf(expression: IntExpr, compiler: Compiler): IntEvaluator {
  if (typeof expression === 'number') {
    const reading = valued(expression);
    return () => reading;
  }
  if ('fact' in expression) {
    const { fact, whenUnset } = expression;
    return intFact(fact, whenUnset === undefined ? undefined : compiler.int(whenUnset));
  }
  if ('standard' in expression) return compileStandard(expression.standard);
  if ('param' in expression) {
    const { param, on = 'asOf', otherwise } = expression;
    const fallback = otherwise === undefined ? undefined : compiler.int(otherwise);
    return compileParam(param, compiler.date(on), fallback, compiler);
  }
  if ('monthOf' in expression) return ofDate(compiler.date(expression.monthOf), ({ month }) => month);
  if ('yearOf' in expression) {
    const { plus = 0 } = expression;
    return ofDate(compiler.date(expression.yearOf), ({ year }) => year + plus);
  }
  if ('rule' in expression) return compileRule(expression.rule, expression.with, compiler);
  throw new Error(`not an expression: ${JSON.stringify(expression)}`);
}

export const compileInt = (expression: IntExpr, compiler: Compiler): IntEvaluator =>
  compileSum(expression, compiler) ??
  compileChoice(expression, compiler) ??
  compileLeaf(expression, compiler);
