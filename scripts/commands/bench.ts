import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Row } from '../../test/bench/bench';
import { projectRoot } from '../lib/shell';

const folder = join(projectRoot, 'test/bench');

const names = (): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.replace('.bench.ts', ''));

/** One block a row: tables of ten columns do not fit a terminal. */
const text = (row: Row): string =>
  Object.entries(row)
    .map(([column, value]) => `  ${column.padEnd(20)}${value}`)
    .join('\n');

/** `npm run bench [-- NAME…] [--json]`: runs test/bench/NAME.bench.ts, all of them without a name. */
export default async function bench(args: string[]): Promise<number> {
  const asked = args.filter((arg) => !arg.startsWith('--'));
  const known = names();
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`No such benchmark: ${unknown.join(', ')}. There are: ${known.join(', ')}`);
    return 1;
  }
  const results: Record<string, Row[]> = {};
  for (const file of asked.length > 0 ? asked : known) {
    const { name, run }: Bench = await import(join(folder, `${file}.bench.ts`));
    const rows = await run();
    results[name] = rows;
    if (!args.includes('--json')) console.log(`\n== ${name}\n${rows.map(text).join('\n\n')}`);
  }
  if (args.includes('--json')) console.log(JSON.stringify(results, null, 2));
  return 0;
}
