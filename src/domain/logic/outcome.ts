import { compareDates } from '../shared/civil-date';
import type { CivilDate } from '../shared/civil-date';

export type Truth = 'met' | 'unmet' | 'unknown';

/**
 * The answer of a condition, never a bare boolean.
 * - `missing`: paths that an unknown answer waits for, without repeats; rows are written `children[].hukou`.
 * - `from`: only on unmet, when time alone will make it met: the first such day.
 * - `lapsed`: only on unmet, when the period or the years it needs are over.
 */
export interface Outcome {
  readonly result: Truth;
  readonly missing: readonly string[];
  readonly from?: CivilDate;
  readonly lapsed?: true;
}

const NOTHING: readonly string[] = [];

export const MET: Outcome = { result: 'met', missing: NOTHING };
export const UNMET: Outcome = { result: 'unmet', missing: NOTHING };
export const LAPSED: Outcome = { result: 'unmet', missing: NOTHING, lapsed: true };

export const decided = (holds: boolean): Outcome => (holds ? MET : UNMET);
export const unknownFor = (missing: readonly string[]): Outcome => ({ result: 'unknown', missing });
/** Unmet today and met from that day on; a day beyond the calendar's end is no day at all. */
export const unmetUntil = (from: CivilDate): Outcome =>
  from.year > 9999 ? UNMET : { result: 'unmet', missing: NOTHING, from };

/** Both lists in order, each path once. */
export function mergePaths(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length === 0) return b;
  const added = b.filter((path) => !a.includes(path));
  return added.length === 0 ? a : [...a, ...added];
}

const later = (a: CivilDate, b: CivilDate): CivilDate => (compareDates(a, b) >= 0 ? a : b);
const earlier = (a: CivilDate, b: CivilDate): CivilDate => (compareDates(a, b) <= 0 ? a : b);

/**
 * And, over the outcomes of `parts`; stops at the first that no time mends. Time alone flips it only when nothing is
 * unknown and every unmet part waits for time: on the last of their days. Loops, as this runs for every white list.
 */
export function combineAll<T>(parts: readonly T[], outcomeOf: (part: T) => Outcome): Outcome {
  let missing = NOTHING;
  let from: CivilDate | undefined;
  for (const part of parts) {
    const outcome = outcomeOf(part);
    if (outcome.result === 'unknown') missing = mergePaths(missing, outcome.missing);
    else if (outcome.result === 'unmet') {
      if (!outcome.from) return UNMET;
      from = from ? later(from, outcome.from) : outcome.from;
    }
  }
  if (missing.length === 0) return from ? unmetUntil(from) : MET;
  return from ? UNMET : unknownFor(missing);
}

/** Or; stops at the first that is met. Time alone flips it on the first day on which time flips one part. */
export function combineAny<T>(parts: readonly T[], outcomeOf: (part: T) => Outcome): Outcome {
  let missing = NOTHING;
  let from: CivilDate | undefined;
  for (const part of parts) {
    const outcome = outcomeOf(part);
    if (outcome.result === 'met') return MET;
    if (outcome.result === 'unknown') missing = mergePaths(missing, outcome.missing);
    else if (outcome.from) from = from ? earlier(from, outcome.from) : outcome.from;
  }
  if (missing.length > 0) return unknownFor(missing);
  return from ? unmetUntil(from) : UNMET;
}

export function negate(outcome: Outcome): Outcome {
  switch (outcome.result) {
    case 'met':
      return UNMET;
    case 'unmet':
      return MET;
    case 'unknown':
      return outcome;
  }
}
