/** What `npm run benefits` answers, apart from reading and printing: the checker over one input on one day. */
import { compileBook } from '@/domain/benefit/compiled';
import { evaluate } from '@/domain/benefit/evaluate';
import { toOutputs, type JudgementOutput } from '@/domain/benefit/output';
import { checkFacts, vocabularyOf, type FactError } from '@/domain/benefit/vocabulary';
import { parseDate, type CivilDate } from '@/domain/shared/civil-date';
import { err, ok, type Result } from '@/domain/shared/result';
import { loadPolicies, policyBookOf } from '../content/policy-compile';

export type Answer = Result<readonly JudgementOutput[], readonly FactError[]>;

export interface Benefits {
  /** `text` is the JSON of the facts. */
  readonly answer: (text: string, on: CivilDate) => Answer;
  /** `text` is `{"on": "YYYY-MM-DD", "facts": {…}}`; `on` may be left out where a day is given for all. */
  readonly answerLine: (text: string, on: CivilDate | undefined) => Answer;
}

const badJson: Answer = err([{ path: '', problem: 'badJson' }]);

function parseJson(text: string): Result<unknown, undefined> {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return ok(value);
  } catch {
    return err(undefined);
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The day of a line: its own, or the one given for all; a wrong one is an error at `on`. */
function dayOf(own: unknown, forAll: CivilDate | undefined): Result<CivilDate, FactError> {
  if (own === undefined && forAll) return ok(forAll);
  if (typeof own !== 'string') return err({ path: 'on', problem: 'wrongType' });
  const day = parseDate(own);
  return day ? ok(day) : err({ path: 'on', problem: 'badDate' });
}

/** Loads the policies once; throws when their content does not compile. */
export function openBenefits(): Benefits {
  const library = loadPolicies();
  const [problem] = library.problems;
  if (problem) throw new Error(`${problem.file} ${problem.path} ${problem.message}`);
  const book = compileBook(policyBookOf(library));
  const vocabulary = vocabularyOf(book.facts);

  const judged = (facts: unknown, on: CivilDate): Answer => {
    const errors = checkFacts(vocabulary, facts);
    return errors.length > 0 ? err(errors) : ok(toOutputs(book, evaluate(book, facts, on)));
  };
  return {
    answer: (text, on) => {
      const parsed = parseJson(text);
      return parsed.ok ? judged(parsed.value, on) : badJson;
    },
    answerLine: (text, forAll) => {
      const parsed = parseJson(text);
      if (!parsed.ok) return badJson;
      const line = parsed.value;
      const whole = isRecord(line) && ('facts' in line || 'on' in line);
      const on = dayOf(whole ? line['on'] : undefined, forAll);
      if (!on.ok) return err([on.error]);
      return judged(whole ? (line['facts'] ?? {}) : line, on.value);
    },
  };
}
