import { civilDate, parseDate } from '../shared/civil-date';
import type { CivilDate } from '../shared/civil-date';

/** The object that paths with a leading dot start from, and how it is named in missing paths. */
export interface Scope {
  readonly value: unknown;
  readonly path: string;
}

/** What conditions are evaluated over. Facts may be any JSON: a value of the wrong kind never throws. */
export interface Env {
  readonly facts: unknown;
  readonly asOf: CivilDate;
  readonly scope?: Scope;
  /**
   * What an absent fact makes of a test: `unknown` (the default: nobody has answered yet) or `unmet` (forms: what is not
   * shown or not filled is empty, and empty is in no list).
   */
  readonly absent?: 'unknown' | 'unmet';
  /** Birth date of the person whom the identity number at this path names. */
  readonly birthDateOf?: (path: string, scope: Scope | undefined) => CivilDate | undefined;
  /** Birth dates of all persons named in the answers. */
  readonly personBirthDates?: () => readonly CivilDate[];
}

const has = Object.prototype.hasOwnProperty;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Own property of an object; anything else has none, so that `constructor` is never a fact. */
export const propertyOf = (value: unknown, key: string): unknown =>
  isRecord(value) && has.call(value, key) ? value[key] : undefined;

export interface FactReader {
  /** `undefined` when absent or null. */
  readonly read: (env: Env) => unknown;
  /** How the path is written in `missing`. */
  readonly name: (env: Env) => string;
  readonly missing: (env: Env) => readonly string[];
}

/** Names that an object has without being given them (`constructor`): only of these must it be asked whose they are. */
const isInherited = (key: string): boolean => key in Object.prototype;

/** Walks with a loop: facts are read more often than anything else here. `null` is absent. */
function walkerOf(keys: readonly string[]): (from: unknown) => unknown {
  if (keys.some(isInherited))
    return (from) => keys.reduce((value, key) => propertyOf(value, key), from) ?? undefined;
  return (from) => {
    let value = from;
    for (let i = 0; i < keys.length; i += 1) {
      if (!isRecord(value)) return undefined;
      value = value[keys[i] ?? ''];
    }
    return value === null ? undefined : value;
  };
}

/** Splits the path once, so that evaluation only walks. */
export function factReader(path: string): FactReader {
  if (path.startsWith('.')) {
    const walk = walkerOf(path.slice(1).split('.'));
    const name = (env: Env): string => `${env.scope?.path ?? ''}${path}`;
    return {
      read: (env) => walk(env.scope?.value),
      name,
      missing: (env) => [name(env)],
    };
  }
  const walk = walkerOf(path.split('.'));
  const missing = [path];
  return {
    read: (env) => walk(env.facts),
    name: () => path,
    missing: () => missing,
  };
}

/** The rows of an array as scopes of their own, or `undefined` when it is not given (or no array). */
export function rowsOf({ read, name }: FactReader, env: Env): readonly Env[] | undefined {
  const rows = read(env);
  if (!Array.isArray(rows)) return undefined;
  const path = `${name(env)}[]`;
  return rows.map((value: unknown) => ({ ...env, scope: { value, path } }));
}

const MONTH = /^(\d{4})-(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}$/;
const DATE_LENGTH = 10;

/** Reads a date, a date and time (its date) or a month (its first day). */
export function dateIn(value: unknown): CivilDate | undefined {
  if (typeof value !== 'string') return undefined;
  if (value.length === DATE_LENGTH) return parseDate(value);
  const month = MONTH.exec(value);
  if (month) return civilDate(Number(month[1]), Number(month[2]), 1);
  const day = DATE_TIME.exec(value)?.[1];
  return day === undefined ? undefined : parseDate(day);
}

/** Whether a present value says anything: white space, `[]` and `{}` do not; `false` and `0` do. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
