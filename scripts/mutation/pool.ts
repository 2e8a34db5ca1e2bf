/** Two warm workers; one that does not come back (a loop without end is a fault found, too) is replaced. */
import { fork, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../lib/shell';
import type { Task, Verdict } from './worker';

const WORKERS = 2;
const PATIENCE_MS = 60_000;

function startWorker(): ChildProcess {
  const tsx = pathToFileURL(createRequire(join(projectRoot, 'package.json')).resolve('tsx')).href;
  return fork(join(projectRoot, 'scripts/mutation/worker.ts'), {
    execArgv: ['--import', tsx],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function ask(worker: ChildProcess, task: Task): Promise<Verdict> {
  return new Promise((settle) => {
    const done = (verdict: Verdict): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      settle(verdict);
    };
    const timer = setTimeout(() => {
      worker.kill('SIGKILL');
      done({ killedBy: 'no end' });
    }, PATIENCE_MS);
    worker.once('message', (verdict: Verdict) => done(verdict));
    worker.once('exit', () => done({ killedBy: 'the process ended' }));
    worker.send(task);
  });
}

/** Verdicts in the order of the tasks; `report` hears of each as it comes. */
export async function tryAll(
  tasks: readonly Task[],
  report: (index: number, verdict: Verdict) => void,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    let worker = startWorker();
    for (let index = next++; index < tasks.length; index = next++) {
      const task = tasks[index];
      if (task === undefined) break;
      if (!worker.connected) worker = startWorker();
      const verdict = await ask(worker, task);
      verdicts[index] = verdict;
      report(index, verdict);
    }
    worker.kill();
  };
  await Promise.all(Array.from({ length: Math.min(WORKERS, tasks.length) }, work));
  return verdicts;
}
