import { loadLibrary } from '../content/library';
import { lintLibrary, type LintReport } from '../content/lint';
import type { Problem } from '../content/load';
import { todayInShanghai } from '../lib/today';

const line = ({ level, file, path, rule, message }: Problem): string =>
  `${level === 'error' ? '错误' : '提醒'} ${file}${path ? ` › ${path}` : ''} [${rule}] ${message}`;

function text({ guides, online, errors, warnings, unconfirmed }: LintReport): string {
  const pending = unconfirmed.filter(({ kind }) => kind === 'pending').length;
  return [
    ...[...errors, ...warnings].map(line),
    `指南 ${guides} 份(掌上办 ${online} 项) · 错误 ${errors.length} · 提醒 ${warnings.length} · 待确认 ${unconfirmed.length}(未知 ${pending},待核 ${unconfirmed.length - pending})`,
  ].join('\n');
}

/** `npm run -s content:lint -- [--json]`: exit 1 when there are errors. */
export default function contentLint(args: string[]): number {
  const report = lintLibrary(loadLibrary(), todayInShanghai());
  console.log(args.includes('--json') ? JSON.stringify(report, null, 2) : text(report));
  return report.errors.length > 0 ? 1 : 0;
}
