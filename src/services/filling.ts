/** A form while it is filled in: what is typed, what came verified, what is shown, and what is still wrong. */
import type { Prefill } from '@/contract/people';
import { joined, rowPath } from '@/domain/form/answers';
import type { FieldError } from '@/domain/form/error';
import type { Field, Form, GroupField, RowsField } from '@/domain/form/form';
import { isRecord } from '@/domain/form/kinds/kind';
import type { FormContext, Reading } from '@/domain/form/reading';
import { readAnswers } from '@/domain/form/validate';
import { isFilled, propertyOf } from '@/domain/logic/facts';

export type Answers = Readonly<Record<string, unknown>>;

/** Whether a group in which nothing is said gets its fields all the same. */
type Opens = (group: GroupField, path: string) => boolean;

/**
 * A group counts as answered once it has a key, and a row as soon as it was added: with one, its empty fields are asked
 * for by name.
 */
function shaped(fields: readonly Field[], values: unknown, opens: Opens, at = ''): Answers {
  const entries = fields.flatMap((field): [string, unknown][] => {
    const value = propertyOf(values, field.key);
    const path = joined(at, field.key);
    if (field.kind === 'group') {
      const inner = shaped(field.fields, value, opens, path);
      if (Object.values(inner).some(isFilled)) return [[field.key, inner]];
      return opens(field, path) ? [[field.key, { [field.fields[0]?.key ?? '']: undefined }]] : [];
    }
    if (field.kind === 'rows' && Array.isArray(value))
      return [[field.key, value.map((row: unknown, i) => shapedRow(field, row, opens, rowPath(path, i)))]];
    return value === undefined ? [] : [[field.key, value]];
  });
  return Object.fromEntries(entries);
}

const shapedRow = ({ columns }: RowsField, row: unknown, opens: Opens, at: string): unknown =>
  isRecord(row) ? { [columns[0]?.key ?? '']: undefined, ...shaped(columns, row, opens, at) } : row;

/** Optional groups stay out until something is said in them. */
const isNeeded = ({ required }: GroupField): boolean => required !== false;

export interface Filled {
  /** With every group opened: what there is to show. */
  readonly display: Reading;
  readonly errors: readonly FieldError[];
  /** Shown and cleaned. */
  readonly toSend: Answers;
}

/**
 * The draft keeps answers to questions that went away; what is sent leaves them out, and so does what is checked.
 * Answers that this version of the form does not know are left out likewise.
 */
export function fill(form: Form, answers: Answers, context: FormContext): Filled {
  const display = readAnswers(
    form,
    shaped(form.fields, answers, () => true),
    context,
  );
  const first = readAnswers(form, shaped(form.fields, answers, isNeeded), context);
  // A group that is not shown must not be asked for.
  const opens: Opens = (group, path) => isNeeded(group) && first.shown.has(path);
  const sent = shaped(form.fields, first.view, opens);
  return { display, errors: readAnswers(form, sent, context).list, toSend: first.view };
}

/** Paths of answers that this version of the form has no question for. */
export const unknownAnswers = (form: Form, answers: Answers, context: FormContext): readonly string[] =>
  readAnswers(form, answers, context)
    .list.filter(({ code }) => code === 'unknownField')
    .map(({ field }) => field);

/** A leaf or a list at a path, and where it stands. */
export interface Place {
  readonly field: Field;
  readonly path: string;
}

/** Every field with its own answer, in the order of the form; rows one by one. */
export function placesIn(fields: readonly Field[], values: unknown, at = ''): readonly Place[] {
  return fields.flatMap((field): readonly Place[] => {
    const path = joined(at, field.key);
    const value = propertyOf(values, field.key);
    if (field.kind === 'group') return placesIn(field.fields, value, path);
    if (field.kind !== 'rows') return [{ field, path }];
    const rows = Array.isArray(value) ? value : [];
    return [
      { field, path },
      ...rows.flatMap((row: unknown, i) => placesIn(field.columns, row, rowPath(path, i))),
    ];
  });
}

export type PrefillValue = Prefill['values'][number];
export type Read = (answers: Answers, path: string) => unknown;
export type Write = (answers: Answers, path: string, value: unknown) => Answers;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What the person sees: their own answers, and what came verified where they said nothing. */
export const withPrefill = (
  answers: Answers,
  values: readonly PrefillValue[],
  read: Read,
  write: Write,
): Answers =>
  values.reduce(
    (all, { field, value }) => (read(all, field) === undefined ? write(all, field, value) : all),
    answers,
  );

/** What the phone keeps: without anything that is still as it came. */
export const withoutPrefill = (
  answers: Answers,
  values: readonly PrefillValue[],
  read: Read,
  write: Write,
): Answers =>
  values.reduce(
    (all, { field, value }) => (same(read(all, field), value) ? write(all, field, undefined) : all),
    answers,
  );
