/**
 * Tries for the lock of a folder when told so on standard input, and says what came of it: `try` → `taken N` or the
 * fault's code; `release`; `tries N` → how many of N in a row were refused.
 */
import { createInterface } from 'node:readline';
import { takeLock, type Lock } from '../../server/db/lock';

const folder = process.argv[2] ?? '';
let lock: Lock | undefined;

async function attempt(): Promise<string> {
  const taken = await takeLock(folder);
  if (!taken.ok) return taken.error.code;
  lock = taken.value;
  return `taken ${taken.value.number}`;
}

async function answer(command: string): Promise<string> {
  const [verb, count] = command.split(' ');
  switch (verb) {
    case 'try':
      return attempt();
    case 'tries': {
      let refused = 0;
      for (let i = 0; i < Number(count); i++) if ((await attempt()) === 'held') refused += 1;
      return String(refused);
    }
    default:
      await lock?.release();
      return 'released';
  }
}

async function serve(): Promise<void> {
  process.stdout.write('ready\n');
  for await (const line of createInterface({ input: process.stdin }))
    process.stdout.write(`${await answer(line)}\n`);
}

void serve();
