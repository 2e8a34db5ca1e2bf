import { rowsAt, related, rowPath } from './answers';
import type { FieldError } from './error';
import { holdsNow, isBroken } from './evaluate';
import type { Check, Field, Form } from './form';
import { isRecord } from './kinds/kind';
import { Reading, readFields, type FormContext } from './reading';

/** All checks in their order: those inside a group before the group's own. */
export const checksOf = (fields: readonly Field[]): readonly Check[] =>
  fields.flatMap((field) => [
    ...(field.kind === 'group' ? checksOf(field.fields) : []),
    ...(field.kind === 'derived' ? [] : (field.checks ?? [])),
  ]);

/** Where a check looks: the whole answers, or each row of the list that its path goes through. */
function scenesOf(
  { at }: Check,
  reading: Reading,
): readonly (readonly [string, ReturnType<Reading['env']>])[] {
  const [rows, column] = at.split('[i].');
  if (rows === undefined || column === undefined) return [[at, reading.env()]];
  return rowsAt(rows, reading.env()).map((value, i) => [
    `${rowPath(rows, i)}.${column}`,
    reading.env({ value, path: rowPath(rows, i) }),
  ]);
}

function runChecks(checks: readonly Check[], reading: Reading): void {
  const single = reading.list.map(({ field }) => field);
  const found = new Set<string>();
  for (const check of checks) {
    const { id, code, reads, after, when, holds } = check;
    if (after !== undefined && found.has(after)) continue;
    if (single.some((field) => reads.some((path) => related(path, field)))) continue;
    for (const [path, env] of scenesOf(check, reading)) {
      if ((when && !holdsNow(when, env)) || !isBroken(holds, env)) continue;
      found.add(id);
      reading.add(path, code, id);
    }
  }
}

/** Reads answers of any JSON through a form; `list` then holds everything wrong with them. Never throws on answers. */
export function readAnswers(form: Form, answers: unknown, context: FormContext): Reading {
  const reading = new Reading(context);
  if (!isRecord(answers)) {
    reading.add('', 'type');
    return reading;
  }
  readFields(form.fields, answers, '', reading.view, reading);
  reading.settle();
  runChecks(checksOf(form.fields), reading);
  return reading;
}

/**
 * Everything wrong with the answers, one error a path at most; the same on the phone and on the server.
 * @param context.asOf today, on which 今天, 本月 and 周岁 are reckoned
 * @example validateForm(form, { contactMobile: '128' }, context) // [{ field: 'contactMobile', code: 'format' }, …]
 */
export const validateForm = (form: Form, answers: unknown, context: FormContext): FieldError[] =>
  readAnswers(form, answers, context).list;
