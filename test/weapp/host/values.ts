/** Reading values that come out of JSON files or out of the mini-program. */
export type Bag = Record<string, unknown>;

export const isRecord = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isFunction = (value: unknown): value is (...args: unknown[]) => unknown =>
  typeof value === 'function';

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** Calls a function property if there is one. */
export const callIfFunction = (owner: unknown, name: string, ...args: unknown[]): unknown => {
  const method = isRecord(owner) ? owner[name] : undefined;
  return isFunction(method) ? method.apply(owner, args) : undefined;
};

const utf8Length = (value: string): number => {
  let bytes = 0;
  for (const char of value) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};

/** Size on WeChat's bridge between its two threads: the JSON in UTF-8 bytes. */
export const jsonBytes = (value: unknown): number => utf8Length(JSON.stringify(value) ?? '');

/** One readable line for whatever was thrown or logged. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return value;
  // Errors of the sandbox come from another realm: instanceof does not see them.
  if (isRecord(value) && typeof value['message'] === 'string')
    return `${text(value['name']) || 'Error'}: ${value['message']}\n${text(value['stack']).split('\n').slice(1, 6).join('\n')}`;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
