import { join } from 'node:path';

type Command = (args: string[]) => Promise<number | void> | number | void;

/** Loads scripts/commands/NAME.ts and runs its default export; what it returns becomes the exit code. */
async function main(name: string, args: string[]): Promise<void> {
  const { default: command }: { default: Command } = await import(join(__dirname, 'commands', `${name}.ts`));
  const code = await command(args);
  if (typeof code === 'number') process.exitCode = code;
}

const [name = '', ...args] = process.argv.slice(2);
void main(name, args);
