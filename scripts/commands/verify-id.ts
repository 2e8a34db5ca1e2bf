import { parseDate, type CivilDate } from '@/domain/shared/civil-date';
import { eachLine, errorLine } from '../lib/lines';
import { todayInShanghai } from '../lib/today';
import { verify, verifyKind } from '../lib/verify-answer';

const USAGE =
  '用法：npm run -s verify-id -- id|uscc|bankcard 号码 [--on YYYY-MM-DD];--lines 从标准输入逐行读“id 号码”';

/** The day of `--on`, today without it; the rest of the words. `undefined` when the day is not one. */
function takeDay(args: readonly string[]): { day: CivilDate; words: readonly string[] } | undefined {
  const at = args.indexOf('--on');
  if (at < 0) return { day: todayInShanghai(), words: args };
  const day = parseDate(args[at + 1] ?? '');
  return day && { day, words: [...args.slice(0, at), ...args.slice(at + 2)] };
}

/**
 * `npm run -s verify-id -- id|uscc|bankcard TEXT [--on YYYY-MM-DD]`: one line of JSON; exit code 0 when the number is
 * valid, 1 when it is not. `--lines` answers each `KIND TEXT` of stdin and exits with 0.
 */
export default async function verifyId(args: string[]): Promise<number> {
  const fail = (message: string): number => {
    console.error(`${message}\n${USAGE}`);
    return 1;
  };
  const taken = takeDay(args);
  if (!taken) return fail('--on 后面要写一个真实存在的日期 YYYY-MM-DD，例如 --on 2026-11-23。');
  const { day, words } = taken;

  if (words.includes('--lines')) {
    await eachLine((line) => {
      const [name = '', ...rest] = line.trim().split(/\s+/);
      const kind = verifyKind(name);
      if (!kind) return errorLine('kind', `每行写“id|uscc|bankcard 号码”，这一行的第一项是“${name}”。`);
      return JSON.stringify(verify(kind, rest.join(' '), day));
    });
    return 0;
  }
  const [name = '', ...rest] = words;
  const kind = verifyKind(name);
  if (!kind)
    return fail(name === '' ? '要写号码种类和号码。' : `没有“${name}”这种号码：请写 id、uscc 或 bankcard。`);
  if (rest.length === 0) return fail('种类后面要写号码。');
  const verdict = verify(kind, rest.join(' '), day);
  console.log(JSON.stringify(verdict));
  return verdict.valid ? 0 : 1;
}
