/** How what the phone keeps of a form and what the person sees belong together. */
import type { Answers, PrefillValue, Write } from '@/services/filling';
import { withoutPrefill, withPrefill } from '@/services/filling';
import { isRecord } from '@/stores/persisted';
import { placeKeys, put, readPlace } from '@/stores/place';

export interface Base {
  readonly compose: (kept: Answers) => Answers;
  /** What is kept once the answer at the path is another. */
  readonly keep: (kept: Answers, path: string, value: unknown) => Answers;
}

export const write: Write = (answers, path, value) => {
  const changed = put(answers, placeKeys(path), value);
  return isRecord(changed) ? changed : {};
};

/** A new application: what came verified is shown and never kept. */
export const applicationBase = (values: () => readonly PrefillValue[]): Base => {
  const compose = (kept: Answers): Answers => withPrefill(kept, values(), readPlace, write);
  return {
    compose,
    keep: (kept, path, value) =>
      withoutPrefill(write(compose(kept), path, value), values(), readPlace, write),
  };
};

const isInside = (path: string, outer: string): boolean =>
  path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);

/** A correction: only what changed is kept, by its path, in the order in which it was changed. */
export const correctionBase = (before: Answers): Base => ({
  compose: (kept) => Object.entries(kept).reduce((all, [path, value]) => write(all, path, value), before),
  keep: (kept, path, value) => {
    const others = Object.entries(kept).filter(([known]) => !isInside(known, path));
    return Object.fromEntries([...others, [path, value]]);
  },
});
