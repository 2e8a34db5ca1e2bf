/** The answers as they are read back before sending, and as the staff sees them. */
import { propertyOf } from '../logic/facts';
import { joined, rowPath } from './answers';
import { deriveAll, showDerived, type DerivedValues } from './derive';
import type { Field, Form } from './form';
import { kindOf } from './kinds/kinds';
import type { Reading } from './reading';

export interface ReviewLine {
  readonly path: string;
  /** Labels from the form's own field inwards: ['家庭成员', '第 2 行', '姓名']. */
  readonly labels: readonly string[];
  /** '' when there is no answer, or no figure has been published. */
  readonly text: string;
}

function linesOf(
  field: Field,
  value: unknown,
  path: string,
  labels: readonly string[],
  derived: DerivedValues,
): readonly ReviewLine[] {
  switch (field.kind) {
    case 'derived':
      return [{ path, labels, text: showDerived(field, derived.get(path)) }];
    case 'group':
      return field.fields.flatMap((inner) => child(inner, value, path, labels, derived));
    case 'rows':
      return (Array.isArray(value) ? value : []).flatMap((row: unknown, i) =>
        field.columns.flatMap((column) =>
          child(column, row, rowPath(path, i), [...labels, `第 ${i + 1} 行`], derived),
        ),
      );
    default:
      return [{ path, labels, text: value === undefined ? '' : kindOf(field).show(value, field) }];
  }
}

const child = (
  field: Field,
  holder: unknown,
  path: string,
  labels: readonly string[],
  derived: DerivedValues,
): readonly ReviewLine[] =>
  linesOf(field, propertyOf(holder, field.key), joined(path, field.key), [...labels, field.label], derived);

/** One line an answer, in the order of the form; what is not shown is left out. */
export function reviewOf(form: Form, reading: Reading): readonly ReviewLine[] {
  const derived = deriveAll(form, reading);
  return form.fields
    .flatMap((field) => child(field, reading.view, '', [], derived))
    .filter(({ path }) => reading.shown.has(path));
}
