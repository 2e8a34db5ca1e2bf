/** Whether what arrived is what the contract says, told part by part; a schema library would weigh as much as the screens. */
import { isRecord } from '@/domain/form/kinds/kind';

export type Shape = (value: unknown) => boolean;

export const text: Shape = (value) => typeof value === 'string';
export const number: Shape = (value) => typeof value === 'number';
export const flag: Shape = (value) => typeof value === 'boolean';

export const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value);

export const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || shape(value);

export const list =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape);

/** One of the keys of a table of words, or of the words given. */
export const oneOf = (words: Readonly<Record<string, unknown>> | readonly string[]): Shape => {
  const known: ReadonlySet<unknown> = new Set(Array.isArray(words) ? words : Object.keys(words));
  return (value) => known.has(value);
};

/** More may be there than is named: a newer server adds. */
export const record =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    isRecord(value) && Object.entries(shapes).every(([key, shape]) => shape(value[key]));

/** The reader of a body of that shape; `undefined` for anything else. */
export function reader<T>(shape: Shape): (body: unknown) => T | undefined {
  const fits = (body: unknown): body is T => shape(body);
  return (body) => (fits(body) ? body : undefined);
}
