/** All forms opened once, with a complete right set of answers for each of their branches. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Form } from '@/domain/form/form';
import type { FormContext } from '@/domain/form/reading';
import { openForm } from '@/domain/form/source';
import { dateOf } from '@/domain/shared/civil-date';
import { loadForms } from '../../../scripts/content/form-compile';
import { loadCalendar } from '../../../scripts/content/holiday-compile';

interface Samples {
  readonly on: string;
  readonly samples: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const { forms: sources, library } = loadForms();
const calendar = loadCalendar();

export interface Opened {
  readonly form: Form;
  readonly context: FormContext;
  readonly samples: Samples['samples'];
}

function open(id: string): Opened {
  const source = sources.get(id);
  if (!source) throw new Error(`no form ${id}`);
  const { on, samples }: Samples = JSON.parse(
    readFileSync(join(__dirname, `../fixtures/forms/${id}.json`), 'utf8'),
  );
  return { form: openForm(source, library), context: { asOf: dateOf(on), calendar }, samples };
}

export const openedForms: ReadonlyMap<string, Opened> = new Map(
  [...sources.keys()].map((id) => [id, open(id)]),
);
