import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadForms } from './form-compile';
import { formSchema } from './form-schema';
import { loadLibrary } from './library';
import { createForm, formSkeleton } from './new-form';
import { lintForms } from './rules/forms';
import { typesetDocument } from './typography';

const library = loadLibrary();
const content = loadForms();
const guides = [...library.guides.values()];

describe('a new form', () => {
  it('passes the lint for every guide, of any clock, audience and materials', () => {
    const forms = new Map(guides.map((guide) => [guide.id, formSkeleton(guide)]));
    expect(forms.size).toBe(89);
    expect(lintForms({ ...content, forms, problems: [] }, library)).toEqual([]);
  });

  it('is written so that it loads, and never over one that is there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'forms-'));
    const [guide] = guides;
    const made = createForm(folder, guide);
    expect(made.ok).toBe(true);
    const form = formSchema.parse(
      typesetDocument(parse(readFileSync(join(folder, `${guide?.id}.yaml`), 'utf8'))),
    );
    expect(form).toMatchObject({ id: guide?.id, version: 1 });
    expect(createForm(folder, guide)).toEqual({ ok: false, error: 'exists' });
    expect(createForm(folder, undefined)).toEqual({ ok: false, error: 'noGuide' });
  });
});
