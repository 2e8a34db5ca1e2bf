/** A line of a benchmark's table: column → figure. */
export type Row = Readonly<Record<string, string | number>>;

/** What each test/bench/*.bench.ts exports; `npm run bench -- NAME` runs it. */
export interface Bench {
  readonly name: string;
  readonly run: () => Promise<Row[]>;
}

/**
 * Milliseconds of each call after a warm-up, sorted: the best of a few rounds an input, so that what else the
 * machine does is left out.
 */
export function timed<T>(inputs: readonly T[], call: (input: T) => unknown, rounds = 4): number[] {
  inputs.forEach((input) => call(input));
  const times = inputs.map(() => Infinity);
  for (let round = 0; round < rounds; round += 1)
    inputs.forEach((input, i) => {
      const started = performance.now();
      call(input);
      times[i] = Math.min(times[i] ?? Infinity, performance.now() - started);
    });
  return times.sort((a, b) => a - b);
}

export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
