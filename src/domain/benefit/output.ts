/** The checker's answer as plain JSON, for the command line and for tests; what does not apply is left out. */
import { formatDate } from '../shared/civil-date';
import type { CompiledBook } from './compiled';
import type { Judgement, Reason, VerdictKind } from './judge';
import type { Period, Policy } from './policy';

export interface ReasonOutput {
  readonly condition: string;
  readonly result: 'met' | 'unmet' | 'unknown';
  readonly missing?: readonly string[];
  readonly from?: string;
  readonly clause: string;
  readonly index?: number;
}

export interface JudgementOutput {
  readonly policy: string;
  readonly verdict: VerdictKind;
  readonly amountCents?: number;
  readonly amount?: 'unpublished';
  readonly per?: Period;
  readonly from?: string;
  readonly registerFrom?: string;
  readonly missing?: readonly string[];
  readonly unmet?: readonly string[];
  readonly payPermille?: number;
  readonly notices?: readonly string[];
  readonly reasons: readonly ReasonOutput[];
}

/** The source of a condition, by its id. */
export function clauseOf({ inForce, conditions, rows }: Policy, id: string): string {
  if (id === 'inForce') return inForce?.clause ?? '';
  if (id === rows?.id) return rows.clause;
  return [...conditions, ...(rows?.conditions ?? [])].find((each) => each.id === id)?.clause ?? '';
}

const reasonOutput =
  (policy: Policy) =>
  ({ condition, outcome, index }: Reason): ReasonOutput => ({
    condition,
    result: outcome.result,
    ...(outcome.result === 'unknown' && { missing: outcome.missing }),
    ...(outcome.from && { from: formatDate(outcome.from) }),
    clause: clauseOf(policy, condition),
    ...(index !== undefined && { index }),
  });

const list = <K extends string>(key: K, values: readonly string[]) =>
  values.length > 0 ? { [key]: values } : {};

function toOutput(policy: Policy, judged: Judgement): JudgementOutput {
  const { verdict, amount, per, from, registerFrom, missing, unmet, payPermille, notices, reasons } = judged;
  return {
    policy: policy.id,
    verdict,
    ...(amount?.kind === 'cents' && { amountCents: amount.cents }),
    ...(amount?.kind === 'unpublished' && { amount: 'unpublished' }),
    ...(per && { per }),
    ...(from && { from: formatDate(from) }),
    ...(registerFrom && { registerFrom: formatDate(registerFrom) }),
    ...list('missing', missing),
    ...list('unmet', unmet),
    ...(payPermille !== undefined && { payPermille }),
    ...list('notices', notices),
    reasons: reasons.map(reasonOutput(policy)),
  };
}

/** In the order of the book. */
export const toOutputs = (book: CompiledBook, judged: readonly Judgement[]): readonly JudgementOutput[] =>
  book.policies.flatMap(({ policy }, i) => {
    const each = judged[i];
    return each ? [toOutput(policy, each)] : [];
  });
