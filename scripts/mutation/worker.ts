/** A warm process that tries one mutant after the other against the tests; started by pool.ts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { projectRoot } from '../lib/shell';
import { createWorld, type Changed } from './modules';
import { applied, type Mutant } from './mutants';
import { createSuite, firstFailure } from './suite';

export interface Task {
  readonly mutant?: Mutant;
  /** Test files, most telling first, relative to the project. */
  readonly tests: readonly string[];
}

export interface Verdict {
  /** The test that noticed; absent when none did. */
  readonly killedBy?: string;
}

const isFresh = (path: string): boolean =>
  path.startsWith(join(projectRoot, 'src/domain/')) || /\.test\.ts$|\/test\//.test(path);

function changedBy(mutant: Mutant | undefined): Changed | undefined {
  if (mutant === undefined) return undefined;
  const path = join(projectRoot, mutant.file);
  return { path, text: applied(readFileSync(path, 'utf8'), mutant) };
}

async function attempt({ mutant, tests }: Task): Promise<Verdict> {
  const changed = changedBy(mutant);
  // File by file: most mutants are found by the first, and then the others need not even load.
  for (const test of tests) {
    const suite = createSuite();
    try {
      createWorld(isFresh, suite.globals, changed).load(join(projectRoot, test));
    } catch (error) {
      return { killedBy: `${test} does not load: ${String(error)}` };
    }
    const failure = await firstFailure(suite.cases);
    if (failure !== undefined) return { killedBy: `${test} ${failure}` };
  }
  return {};
}

// The same random cases for every mutant, and for every run.
fc.configureGlobal({ seed: 20261123 });
process.on('message', (task: Task) => {
  void attempt(task).then((verdict) => process.send?.(verdict));
});
