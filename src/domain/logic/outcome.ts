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

const unknownAmong = (outcomes: readonly Outcome[]): Outcome =>
  unknownFor(
    outcomes.reduce<readonly string[]>(
      (paths, each) => (each.result === 'unknown' ? mergePaths(paths, each.missing) : paths),
      NOTHING,
    ),
  );

/** And. Time alone flips it only when nothing is unknown and every unmet part waits for time: on the last of their days. */
export function combineAll(outcomes: readonly Outcome[]): Outcome {
  const unmet = outcomes.filter((each) => each.result === 'unmet');
  const unknown = outcomes.some((each) => each.result === 'unknown');
  if (unmet.length === 0) return unknown ? unknownAmong(outcomes) : MET;
  if (unknown) return UNMET;
  const days = unmet.flatMap((each) => (each.from ? [each.from] : []));
  return days.length === unmet.length ? unmetUntil(days.reduce(later)) : UNMET;
}

/** Or. Time alone flips it on the first day on which time flips one part. */
export function combineAny(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.some((each) => each.result === 'met')) return MET;
  if (outcomes.some((each) => each.result === 'unknown')) return unknownAmong(outcomes);
  const days = outcomes.flatMap((each) => (each.from ? [each.from] : []));
  return days.length > 0 ? unmetUntil(days.reduce(earlier)) : UNMET;
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
