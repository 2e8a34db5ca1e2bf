/** What `npm run validate-form` answers: the errors in one set of answers, or why it cannot say. */
import type { Calendar } from '@/domain/calendar/calendar';
import type { Form } from '@/domain/form/form';
import { openForm } from '@/domain/form/source';
import { validateForm } from '@/domain/form/validate';
import { parseDate } from '@/domain/shared/civil-date';
import { err, ok, type Result } from '@/domain/shared/result';
import type { FormContent } from '../content/form-compile';

export interface Fault {
  readonly code: 'form' | 'json' | 'date';
  readonly message: string;
}

export type Judge = (form: unknown, on: unknown, answers: unknown) => Result<string, Fault>;

export function parseJson(text: string, what: string): Result<unknown, Fault> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return err({ code: 'json', message: `${what}不是 JSON，请改正后再试：${why}` });
  }
}

/** Each form is opened once: `--lines` may bring many answers to the same one. */
export function createJudge({ forms, library }: FormContent, calendar: Calendar): Judge {
  const opened = new Map<string, Form>();
  const find = (id: string): Form | undefined => {
    const source = forms.get(id);
    const form = opened.get(id) ?? (source && openForm(source, library));
    if (form) opened.set(id, form);
    return form;
  };
  return (id, on, answers) => {
    const form = typeof id === 'string' ? find(id) : undefined;
    if (!form)
      return err({
        code: 'form',
        message: `没有 ${JSON.stringify(id)} 这张表；可用的有：${[...forms.keys()].join('、')}`,
      });
    const asOf = typeof on === 'string' ? parseDate(on) : undefined;
    if (!asOf)
      return err({
        code: 'date',
        message: `日期 ${JSON.stringify(on)} 不对，请写成 YYYY-MM-DD，且须真实存在`,
      });
    const errors = validateForm(form, answers, { asOf, calendar });
    return ok(JSON.stringify(errors.map(({ field, code }) => ({ field, code }))));
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One line of `--lines`: `{"form":…,"answers":…,"on":…}`. */
export function judgeLine(judge: Judge, line: string): Result<string, Fault> {
  const parsed = parseJson(line, '这一行');
  if (!parsed.ok) return parsed;
  if (!isRecord(parsed.value) || !('answers' in parsed.value))
    return err({ code: 'json', message: '每行写 {"form":"…","answers":{…},"on":"YYYY-MM-DD"}' });
  const { form, on, answers } = parsed.value;
  return judge(form, on, answers);
}
