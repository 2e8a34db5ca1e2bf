/** src/content/{forms,form-blocks,catalogs} → one module a form, and what forms share. */
import type { Option } from '@/domain/form/kinds/choices';
import type { FormLibrary, FormSource } from '@/domain/form/source';
import { emitLazyTable, emitModule } from './emit';
import { blockSchema, catalogSchema, formSchema } from './form-schema';
import { loadFolder, type Problem } from './load';

const TYPES = '@/domain/form/source';

export interface FormContent {
  readonly forms: ReadonlyMap<string, FormSource>;
  readonly library: FormLibrary;
  readonly problems: readonly Problem[];
}

export function loadForms(): FormContent {
  const forms = loadFolder('forms', formSchema);
  const blocks = loadFolder('form-blocks', blockSchema);
  const catalogs = loadFolder('catalogs', catalogSchema);
  const problems = [...forms.problems, ...blocks.problems, ...catalogs.problems];
  const optionsOf = (name: string): readonly Option[] => {
    const { extends: under, options = [] } = catalogs.files.get(name) ?? {};
    // One level: a catalogue that extends another is a longer list of the same things.
    return under === undefined ? options : [...(catalogs.files.get(under)?.options ?? []), ...options];
  };
  return {
    forms: forms.files,
    library: {
      blocks: Object.fromEntries(blocks.files),
      catalogs: Object.fromEntries([...catalogs.files.keys()].map((name) => [name, optionsOf(name)])),
    },
    problems,
  };
}

/** Writes generated/forms (a form is parsed when it is opened) and generated/form-library. */
export function compileForms(): readonly Problem[] {
  const { forms, library, problems } = loadForms();
  emitLazyTable('forms', { name: 'FormSource', from: TYPES }, forms);
  emitModule('form-library', { name: 'FormLibrary', from: TYPES }, library);
  return problems;
}
