/** Paths in answers: `members[2].idNo`, rows counted from 0. */
import { propertyOf, type Env } from '../logic/facts';

export const joined = (path: string, key: string): string => (path ? `${path}.${key}` : key);
export const rowPath = (path: string, index: number): string => `${path}[${index}]`;

/** Whether one is the other, or lies inside it. */
export const related = (a: string, b: string): boolean => within(a, b) || within(b, a);
const within = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);

/** The value at a dotted path; from the row or object in scope when the path begins with a dot. */
export function valueAt(path: string, { facts, scope }: Pick<Env, 'facts' | 'scope'>): unknown {
  const inScope = path.startsWith('.');
  const keys = (inScope ? path.slice(1) : path).split('.');
  return keys.reduce(propertyOf, inScope ? scope?.value : facts);
}

/** The object that a path's last key is in, and that key. */
export function holderAt(
  path: string,
  env: Pick<Env, 'facts' | 'scope'>,
): readonly [holder: unknown, key: string] {
  const dot = path.lastIndexOf('.');
  const key = path.slice(dot + 1);
  if (dot < 0) return [env.facts, key];
  return [dot === 0 ? env.scope?.value : valueAt(path.slice(0, dot), env), key];
}

export const rowsAt = (path: string, env: Pick<Env, 'facts' | 'scope'>): readonly unknown[] => {
  const rows = valueAt(path, env);
  return Array.isArray(rows) ? rows : [];
};

/** Values at a path, or of a column of all rows: `members[].idNo`. */
export function valuesAt(path: string, env: Pick<Env, 'facts' | 'scope'>): readonly unknown[] {
  const [rows, column] = path.split('[].');
  if (rows === undefined || column === undefined) return [valueAt(path, env)];
  return rowsAt(rows, env).map((row) => propertyOf(row, column));
}
