/** What holds for any answers, right or wrong. */
import fc from 'fast-check';
import { readAnswers, validateForm } from '@/domain/form/validate';
import { deriveAll } from '@/domain/form/derive';
import { isFilled } from '@/domain/logic/facts';
import { openedForms, type Opened } from './library';
import { withPath } from './set';

const forms = [...openedForms.values()];
const anyForm = fc.constantFrom(...forms);
const anySample = anyForm.chain((opened) =>
  fc.constantFrom(...Object.values(opened.samples)).map((answers) => ({ opened, answers })),
);
/** One of the form's own keys with any value in it: deeper than JSON alone would reach. */
const bent = anySample.chain(({ opened, answers }) =>
  fc
    .tuple(fc.constantFrom(...opened.form.fields.map(({ key }) => key)), fc.jsonValue({ maxDepth: 4 }))
    .map(([key, value]) => ({ opened, key, value, answers: withPath(answers, key, value) })),
);

const fieldsWrong = ({ form, context }: Opened, answers: unknown): string[] =>
  validateForm(form, answers, context).map(({ field }) => field);

describe('validateForm on any answers', () => {
  it('never throws, and names each path once', () => {
    fc.assert(
      fc.property(anyForm, fc.jsonValue({ maxDepth: 5 }), (opened, answers) => {
        const wrong = fieldsWrong(opened, answers);
        expect(new Set(wrong).size).toBe(wrong.length);
      }),
    );
    fc.assert(
      fc.property(bent, ({ opened, answers }) => {
        const wrong = fieldsWrong(opened, answers);
        expect(new Set(wrong).size).toBe(wrong.length);
        deriveAll(opened.form, readAnswers(opened.form, answers, opened.context));
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses a value in a field that is not shown, whatever it is', () => {
    fc.assert(
      fc.property(anySample, fc.jsonValue({ maxDepth: 2 }), ({ opened, answers }, value) => {
        const { shown } = readAnswers(opened.form, answers, opened.context);
        const hidden = opened.form.fields.find(({ key, kind }) => kind !== 'derived' && !shown.has(key));
        if (!hidden || !isFilled(value)) return;
        const errors = validateForm(opened.form, withPath(answers, hidden.key, value), opened.context);
        expect(errors.find(({ field }) => field.startsWith(hidden.key))).toEqual({
          field: hidden.key,
          code: 'hiddenField',
        });
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(bent, ({ opened, answers }) => {
        const turned = Object.fromEntries(Object.entries(Object(answers)).reverse());
        expect(fieldsWrong(opened, turned).sort()).toEqual(fieldsWrong(opened, answers).sort());
      }),
      { numRuns: 200 },
    );
  });

  it.each([null, [], 'text', 5, true])('says that %j is no set of answers', (answers) => {
    expect(forms.map((opened) => validateForm(opened.form, answers, opened.context))).toEqual(
      forms.map(() => [{ field: '', code: 'type' }]),
    );
  });

  it('is not fooled by keys that every object has', () => {
    const answers = JSON.parse('{"__proto__": {"consent": {"truthful": true}}, "constructor": 1}');
    const wrong = forms.map((opened) => fieldsWrong(opened, answers));
    for (const fields of wrong) expect(fields).toEqual(expect.arrayContaining(['__proto__', 'constructor']));
  });
});
