import { mergePaths } from './outcome';

/**
 * What an expression gives: its value, the facts it waits for, or a figure that a department has yet to publish.
 * Of several, unpublished wins over missing: asking a person helps nothing until the figure is out.
 */
export type Reading<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'missing' | 'unpublished'; readonly paths: readonly string[] };

export const valued = <T>(value: T): Reading<T> => ({ kind: 'value', value });
export const missingAt = (paths: readonly string[]): Reading<never> => ({ kind: 'missing', paths });
export const unpublishedAt = (paths: readonly string[]): Reading<never> => ({ kind: 'unpublished', paths });

/** Applies `combine` to the values of all readings, or says what is in the way. */
export function combined<T, R>(
  readings: readonly Reading<T>[],
  combine: (values: readonly T[]) => R,
): Reading<R> {
  const values: T[] = [];
  let paths: readonly string[] = [];
  let unpublished = false;
  for (const reading of readings) {
    if (reading.kind === 'value') values.push(reading.value);
    else {
      if (reading.kind === 'unpublished' && !unpublished) paths = [];
      if (reading.kind === 'unpublished' || !unpublished) paths = mergePaths(paths, reading.paths);
      unpublished = unpublished || reading.kind === 'unpublished';
    }
  }
  if (values.length === readings.length) return valued(combine(values));
  return unpublished ? unpublishedAt(paths) : missingAt(paths);
}

export const mapped = <T, R>(reading: Reading<T>, map: (value: T) => R): Reading<R> =>
  reading.kind === 'value' ? valued(map(reading.value)) : reading;

/** All paths that readings without a value wait for, published or not. */
export const pathsOf = (readings: readonly Reading<unknown>[]): readonly string[] =>
  readings.reduce<readonly string[]>(
    (paths, each) => (each.kind === 'value' ? paths : mergePaths(paths, each.paths)),
    [],
  );
