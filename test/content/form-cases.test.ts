/** Answers that were judged by hand, whole: the errors must be exactly these. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openForm } from '@/domain/form/source';
import { validateForm } from '@/domain/form/validate';
import { dateOf } from '@/domain/shared/civil-date';
import { loadForms } from '../../scripts/content/form-compile';
import { loadCalendar } from '../../scripts/content/holiday-compile';

interface Case {
  readonly id: string;
  readonly form: string;
  readonly on: string;
  readonly answers: unknown;
  readonly expect: readonly { readonly field: string; readonly code: string }[];
  readonly why: string;
}

const cases: readonly Case[] = JSON.parse(readFileSync(join(__dirname, 'fixtures/form-cases.json'), 'utf8'));
const { forms, library } = loadForms();
const calendar = loadCalendar();

const sorted = (errors: Case['expect']): string[] =>
  errors.map(({ field, code }) => `${field} ${code}`).sort();

describe('judged answers', () => {
  it.each(cases.map((each) => [each.id, each.why, each] as const))('%s %s', (_, __, each) => {
    const source = forms.get(each.form);
    if (!source) throw new Error(`no form ${each.form}`);
    const errors = validateForm(openForm(source, library), each.answers, {
      asOf: dateOf(each.on),
      calendar,
    });
    expect(sorted(errors)).toEqual(sorted(each.expect));
  });
});
