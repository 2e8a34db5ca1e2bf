import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { AnchorTarget, Seal } from './anchor';

/** One seal a line, on the disk before it counts. */
export function anchorFile(path: string): AnchorTarget {
  let last: Seal | undefined;
  const read = (): Seal | undefined => {
    const line = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').at(-1) : undefined;
    const parsed: Seal | undefined = line ? JSON.parse(line) : undefined;
    return parsed;
  };
  return {
    last: async () => (last ??= read()),
    append: async (seal) => {
      const file = openSync(path, 'a', 0o600);
      writeSync(file, `${JSON.stringify(seal)}\n`);
      fsyncSync(file);
      closeSync(file);
      last = seal;
    },
  };
}
