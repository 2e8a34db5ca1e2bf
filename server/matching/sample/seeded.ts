/** Numbers that look random and are the same on every run and machine (mulberry32). */
export interface Seeded {
  /** From 0 to below 1. */
  readonly next: () => number;
  /** Whether something of that likelihood happens. */
  readonly chance: (likelihood: number) => boolean;
  /** A whole number, both ends included. */
  readonly int: (low: number, high: number) => number;
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
  /** One of the keys, as often as its share says. */
  readonly weighted: <K extends string>(shares: Readonly<Record<K, number>>) => K;
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    chance: (likelihood) => next() < likelihood,
    int,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    weighted: (shares) => {
      let left = next() * Object.values<number>(shares).reduce((sum, share) => sum + share, 0);
      let last: keyof typeof shares | undefined;
      for (const key in shares) {
        last = key;
        left -= shares[key];
        if (left < 0) return key;
      }
      if (last === undefined) throw new Error('nothing to choose from');
      return last;
    },
  };
}
