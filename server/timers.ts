/** What the server does by itself: messages every second, seals of the audit trail, and each day's changes. */
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';

export interface Task {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<unknown>;
}

/** Runs each task again and again until stopped; a task that fails is said in the log and comes again. */
export function startTasks(
  tasks: readonly Task[],
  log: Pick<FastifyBaseLogger, 'error'>,
): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const loop = async ({ name, everyMs, run }: Task): Promise<void> => {
    while (!signal.aborted) {
      await run().catch((error: unknown) => log.error(error, name));
      await wait(everyMs, undefined, { signal }).catch(() => undefined);
    }
  };
  const running = tasks.map(loop);
  return async () => {
    stopping.abort();
    await Promise.all(running);
  };
}
