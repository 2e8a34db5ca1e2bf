/** All the ways in which one thing of a form's samples can be broken. */
import { joined } from '@/domain/form/answers';
import type { Field } from '@/domain/form/form';
import { readAnswers } from '@/domain/form/validate';
import { breaksOf, rowsBreaks, type Break } from './breaks';
import type { Opened } from './library';
import { getPath } from './set';

/** One place of one sample where a rule can be broken. */
export interface Trial {
  readonly sample: string;
  /** `members[0].idNo` */
  readonly at: string;
  readonly each: Break;
}

export function rowsIn(answers: unknown, at: string): readonly unknown[] {
  const rows = getPath(answers, at);
  return Array.isArray(rows) ? rows : [];
}

/** Fields with the paths that they have in these answers, rows by their first. */
export function* placed(
  fields: readonly Field[],
  answers: unknown,
  path = '',
): Generator<readonly [Field, string]> {
  for (const field of fields) {
    const at = joined(path, field.key);
    yield [field, at];
    if (field.kind === 'group' && getPath(answers, at) !== undefined)
      yield* placed(field.fields, answers, at);
    if (field.kind === 'rows')
      for (const i of rowsIn(answers, at).keys()) yield* placed(field.columns, answers, `${at}[${i}]`);
  }
}

function breaksAt(field: Field, at: string, answers: unknown, shown: boolean, opened: Opened): Break[] {
  const now = getPath(answers, at);
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

export const trialsOf = (opened: Opened): Trial[] =>
  Object.entries(opened.samples).flatMap(([sample, answers]) => {
    const { shown } = readAnswers(opened.form, answers, opened.context);
    return [...placed(opened.form.fields, answers)].flatMap(([field, at]) =>
      breaksAt(field, at, answers, shown.has(at), opened).map((each) => ({ sample, at, each })),
    );
  });

/** An unknown key is reported at the key, everything else at the field. */
export const pathOf = ({ at, each }: Trial): string =>
  each.rule === 'keys' && each.code === 'unknownField' && Object(each.value).noSuchKey
    ? `${at}.noSuchKey`
    : at;
