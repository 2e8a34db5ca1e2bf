/** Which answers a correction may change: those that the notice names, and what the change itself makes necessary. */
import type { CorrectionItem } from '@/domain/case/correction';
import type { FieldError } from '@/domain/form/error';
import { related } from '@/domain/form/answers';

export const namedPaths = (items: readonly CorrectionItem[]): readonly string[] =>
  items.flatMap(({ target }) => (target.kind === 'field' ? [target.path] : []));

export const namedMaterials = (items: readonly CorrectionItem[]): readonly string[] =>
  items.flatMap(({ target }) => (target.kind === 'material' ? [target.id] : []));

/** Errors elsewhere: a changed answer brought up another question, or no longer goes with another answer. */
export const alsoNeeded = (
  named: readonly string[],
  errors: readonly FieldError[],
  before: readonly FieldError[],
): readonly string[] => [
  ...new Set(
    errors
      .filter(({ field, code }) => !before.some((known) => known.field === field && known.code === code))
      .map(({ field }) => field)
      .filter((field) => !named.some((path) => related(path, field))),
  ),
];
