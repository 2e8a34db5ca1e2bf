/** Structural check of conditions as editors write them: any JSON comes in, the first fault comes out with how to mend it. */
import { parseDate } from '../shared/civil-date';
import { err, ok, type Result } from '../shared/result';
import type { Condition } from './condition';

export interface ConditionFault {
  /** Inside the condition, such as `all[1].fact`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

type Check = (value: unknown, path: string) => ConditionFault | undefined;
type Keys = Readonly<Record<string, Check>>;
/** Keys that must be there, keys that may be, and a set of which exactly one must be. */
interface Form {
  readonly needs: Keys;
  readonly may?: Keys;
  readonly oneOf?: Readonly<Record<string, Form>>;
}
type Forms = Readonly<Record<string, Form>>;

/** Nobody writes this deep; a file that does would exhaust the phone's stack. */
const DEEPEST = 60;
const FACT_PATH = /^\.?[A-Za-z]\w*(-\w+)*(\.[A-Za-z]\w*(-\w+)*)*$/;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const under = (path: string, key: string): string => (path ? `${path}.${key}` : key);
const must =
  (holds: (value: unknown) => boolean, message: string): Check =>
  (value, path) =>
    holds(value) ? undefined : { path, message };

const listOf =
  (item: Check, length?: number): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return { path, message: '这里要写成列表' };
    if (length === undefined ? value.length === 0 : value.length !== length)
      return { path, message: length === undefined ? '列表不能为空' : `列表要有 ${length} 项` };
    for (const [i, each] of value.entries()) {
      const fault = item(each, `${path}[${i}]`);
      if (fault) return fault;
    }
    return undefined;
  };

const tableOf =
  (item: Check): Check =>
  (value, path) => {
    if (!isRecord(value) || Object.keys(value).length === 0) return { path, message: '这里要写成 键: 值' };
    for (const [key, each] of Object.entries(value)) {
      const fault = item(each, under(path, key));
      if (fault) return fault;
    }
    return undefined;
  };

function checkKeys(keys: Keys, required: boolean, value: Readonly<Record<string, unknown>>, path: string) {
  for (const [key, check] of Object.entries(keys)) {
    if (value[key] === undefined) {
      if (required) return { path: under(path, key), message: `缺少 ${key}` };
      continue;
    }
    const fault = check(value[key], under(path, key));
    if (fault) return fault;
  }
  return undefined;
}

/** The form whose head key the object has; exactly one, and no key beyond those of the form. */
function checkForms(
  forms: Forms,
  value: unknown,
  path: string,
  extra: readonly string[] = [],
): ConditionFault | undefined {
  if (!isRecord(value)) return { path, message: '这里要写成 { 键: 值 }' };
  const heads = Object.keys(forms).filter((head) => value[head] !== undefined);
  const [head] = heads;
  const form = head === undefined ? undefined : forms[head];
  if (!form) return { path, message: `要有以下之一:${Object.keys(forms).join('、')}` };
  if (heads.length > 1) return { path, message: `${heads.join('、')} 只能写一个,请用 all 或 any 分开` };
  const known = [...extra, ...Object.keys(form.needs), ...Object.keys(form.may ?? {})];
  const fault = checkKeys(form.needs, true, value, path) ?? checkKeys(form.may ?? {}, false, value, path);
  if (fault) return fault;
  if (form.oneOf) return checkForms(form.oneOf, value, path, known);
  const stranger = Object.keys(value).find((key) => !known.includes(key));
  return stranger === undefined
    ? undefined
    : { path: under(path, stranger), message: `不认识 ${stranger},请删去或改正` };
}

const isDay = (value: unknown): boolean => typeof value === 'string' && parseDate(value) !== undefined;
const isRegExp = (value: unknown): boolean => {
  if (typeof value !== 'string' || !value.startsWith('^')) return false;
  try {
    return new RegExp(value).source !== '';
  } catch {
    return false;
  }
};

const name = must((value) => typeof value === 'string' && value !== '', '要写名称');
const factPath = must(
  (value) => typeof value === 'string' && FACT_PATH.test(value),
  '要写事实的路径,如 person.hukou',
);
const factPaths = listOf(factPath);
const scalar = must(
  (value) => typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value),
  '要写文字、整数、true 或 false',
);
const whole = must(Number.isSafeInteger, '要写整数(钱以分计)');
const natural = must((value) => Number.isSafeInteger(value) && Number(value) >= 0, '要写不小于 0 的整数');
const divisor = must(
  (value) => Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= 1_000_000,
  '除数是 1–1000000 的整数',
);
const yes = must((value) => value === true, '只能写 true');
const flag = must((value) => typeof value === 'boolean', '写 true 或 false');
const day = must(isDay, '日期写成 YYYY-MM-DD,且须真实存在');
const anything: Check = () => undefined;
const lookupRows: Check = (value, path) =>
  isRecord(value) ? tableOf(lookupRows)(value, path) : whole(value, path);

// Functions, not constants: the three kinds of expression refer to one another.
const condition: Check = (value, path) => checkForms(CONDITIONS, value, path);
const int: Check = (value, path) =>
  typeof value === 'number' ? whole(value, path) : checkForms(INTS, value, path);
const date: Check = (value, path) =>
  typeof value === 'string'
    ? must((text) => text === 'asOf' || isDay(text), '写 asOf(评估日)或 YYYY-MM-DD')(value, path)
    : checkForms(DATES, value, path);
