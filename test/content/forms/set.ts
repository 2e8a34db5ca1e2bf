/** Answers as tests change them: a copy with one path set, or taken away. */
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const keysOf = (path: string): readonly (string | number)[] =>
  path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));

function put(target: unknown, keys: readonly (string | number)[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const rows: unknown[] = Array.isArray(target) ? [...target] : [];
    rows[key] = put(rows[key], rest, value);
    return rows;
  }
  const object = isRecord(target) ? { ...target } : {};
  object[key] = put(object[key], rest, value);
  if (rest.length === 0 && value === undefined) Reflect.deleteProperty(object, key);
  return object;
}

/** @example withPath({ a: [{ b: 1 }] }, 'a[0].b', 2) // { a: [{ b: 2 }] } */
export const withPath = (answers: unknown, path: string, value: unknown): unknown =>
  put(answers, keysOf(path), value);

export const getPath = (answers: unknown, path: string): unknown =>
  keysOf(path).reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)];
    return isRecord(at) ? at[key] : undefined;
  }, answers);
