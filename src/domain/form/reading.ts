/** Reads answers through a form: what is shown, each value cleaned, and what is wrong with each by itself. */
import { dateIn, isFilled, propertyOf, type Env, type Scope } from '../logic/facts';
import type { CivilDate } from '../shared/civil-date';
import { compareDates } from '../shared/civil-date';
import { holderAt, joined, rowPath } from './answers';
import { birthOf } from './documents';
import type { ErrorCode, FieldError } from './error';
import { holdsNow } from './evaluate';
import type { Field, RowsField } from './form';
import { isRecord, type KindContext } from './kinds/kind';
import { kindOf, type LeafField } from './kinds/kinds';

export type FormContext = Pick<KindContext, 'asOf' | 'calendar'>;

type View = Record<string, unknown>;

/** The answers as conditions and checks see them: shown, cleaned, defaults filled in. */
export class Reading {
  readonly view: View = {};
  readonly shown = new Set<string>();
  private readonly errors = new Map<string, FieldError>();
  /** Persons met so far; when they were born is read when asked, as the date may stand after the number. */
  private readonly persons: (() => CivilDate | undefined)[] = [];

  private readonly waiting: (() => void)[] = [];

  constructor(readonly context: FormContext) {}

  /** Done by {@link settle}, when every field has been read. */
  later(task: () => void): void {
    this.waiting.push(task);
  }

  settle(): void {
    this.waiting.splice(0).forEach((task) => task());
  }

  get list(): FieldError[] {
    return [...this.errors.values()];
  }

  add(field: string, code: ErrorCode, check?: string): void {
    if (!this.errors.has(field))
      this.errors.set(field, check === undefined ? { field, code } : { field, code, check });
  }

  has(field: string): boolean {
    return this.errors.has(field);
  }

  env(scope?: Scope): Env {
    const { asOf } = this.context;
    return {
      facts: this.view,
      asOf,
      ...(scope ? { scope } : {}),
      birthDateOf: (path, from) =>
        birthOf(...holderAt(path, { facts: this.view, ...(from ? { scope: from } : {}) }), asOf),
      personBirthDates: () =>
        this.persons.flatMap((birth) => {
          const date = birth();
          return date && compareDates(date, asOf) <= 0 ? [date] : [];
        }),
    };
  }

  meet(field: Field, view: View): void {
    const { asOf } = this.context;
    this.persons.push(() =>
      field.kind === 'residentId' ? birthOf(view, field.key, asOf) : dateIn(view[field.key]),
    );
  }
}

/** Whether an empty field is an error; a condition may read fields after it, so it waits until all are read. */
function requireField({ required = true }: Field, path: string, env: () => Env, reading: Reading): void {
  if (required === true) reading.add(path, 'required');
  else if (required !== false)
    reading.later(() => holdsNow(required, env()) && reading.add(path, 'required'));
}

function checkUnique(field: RowsField, rows: readonly unknown[], path: string, reading: Reading): void {
  for (const column of field.unique ?? []) {
    const seen = new Set<unknown>();
    rows.forEach((row, i) => {
      const value = propertyOf(row, column);
      if (value === undefined) return;
      if (seen.has(value)) reading.add(joined(rowPath(path, i), column), 'duplicate');
      seen.add(value);
    });
  }
}

function readRows(field: RowsField, value: unknown, path: string, view: View, reading: Reading): void {
  if (!Array.isArray(value)) return reading.add(path, 'type');
  const rows: View[] = value.map(() => ({}));
  view[field.key] = rows;
  value.forEach((row: unknown, i) => {
    const at = rowPath(path, i);
    const rowView = rows[i];
    if (isRecord(row) && rowView) readFields(field.columns, row, at, rowView, reading);
    else reading.add(at, 'type');
  });
  checkUnique(field, rows, path, reading);
  if (rows.length < field.rowsMin) reading.add(path, 'tooFew');
  else if (rows.length > field.rowsMax) reading.add(path, 'tooMany');
}

function readLeaf(field: LeafField, value: unknown, path: string, view: View, reading: Reading): void {
  view[field.key] = value;
  const code = kindOf(field).check(value, field, {
    ...reading.context,
    sibling: (key) => propertyOf(view, key),
  });
  if (code) reading.add(path, code);
  if (field.person) reading.meet(field, view);
}

/** A value that is there, of a field that is shown. */
function readFilled(field: Field, value: unknown, path: string, view: View, reading: Reading): void {
  switch (field.kind) {
    case 'derived':
      return;
    case 'rows':
      return readRows(field, value, path, view, reading);
    case 'group': {
      if (!isRecord(value)) return reading.add(path, 'type');
      const inner: View = {};
      view[field.key] = inner;
      return readFields(field.fields, value, path, inner, reading);
    }
    default:
      return readLeaf(field, value, path, view, reading);
  }
}

const cleaned = (field: Field, value: unknown): unknown => {
  if (field.kind === 'derived' || field.kind === 'group' || field.kind === 'rows') return value;
  const { clean } = kindOf(field);
  return clean ? clean(value, field) : value;
};

function readField(
  field: Field,
  given: unknown,
  path: string,
  view: View,
  reading: Reading,
  at: string,
): void {
  // Made only where there is a condition: most fields have none.
  const env = (): Env => reading.env({ value: view, path: at });
  if (field.kind === 'derived' && isFilled(given)) return reading.add(path, 'notAllowed');
  if (field.showIf && !holdsNow(field.showIf, env())) {
    if (isFilled(given)) reading.add(path, 'hiddenField');
    return;
  }
  reading.shown.add(path);
  if (field.kind === 'derived') return;
  const value = cleaned(field, given);
  if (isFilled(value)) return readFilled(field, value, path, view, reading);
  if (field.kind === 'choice' && field.default !== undefined) view[field.key] = field.default;
  requireField(field, path, env, reading);
}

/** Fields are read in their order, and a condition reads only fields before its own: one pass is enough. */
export function readFields(
  fields: readonly Field[],
  values: Readonly<Record<string, unknown>>,
  path: string,
  view: View,
  reading: Reading,
): void {
  for (const key of Object.keys(values))
    if (values[key] !== undefined && !fields.some((field) => field.key === key))
      reading.add(joined(path, key), 'unknownField');
  for (const field of fields)
    readField(field, propertyOf(values, field.key), joined(path, field.key), view, reading, path);
}
