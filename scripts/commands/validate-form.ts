import { existsSync, readFileSync } from 'node:fs';
import { formatDate } from '@/domain/shared/civil-date';
import { err, type Result } from '@/domain/shared/result';
import { loadForms } from '../content/form-compile';
import { loadCalendar } from '../content/holiday-compile';
import { createJudge, judgeLine, parseJson, type Fault, type Judge } from '../lib/form-answer';
import { eachLine, errorLine } from '../lib/lines';
import { todayInShanghai } from '../lib/today';

const USAGE =
  '用法：npm run -s validate-form -- 事项编号 答案.json [--on YYYY-MM-DD];--lines 从标准输入逐行读 {"form","answers","on"}';

function judgeFile(judge: Judge, args: readonly string[]): Result<string, Fault> {
  const at = args.indexOf('--on');
  const on = at < 0 ? formatDate(todayInShanghai()) : args[at + 1];
  const [form, file, ...rest] = at < 0 ? args : args.filter((_, i) => i !== at && i !== at + 1);
  if (form === undefined || file === undefined || rest.length > 0)
    return err({ code: 'json', message: '要写事项编号和答案文件。' });
  if (!existsSync(file)) return err({ code: 'json', message: `没有文件 ${file}。` });
  const answers = parseJson(readFileSync(file, 'utf8'), `${file} `);
  return answers.ok ? judge(form, on, answers.value) : answers;
}

/**
 * `npm run -s validate-form -- FORM-ID ANSWERS.json --on YYYY-MM-DD`: everything wrong with the answers as a JSON array
 * of `{field, code}`, `[]` when nothing is. Exit 1 only when it cannot tell (no such form, no JSON, no such day).
 */
export default async function validateFormCommand(args: string[]): Promise<number> {
  const content = loadForms();
  for (const { file, path, message } of content.problems) console.error(`${file} ${path} ${message}`);
  const judge = createJudge(content, loadCalendar());
  if (args.includes('--lines')) {
    await eachLine((line) => {
      const judged = judgeLine(judge, line);
      return judged.ok ? judged.value : errorLine(judged.error.code, judged.error.message);
    });
    return 0;
  }
  const judged = judgeFile(judge, args);
  if (!judged.ok) {
    console.error(`${judged.error.message}\n${USAGE}`);
    return 1;
  }
  console.log(judged.value);
  return 0;
}
