/** Every rule of every field of every form is seen to fire, on answers that are right but for one thing. */
import type { ErrorCode, FieldError } from '@/domain/form/error';
import { readAnswers, validateForm } from '@/domain/form/validate';
import { placesOf } from '../../../scripts/content/form-paths';
import { openedForms, type Opened } from './library';
import { withPath } from './set';
import { pathOf, placed, rowsIn, trialsOf, type Trial } from './trials';

const plain = (path: string): string => path.replace(/\[\d+\]/g, '[]');

function verdict(opened: Opened, trial: Trial): ErrorCode | undefined {
  const answers = withPath(opened.samples[trial.sample], trial.at, trial.each.value);
  const found: FieldError[] = validateForm(opened.form, answers, opened.context);
  return found.find(({ field, check }) => field === pathOf(trial) && check === undefined)?.code;
}

describe.each([...openedForms])('%s', (_, opened) => {
  const trials = trialsOf(opened);

  it('accepts its samples', () => {
    for (const answers of Object.values(opened.samples))
      expect(validateForm(opened.form, answers, opened.context)).toEqual([]);
  });

  it('shows every field in one of its samples', () => {
    const shown = Object.values(opened.samples).flatMap((answers) =>
      [...readAnswers(opened.form, answers, opened.context).shown].map(plain),
    );
    const never = [...placesOf(opened.form).keys()].filter(
      (path) => !shown.includes(path) && !shown.includes(path.slice(0, path.lastIndexOf('.'))),
    );
    // A consent of guardians is asked where a child is named, gender and birth where the document does not say them.
    expect(never.filter((path) => !/^consent\.guardian$|\.(gender|birthDate|hukou\w+)$/.test(path))).toEqual(
      [],
    );
  });

  it('answers each broken rule with its code, and what still fits with none', () => {
    const wrong = trials
      .map((trial) => ({ ...trial, found: verdict(opened, trial) }))
      .filter(({ each, found }) => found !== each.code)
      .map(({ sample, at, each, found }) => `${sample} ${at} ${each.rule}: ${each.code} but ${found}`);
    expect(wrong).toEqual([]);
    expect(trials.length).toBeGreaterThan(40);
  });

  it('wants rows to be objects, and no value twice in a column that is unique', () => {
    for (const answers of Object.values(opened.samples))
      for (const [field, at] of placed(opened.form.fields, answers)) {
        const [first] = rowsIn(answers, at);
        if (field.kind !== 'rows' || first === undefined) continue;
        const codes = (rows: readonly unknown[]): string[] =>
          validateForm(opened.form, withPath(answers, at, rows), opened.context).map(
            (error) => `${error.field} ${error.code}`,
          );
        expect(codes([first, null])).toContain(`${at}[1] type`);
        const twice = (field.unique ?? []).map((column) => `${at}[1].${column} duplicate`);
        expect(codes([first, first])).toEqual(expect.arrayContaining(twice));
      }
  });

  it('refuses what no form has', () => {
    const [answers] = Object.values(opened.samples);
    expect(validateForm(opened.form, { ...answers, noSuchKey: null }, opened.context)).toEqual([
      { field: 'noSuchKey', code: 'unknownField' },
    ]);
  });
});
