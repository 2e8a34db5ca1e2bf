/**
 * 差一点就符合: what time alone will bring, and what a person can in decency change. Never death, illness, disability,
 * children, divorce or poverty: only conditions whose content says what can be done (`change`) count.
 */
import type { CivilDate } from '../shared/civil-date';
import type { CompiledBook } from './compiled';
import type { Judgement } from './judge';
import type { Policy } from './policy';

export type NearMiss =
  | {
      readonly kind: 'time';
      readonly policy: string;
      readonly from: CivilDate;
      readonly registerFrom?: CivilDate;
    }
  | { readonly kind: 'change'; readonly policy: string; readonly changes: readonly Change[] };

export interface Change {
  readonly condition: string;
  /** What can be done, one sentence. */
  readonly what: string;
}

function changesFor({ conditions, rows }: Policy, unmet: readonly string[]): readonly Change[] | undefined {
  const all = [...conditions, ...(rows?.conditions ?? [])];
  const changes = unmet.map((condition) => ({
    condition,
    what: all.find(({ id }) => id === condition)?.change,
  }));
  const possible = changes.flatMap(({ condition, what }) =>
    what === undefined ? [] : [{ condition, what }],
  );
  return possible.length > 0 && possible.length === changes.length ? possible : undefined;
}

/** Of each row what it lacks; the row that lacks least is the one to speak of. */
function fewestUnmet({ reasons, unmet }: Judgement): readonly string[] {
  const indexes = [...new Set(reasons.flatMap(({ index }) => (index === undefined ? [] : [index])))];
  const ofRow = indexes.map((row) =>
    reasons
      .filter(({ index, outcome }) => outcome.result === 'unmet' && (index === undefined || index === row))
      .map(({ condition }) => condition),
  );
  return ofRow.reduce((best, each) => (each.length < best.length ? each : best), unmet);
}

function unknownBeside({ reasons }: Judgement): boolean {
  return reasons.some(({ outcome, index }) => outcome.result === 'unknown' && index === undefined);
}

/** Only where nothing else is open: a change is not proposed to someone who may fail for another reason. */
export const nearMisses = (book: CompiledBook, judged: readonly Judgement[]): readonly NearMiss[] =>
  judged.flatMap((each, i): readonly NearMiss[] => {
    const policy = book.policies[i]?.policy;
    if (!policy) return [];
    if (each.verdict === 'notYet' && each.from) {
      const { from, registerFrom } = each;
      return [{ kind: 'time', policy: policy.id, from, ...(registerFrom && { registerFrom }) }];
    }
    if (each.verdict !== 'ineligible' || unknownBeside(each)) return [];
    const changes = changesFor(policy, fewestUnmet(each));
    return changes ? [{ kind: 'change', policy: policy.id, changes }] : [];
  });
