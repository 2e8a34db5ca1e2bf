/** Every rule of every field of every form is seen to fire, on answers that are right but for one thing. */
import type { ErrorCode, FieldError } from '@/domain/form/error';
import type { Field } from '@/domain/form/form';
import { joined } from '@/domain/form/answers';
import { readAnswers, validateForm } from '@/domain/form/validate';
import { placesOf } from '../../../scripts/content/form-paths';
import { breaksOf, rowsBreaks, type Break } from './breaks';
import { openedForms, type Opened } from './library';
import { getPath, withPath } from './set';

/** One place of one sample where a rule can be broken. */
interface Trial {
  readonly sample: string;
  /** `members[0].idNo` */
  readonly at: string;
  readonly each: Break;
}

const plain = (path: string): string => path.replace(/\[\d+\]/g, '[]');

function rowsIn(answers: unknown, at: string): readonly unknown[] {
  const rows = getPath(answers, at);
  return Array.isArray(rows) ? rows : [];
}

/** Fields with the paths that they have in these answers, rows by their first. */
function* placed(fields: readonly Field[], answers: unknown, path = ''): Generator<readonly [Field, string]> {
  for (const field of fields) {
    const at = joined(path, field.key);
    yield [field, at];
    if (field.kind === 'group' && getPath(answers, at) !== undefined)
      yield* placed(field.fields, answers, at);
    if (field.kind === 'rows')
      for (const i of rowsIn(answers, at).keys()) yield* placed(field.columns, answers, `${at}[${i}]`);
  }
}

function breaksAt(field: Field, at: string, answers: unknown, opened: Opened): Break[] {
  const now = getPath(answers, at);
  const shown = readAnswers(opened.form, answers, opened.context).shown.has(at);
  if (field.kind === 'derived') return [{ rule: 'derived', value: 1, code: 'notAllowed' }];
  if (!shown) return [{ rule: 'showIf', value: 'x', code: 'hiddenField' }];
  const breaks: Break[] =
    field.required === undefined ? [{ rule: 'required', value: null, code: 'required' }] : [];
  if (now === undefined) return breaks;
  switch (field.kind) {
    case 'group':
      return [
        ...breaks,
        { rule: 'type', value: 5, code: 'type' },
        { rule: 'keys', value: { ...Object(now), noSuchKey: 1 }, code: 'unknownField' },
      ];
    case 'rows':
      return [...breaks, ...rowsBreaks(field, rowsIn(answers, at))];
    default:
      return [...breaks, ...breaksOf(field, now, opened.context)];
  }
}

const trialsOf = (opened: Opened): Trial[] =>
  Object.entries(opened.samples).flatMap(([sample, answers]) =>
    [...placed(opened.form.fields, answers)].flatMap(([field, at]) =>
      breaksAt(field, at, answers, opened).map((each) => ({ sample, at, each })),
    ),
  );

/** An unknown key is reported at the key, everything else at the field. */
const pathOf = ({ at, each }: Trial): string =>
  each.rule === 'keys' && each.code === 'unknownField' && Object(each.value).noSuchKey
    ? `${at}.noSuchKey`
    : at;

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