const conditions: Check = (value, path) => listOf(condition)(value, path);
const ints: Check = (value, path) => listOf(int)(value, path);
const branches = listOf((value, path) =>
  checkForms({ when: { needs: { when: condition, then: int } } }, value, path),
);

const alone = (key: string, check: Check, may: Keys = {}): Forms => ({
  [key]: { needs: { [key]: check }, may },
});

const DATES: Forms = {
  ...alone('fact', factPath),
  ...alone('monthStart', date),
  ...alone('yearEnd', int),
  ...alone('plus', date, { years: whole, months: whole, days: whole }),
};

const INTS: Forms = {
  ...alone('fact', factPath, { whenUnset: int }),
  ...alone('standard', factPath),
  ...alone('param', name, { on: date, otherwise: int }),
  ...alone('yearOf', date, { plus: whole }),
  ...alone('monthOf', date),
  lookup: {
    needs: {
      lookup: (value, path) =>
        checkForms({ by: { needs: { by: factPaths, rows: lookupRows } } }, value, path),
    },
  },
  ...alone('sum', ints),
  ...alone('subtract', ints, { notBelow: whole }),
  product: { needs: { product: listOf(int, 2), dividedBy: divisor } },
  ...alone('lowest', ints),
  ...alone('highest', ints),
  ...alone('highestOf', branches, { enough: whole }),
  cases: { needs: { cases: branches, otherwise: int } },
  choose: { needs: { choose: factPath, options: tableOf(int) }, may: { otherwise: int } },
  eachRow: { needs: { eachRow: factPath, where: condition, amount: int } },
  rule: { needs: { rule: name, with: anything } },
};

const FACT_TESTS: Forms = {
  ...alone('is', scalar),
  ...alone('in', listOf(scalar)),
  ...alone('contains', listOf(scalar)),
  ...alone('filled', yes),
  ...alone('known', yes),
  ...alone('matches', must(isRegExp, '式样要以 ^ 开头,且是正确的正则表达式')),
};
const INT_TESTS: Forms = {
  ...alone('atLeast', int),
  ...alone('atMost', int),
  ...alone('above', int),
  ...alone('below', int),
  ...alone('between', listOf(int, 2)),
  ...alone('inYears', (value, path) =>
    checkForms(
      {
        years: {
          needs: {
            years: (v, p) => (Array.isArray(v) && v.length === 0 ? undefined : listOf(whole)(v, p)),
            fact: factPath,
          },
          may: { factNeeded: flag },
        },
      },
      value,
      path,
    ),
  ),
};
const DATE_TESTS: Forms = {
  ...alone('onOrAfter', date),
  ...alone('onOrBefore', date),
  ...alone('after', date),
  ...alone('before', date),
  ...alone('ageAtLeast', natural, { on: date, flipsBy: date }),
  ...alone('ageBelow', natural, { on: date }),
  ...alone('olderThanMonths', natural),
  ...alone('olderThanDays', natural),
};

const truth = must((value) => value === 'met' || value === 'unmet', '写 met 或 unmet');
const ratio: Check = (value, path) =>
  checkForms({ part: { needs: { part: int, whole: int, permille: int } } }, value, path);

const CONDITIONS: Forms = {
  ...alone('all', conditions),
  ...alone('any', conditions),
  ...alone('not', condition),
  fact: {
    needs: { fact: factPath },
    may: { whenUnset: truth },
    oneOf: { ...FACT_TESTS, ...INT_TESTS, ...DATE_TESTS },
  },
  int: { needs: { int }, oneOf: INT_TESTS },
  date: { needs: { date }, oneOf: DATE_TESTS },
  inForce: {
    needs: {
      inForce: (value, path) => checkForms({ from: { needs: { from: day }, may: { to: day } } }, value, path),
    },
  },
  anyRow: { needs: { anyRow: factPath, where: condition } },
  ...alone('ratioAtMost', ratio),
  ...alone('ratioAtLeast', ratio),
  ageOf: { needs: { ageOf: factPath }, oneOf: { ...alone('atLeast', natural), ...alone('below', natural) } },
  ...alone('personUnder', natural),
  awaits: { needs: { awaits: condition, missing: factPaths } },
  rule: { needs: { rule: name, with: anything } },
};

/** Levels of nesting, as far as `DEEPEST` and one more; walks with its own stack. */
function tooDeep(value: unknown): boolean {
  const waiting: (readonly [unknown, number])[] = [[value, 1]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [each, depth] = next;
    if (typeof each !== 'object' || each === null) continue;
    if (depth > DEEPEST) return true;
    for (const child of Object.values(each)) waiting.push([child, depth + 1]);
  }
  return false;
}

function isCondition(value: unknown, fault: ConditionFault | undefined): value is Condition {
  return fault === undefined && isRecord(value);
}

/**
 * Checks the shape of a condition; whether its facts, parameters and rules exist is the caller's to check.
 * @example checkCondition({ fact: 'a', is: 1 }) // { ok: true, value: { fact: 'a', is: 1 } }
 */
export function checkCondition(value: unknown): Result<Condition, ConditionFault> {
  const fault = tooDeep(value) ? { path: '', message: `嵌套不能超过 ${DEEPEST} 层` } : condition(value, '');
  if (isCondition(value, fault)) return ok(value);
  return err(fault ?? { path: '', message: '这里要写成 { 键: 值 }' });
}

/** The same for a whole-number expression (amounts). */
export function checkInt(value: unknown): ConditionFault | undefined {
  return tooDeep(value) ? { path: '', message: `嵌套不能超过 ${DEEPEST} 层` } : int(value, '');
}
