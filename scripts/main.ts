import { join } from 'node:path';
import { ensureContent } from './content/compile';

type Command = (args: string[]) => Promise<number | void> | number | void;

/** These load the server, which reads compiled content as it is loaded: it must be there before. */
const NEED_CONTENT: ReadonlySet<string> = new Set([
  'backup',
  'bench',
  'faults',
  'match',
  'move',
  'population',
  'rebuild',
  'reseal',
  'restore',
  'retention',
  'screens',
  'start',
]);

/** Loads scripts/commands/NAME.ts and runs its default export; what it returns becomes the exit code. */
async function main(name: string, args: string[]): Promise<void> {
  const problems = NEED_CONTENT.has(name) ? ensureContent() : [];
  for (const { file, path, message } of problems) console.error(`${file} ${path} ${message}`);
  if (problems.length > 0) {
    process.exitCode = 1;
    return;
  }
  const { default: command }: { default: Command } = await import(join(__dirname, 'commands', `${name}.ts`));
  const code = await command(args);
  if (typeof code === 'number') process.exitCode = code;
}

const [name = '', ...args] = process.argv.slice(2);
void main(name, args);
