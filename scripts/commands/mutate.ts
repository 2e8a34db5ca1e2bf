import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../lib/shell';
import { mutantsOf, type Mutant } from '../mutation/mutants';
import { tryAll } from '../mutation/pool';
import type { Verdict } from '../mutation/worker';

const FOLDERS = ['src/domain/benefit', 'src/domain/logic'];
/** Takes longer than all others together and reads the same rules. */
const SLOW = new Set(['benefit-batch.test.ts']);

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith('.ts'));

const isTest = (file: string): boolean => file.endsWith('.test.ts');
const isSource = (file: string): boolean => !isTest(file) && !file.endsWith('.arbitrary.ts');

/** Of a folder, the tests beside its code and those over the content that it judges. */
function testsOf(folder: string): readonly string[] {
  const name = basename(folder);
  const content = readdirSync(join(projectRoot, 'test/content'))
    .filter((file) => file.startsWith(`${name}-`) && isTest(file) && !SLOW.has(file))
    .map((file) => join('test/content', file));
  return [...filesIn(folder).filter(isTest), ...content];
}

/** Property tests need most time: they come last. */
const orderOf = (test: string): number => (test.includes('propert') ? 1 : 0);

function testsFor(file: string, folders: readonly string[]): readonly string[] {
  const own = folders.filter((folder) => file.startsWith(`${folder}/`));
  const all = [...new Set([...own, ...folders].flatMap(testsOf))];
  return [...all].sort((a, b) => orderOf(a) - orderOf(b));
}

/** `count` of them, evenly over all files, the same on each run. */
function sampled(mutants: readonly Mutant[], count: number): readonly Mutant[] {
  const step = mutants.length / count;
  return step <= 1
    ? mutants
    : Array.from({ length: count }, (_, i) => mutants[Math.floor(i * step)]).flatMap((each) => each ?? []);
}

const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
};

const said = ({ file, line, before, after }: Mutant): string =>
  `${file}:${line}  ${short(before)}  →  ${short(after)}`;

function summary(mutants: readonly Mutant[], verdicts: readonly Verdict[]): void {
  const files = [...new Set(mutants.map(({ file }) => file))];
  for (const file of files) {
    const own = mutants.flatMap((mutant, i) => (mutant.file === file ? [verdicts[i]] : []));
    const killed = own.filter((verdict) => verdict?.killedBy !== undefined).length;
    console.log(`${percent(killed, own.length).padStart(8)}  ${killed}/${own.length}  ${file}`);
  }
}

interface Options {
  readonly folders: readonly string[];
  readonly sample: number;
  readonly verbose: boolean;
}

function optionsOf(args: string[]): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { sample: { type: 'string' }, verbose: { type: 'boolean', default: false } },
    });
    const sample = values.sample === undefined ? Infinity : Number(values.sample);
    if (!(sample > 0)) return undefined;
    return { folders: positionals.length > 0 ? positionals : FOLDERS, sample, verbose: values.verbose };
  } catch {
    return undefined;
  }
}

/**
 * `npm run mutate [-- FOLDER…] [--sample N] [--verbose]`: plants one small fault after the other in the sources of the
 * folders and runs their fast tests; a fault that no test notices has survived and is listed. Not part of `npm test`.
 */
export default async function mutate(args: string[]): Promise<number> {
  const options = optionsOf(args);
  if (options === undefined) {
    console.error('npm run mutate [-- FOLDER…] [--sample N] [--verbose]');
    return 2;
  }
  const { folders } = options;
  const all = folders.flatMap((folder) =>
    filesIn(folder)
      .filter(isSource)
      .flatMap((file) => mutantsOf(file, readFileSync(join(projectRoot, file), 'utf8'))),
  );
  const [sound] = await tryAll([{ tests: testsFor('', folders) }], () => undefined);
  if (sound?.killedBy !== undefined) {
    console.error(`The tests fail without any fault planted: ${sound.killedBy}`);
    return 1;
  }
  const mutants = sampled(all, options.sample);
  console.log(`${mutants.length} of ${all.length} mutants in ${folders.join(', ')}`);
  const tasks = mutants.map((mutant) => ({ mutant, tests: testsFor(mutant.file, folders) }));
  const verdicts = await tryAll(tasks, (index, { killedBy }) => {
    const mutant = mutants[index];
    if (mutant === undefined) return;
    if (killedBy === undefined) console.log(`survived  ${said(mutant)}`);
    else if (options.verbose) console.log(`killed    ${said(mutant)}  by ${killedBy}`);
  });
  const killed = verdicts.filter(({ killedBy }) => killedBy !== undefined).length;
  summary(mutants, verdicts);
  console.log(`${killed} of ${mutants.length} killed: ${percent(killed, mutants.length)}`);
  return 0;
}
