import { run } from './shell';

export interface Check {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** The fast checks, each a program that exits with 0 when all is well. */
export const checks: readonly Check[] = [
  { name: 'types', command: 'tsc', args: ['-p', '.'] },
  { name: 'domain types', command: 'tsc', args: ['-p', 'src/domain'] },
  {
    name: 'lint',
    command: 'eslint',
    args: ['--cache', '--cache-location', '.cache/eslint/', '--max-warnings', '0', '.'],
  },
  {
    name: 'boundaries',
    command: 'depcruise',
    args: ['src', 'server', 'scripts', 'test', '--output-type', 'err-long'],
  },
  { name: 'format', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'content', command: process.execPath, args: ['scripts/run.mjs', 'content-lint'] },
];

export interface CheckResult {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

async function runCheck({ name, command, args }: Check): Promise<CheckResult> {
  const started = Date.now();
  const { code, output } = await run(command, args, { quiet: true });
  return { name, passed: code === 0, seconds: (Date.now() - started) / 1000, output };
}

/** Two at a time: the machines this runs on have two cores. */
export async function runChecks(report: (result: CheckResult) => void): Promise<readonly CheckResult[]> {
  const waiting = [...checks];
  const results: CheckResult[] = [];
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const result = await runCheck(check);
      results.push(result);
      report(result);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

export function printCheck({ name, passed, seconds, output }: CheckResult): void {
  console.log(`${passed ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
  if (!passed) console.log(output.trimEnd());
}
