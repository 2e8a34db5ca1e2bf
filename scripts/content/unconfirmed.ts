/** Rule 16: what no department has confirmed is counted and shown to staff; it is never an error. */
import type { Library } from './library';
import type { PolicyLibrary } from './policy-compile';

export interface Unconfirmed {
  /** Path below src/content. */
  readonly file: string;
  readonly path: string;
  /** `pending` = the value is not known; `P` = a plausible local value to be confirmed. */
  readonly kind: 'pending' | 'P';
}

function* walk(value: unknown, path: string): Generator<{ path: string; kind: 'pending' | 'P' }> {
  if (value === 'pending') yield { path, kind: 'pending' };
  else if (value === 'P' && path.endsWith('evidence'))
    yield { path: path.replace(/\.?evidence$/, ''), kind: 'P' };
  else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* walk(item, `${path}[${i}]`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* walk(item, path ? `${path}.${key}` : key);
  }
}

export function unconfirmedIn(file: string, value: unknown): Unconfirmed[] {
  return [...walk(value, '')].map((found) => ({ file, ...found }));
}

export const unconfirmedOf = (library: Library): Unconfirmed[] => [
  ...[...library.guides].flatMap(([name, guide]) => unconfirmedIn(`guides/${name}.yaml`, guide)),
  ...unconfirmedIn('halls.yaml', library.halls),
];

/** Policies, their published figures, and every local figure that no department has published. */
export const unconfirmedPolicies = ({ policies, parameters, figures }: PolicyLibrary): Unconfirmed[] => [
  ...[...policies].flatMap(([name, policy]) => unconfirmedIn(`policies/${name}.yaml`, policy)),
  ...[...parameters].flatMap(([name, tables]) => unconfirmedIn(`parameters/${name}.yaml`, tables)),
  ...figures
    .filter(({ rows }) => rows.length === 0)
    .map(({ path }) => ({ file: 'benefit-figures.yaml', path, kind: 'pending' }) as const),
];
