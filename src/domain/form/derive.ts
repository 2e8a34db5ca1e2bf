import type { Scope } from '../logic/facts';
import { joined, rowPath, rowsAt, valueAt } from './answers';
import { derivedRules } from './derived/derived';
import type { DerivedField, Field, Form } from './form';
import { showDate } from './kinds/dates';
import { isRecord } from './kinds/kind';
import { showMoney } from './kinds/numbers';
import type { Reading } from './reading';

export type DerivedValues = ReadonlyMap<string, string | number>;

/** Everything the form works out, by path; what cannot be worked out yet has no entry. */
export function deriveAll(form: Form, reading: Reading): DerivedValues {
  const values = new Map<string, string | number>();
  const visit = (fields: readonly Field[], path: string, scope?: Scope): void => {
    for (const field of fields) {
      const at = joined(path, field.key);
      if (field.kind === 'derived' && reading.shown.has(at)) {
        const value = derivedRules[field.derive](reading.env(scope));
        if (value !== undefined) values.set(at, value);
      }
      if (field.kind === 'rows')
        rowsAt(at, reading.env()).forEach((value, i) =>
          visit(field.columns, rowPath(at, i), { value, path: rowPath(at, i) }),
        );
      if (field.kind === 'group' && isRecord(valueAt(at, reading.env()))) visit(field.fields, at);
    }
  };
  visit(form.fields, '');
  return values;
}

/** As the review page shows it; '' means 以责任部门公布为准. */
export function showDerived({ show }: DerivedField, value: string | number | undefined): string {
  if (value === undefined) return '';
  switch (show) {
    case 'money':
      return typeof value === 'number' ? showMoney(value) : '';
    case 'date':
      return showDate(value);
    case 'area':
      return `${value} ㎡`;
    case 'permille':
      return typeof value === 'number' ? `${value / 10}%` : '';
    case 'text':
    case 'count':
      return String(value);
  }
}
