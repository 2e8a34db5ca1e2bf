/** What conditions and checks of forms refer to, and what there is to refer to. */
import type { Field, Form } from '@/domain/form/form';

export interface Place {
  readonly field: Field;
  /** Where it comes in the form: conditions of show-if read only what comes before. */
  readonly order: number;
  /** The form's own field that it is in. */
  readonly top: string;
}

/** Keys of the object that one answer is. */
const PARTS: Readonly<Partial<Record<Field['kind'], readonly string[]>>> = {
  dateRange: ['from', 'to'],
  monthRange: ['from', 'to'],
  slot: ['date', 'period'],
};

const under = (scope: string, key: string): string => (scope ? `${scope}.${key}` : key);

/** Every path of a form, rows written `members[].idNo`, in the order in which answers are read. */
export function placesOf(form: Form): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const visit = (fields: readonly Field[], scope: string, top?: string): void => {
    for (const field of fields) {
      const path = under(scope, field.key);
      const place = { field, order: places.size, top: top ?? field.key };
      places.set(path, place);
      for (const part of PARTS[field.kind] ?? []) places.set(`${path}.${part}`, place);
      if (field.kind === 'group') visit(field.fields, path, place.top);
      if (field.kind === 'rows') visit(field.columns, `${path}[]`, place.top);
    }
  };
  visit(form.fields, '');
  return places;
}

/** The object that a path's dotted neighbours are in: `members[].idNo` → `members[]`. */
export const scopeOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Reference {
  readonly path: string;
  /** Values that the answer is compared with. */
  readonly values: readonly unknown[];
}

/** What a named rule is given beside paths. */
const NOT_PATHS = ['sex'];

function* referencesOfRule(given: unknown, scope: string): Generator<Reference> {
  if (!isRecord(given)) return;
  const rows = typeof given['rows'] === 'string' ? `${given['rows']}[]` : scope;
  for (const [key, value] of Object.entries(given)) {
    if (key === 'where') yield* referencesIn(value, rows);
    else if (!NOT_PATHS.includes(key))
      for (const text of Array.isArray(value) ? value : [value])
        if (typeof text === 'string' && text !== 'asOf') yield { path: resolved(text, scope), values: [] };
  }
}

const resolved = (path: string, scope: string): string => (path.startsWith('.') ? `${scope}${path}` : path);

/** Every path that a condition reads, made absolute. */
export function* referencesIn(condition: unknown, scope: string): Generator<Reference> {
  if (Array.isArray(condition)) for (const part of condition) yield* referencesIn(part, scope);
  if (!isRecord(condition)) return;
  const { fact, ageOf, anyRow, where, rule, with: given, ...rest } = condition;
  for (const path of [fact, ageOf, anyRow]) {
    if (typeof path !== 'string') continue;
    const { is, in: among, contains } = condition;
    const values = [among, contains].flatMap((list) => (Array.isArray(list) ? list : []));
    yield { path: resolved(path, scope), values: is === undefined ? values : [is, ...values] };
  }
  if (typeof anyRow === 'string') yield* referencesIn(where, `${resolved(anyRow, scope)}[]`);
  if (typeof rule === 'string') yield* referencesOfRule(given, scope);
  yield* referencesIn(Object.values(rest), scope);
}

/** Whether a condition anywhere asks for the age of any person. */
export function asksAnyPerson(condition: unknown): boolean {
  if (Array.isArray(condition)) return condition.some(asksAnyPerson);
  if (!isRecord(condition)) return false;
  return 'personUnder' in condition || Object.values(condition).some(asksAnyPerson);
}
