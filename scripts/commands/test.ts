import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureContent } from '../content/compile';
import { printCheck, runChecks } from '../lib/checks';
import { projectRoot, run } from '../lib/shell';

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const NONE: Tally = { passed: 0, failed: 0 };
const one = (passed: boolean): Tally => (passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
const sum = (a: Tally, b: Tally): Tally => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });

const isTally = (
  value: unknown,
): value is { numPassedTests: number; numFailedTests: number; numRuntimeErrorTestSuites: number } =>
  typeof value === 'object' && value !== null && 'numPassedTests' in value && 'numFailedTests' in value;

interface JestRun {
  readonly env?: Readonly<Record<string, string>>;
  readonly more?: readonly string[];
  readonly workers?: number;
}

/** Jest alone would leave one core free, which on two is half of the machine. Each worker may hold a database: 4 at most. */
const CORES = Math.min(availableParallelism(), 4);

/** Runs one jest project and counts from its own report; a suite that would not load counts as a failure. */
async function jest(project: string, { env = {}, more = [], workers = CORES }: JestRun = {}): Promise<Tally> {
  const zone = env['TZ'] ? `-${env['TZ'].replace('/', '-')}` : '';
  const report = join(projectRoot, '.cache', `jest-${project}${zone}.json`);
  mkdirSync(join(projectRoot, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const output = ['--json', `--outputFile=${report}`];
  const args = ['--selectProjects', project, `--maxWorkers=${workers}`, ...output, ...more];
  const { code } = await run('jest', [...args, '--silent=false'], {
    env: { ...process.env, ...env },
    quiet: false,
  });
  const parsed: unknown = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  if (!isTally(parsed)) return one(false);
  const failed = parsed.numFailedTests + parsed.numRuntimeErrorTestSuites;
  return { passed: parsed.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

async function command(name: string, args: readonly string[] = []): Promise<Tally> {
  const { code } = await run(process.execPath, ['scripts/run.mjs', name, ...args]);
  return one(code === 0);
}

const checksStage = async (): Promise<Tally> =>
  (await runChecks(printCheck)).map(({ passed }) => one(passed)).reduce(sum, NONE);

/** Civil dates must not depend on the machine's zone; Shanghai had summer time, Los Angeles is a day behind. */
const ZONES = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'] as const;

async function unitStage(): Promise<Tally> {
  const [first, ...others] = ZONES;
  const all = await jest('unit', { env: { TZ: first } });
  const more = ['--testPathPattern', 'src/domain'];
  const again = await Promise.all(others.map((TZ) => jest('unit', { env: { TZ }, more, workers: 1 })));
  return again.reduce(sum, all);
}

async function buildStage(): Promise<Tally> {
  // Each of them keeps about one core busy.
  const builds = await Promise.all([command('build-weapp'), command('build-h5')]);
  return sum(builds.reduce(sum, NONE), await command('check-size'));
}

const stages: readonly (readonly [string, () => Promise<Tally>])[] = [
  ['checks', checksStage],
  ['unit', unitStage],
  ['components', () => jest('components')],
  ['build', buildStage],
  ['mini-program', () => jest('weapp')],
  ['server', () => jest('server')],
  ['browser', () => jest('h5')],
];

/** What the stages write to the folder for temporary files goes with the run, whichever test left it. */
async function withScratch<T>(work: () => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'jinpu-test-'));
  // The database of the tests runs as another user, who must get through.
  chmodSync(folder, 0o711);
  Object.assign(process.env, { TMPDIR: folder });
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runStages(wanted: readonly string[]): Promise<Tally> {
  let total = NONE;
  for (const [name, stage] of stages.filter(([name]) => wanted.length === 0 || wanted.includes(name))) {
    const started = Date.now();
    console.log(`\n== ${name}`);
    const tally = await stage();
    total = sum(total, tally);
    console.log(
      `== ${name}: ${tally.passed} passed, ${tally.failed} failed (${((Date.now() - started) / 1000).toFixed(0)} s)`,
    );
  }
  return total;
}

/** `npm test`: everything, in the order that fails soonest. `npm test -- unit server` runs those stages only. */
export default async function test(args: string[]): Promise<number> {
  const problems = ensureContent();
  for (const { file, path, message } of problems) console.error(`${file} ${path} ${message}`);
  const total = sum(problems.length > 0 ? one(false) : NONE, await withScratch(() => runStages(args)));
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}
