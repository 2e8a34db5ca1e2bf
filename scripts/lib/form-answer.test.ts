import { loadForms } from '../content/form-compile';
import { loadCalendar } from '../content/holiday-compile';
import { createJudge, judgeLine } from './form-answer';

const judge = createJudge(loadForms(), loadCalendar());
const line = (value: unknown): string => JSON.stringify(value);

describe('validate-form', () => {
  it('answers with field and code only', () => {
    const judged = judgeLine(
      judge,
      line({ form: 'marriage-appointment', on: '2026-11-23', answers: { noSuchKey: 1 } }),
    );
    expect(judged).toEqual({
      ok: true,
      value: expect.stringContaining('{"field":"noSuchKey","code":"unknownField"}'),
    });
  });

  it.each([
    ['', 'json'],
    ['{', 'json'],
    ['[]', 'json'],
    [line({ form: 'legal-aid', on: '2026-11-23' }), 'json'],
    [line({ form: 'no-such-form', on: '2026-11-23', answers: {} }), 'form'],
    [line({ form: '__proto__', on: '2026-11-23', answers: {} }), 'form'],
    [line({ on: '2026-11-23', answers: {} }), 'form'],
    [line({ form: 'legal-aid', on: '2026-02-29', answers: {} }), 'date'],
    [line({ form: 'legal-aid', answers: {} }), 'date'],
  ])('cannot tell for %s', (text, code) => {
    expect(judgeLine(judge, text)).toEqual({ ok: false, error: { code, message: expect.any(String) } });
  });
});
