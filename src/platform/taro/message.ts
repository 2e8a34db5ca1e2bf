/**
 * The words of whatever a call failed with. WeChat fails with `{ errMsg }`, browsers with an Error; an Error may come
 * from another realm (WeChat's own context), so `instanceof` does not see it and its fields are read instead.
 */
export function messageOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (typeof error !== 'object' || error === null) return '';
  const parts: readonly unknown[] = [
    'errMsg' in error ? error.errMsg : '',
    'name' in error ? error.name : '',
    'message' in error ? error.message : '',
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
}
