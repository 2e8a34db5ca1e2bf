/** Keys under which conditions and expressions name one path, and those that name several. */
const PATH_KEYS = ['fact', 'standard', 'anyRow', 'eachRow', 'choose', 'ageOf'];
const LIST_KEYS = ['missing', 'by'];
const ROW_KEYS = ['anyRow', 'eachRow'];

/**
 * Every fact that a condition or expression may read, in the order written, each once; rows as `children[].hukou`.
 * What named rules read is in their `with` only as far as it is written like the language itself.
 */
export function factsIn(value: unknown, scope = ''): readonly string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((each) => factsIn(each, scope)))];
  if (typeof value !== 'object' || value === null) return [];
  const full = (path: string): string => (path.startsWith('.') ? `${scope}${path}` : path);
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  const rows = entries.find(([key]) => ROW_KEYS.includes(key))?.[1];
  const inner = typeof rows === 'string' ? `${full(rows)}[]` : scope;
  const found = entries.flatMap(([key, each]) => {
    if (PATH_KEYS.includes(key) && typeof each === 'string') return [full(each)];
    if (LIST_KEYS.includes(key) && Array.isArray(each))
      return each.flatMap((path) => (typeof path === 'string' ? [full(path)] : []));
    return factsIn(each, inner);
  });
  return [...new Set(found)];
}
