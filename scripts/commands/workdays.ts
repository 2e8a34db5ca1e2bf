import { formatDate } from '@/domain/shared/civil-date';
import { ok, type Result } from '@/domain/shared/result';
import { loadCalendar } from '../content/holiday-compile';
import { eachLine, errorLine } from '../lib/lines';
import { answer, noteOf, parseQuestion, toJson, type Fault } from '../lib/workdays-answer';

const USAGE = '用法：npm run -s workdays -- YYYY-MM-DD N [--json];--lines 从标准输入逐行读“YYYY-MM-DD N”';

/**
 * `npm run -s workdays -- YYYY-MM-DD N [--json]`: the Nth working day after a date, which itself is not counted.
 * `--lines` answers each `YYYY-MM-DD N` of stdin. Only answers go to stdout; notes and faults go to stderr.
 */
export default async function workdays(args: string[]): Promise<number> {
  const calendar = loadCalendar();
  const json = args.includes('--json');
  const notes = new Set<string>();

  const solve = (words: readonly string[]): Result<string, Fault> => {
    const question = parseQuestion(words);
    if (!question.ok) return question;
    const deadline = answer(calendar, question.value);
    const note = noteOf(deadline);
    if (note !== undefined) notes.add(note);
    return ok(json ? toJson(question.value, deadline) : formatDate(deadline.due));
  };
  const sayNotes = (): void => notes.forEach((note) => console.error(note));

  if (args.includes('--lines')) {
    await eachLine((line) => {
      const solved = solve(line.trim().split(/\s+/).filter(Boolean));
      return solved.ok ? solved.value : errorLine(solved.error.code, solved.error.message);
    });
    sayNotes();
    return 0;
  }
  const solved = solve(args.filter((arg) => arg !== '--json'));
  if (!solved.ok) {
    console.error(`${solved.error.message}\n${USAGE}`);
    return 1;
  }
  console.log(solved.value);
  sayNotes();
  return 0;
}
