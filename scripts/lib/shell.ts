import { spawn, type SpawnOptions } from 'node:child_process';
import { join } from 'node:path';

export const projectRoot = join(__dirname, '../..');

export interface Finished {
  readonly code: number;
  readonly output: string;
}

/** Runs a program of node_modules or this Node, echoing what it prints, and returns its exit code and output. */
export function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { quiet?: boolean } = {},
): Promise<Finished> {
  const { quiet = false, env, ...rest } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: {
        ...process.env,
        ...env,
        PATH: `${join(projectRoot, 'node_modules/.bin')}:${env?.['PATH'] ?? process.env['PATH'] ?? ''}`,
      },
      ...rest,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const [stream, echo] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (!quiet) echo.write(chunk);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
