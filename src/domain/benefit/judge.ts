/** One policy for one person: the conditions' answers brought together into a verdict. */
import type { Env } from '../logic/facts';
import { rowsOf } from '../logic/facts';
import { UNMET, mergePaths, type Outcome } from '../logic/outcome';
import { combined, type Reading } from '../logic/reading';
import { compareDates, type CivilDate } from '../shared/civil-date';
import type { CompiledCondition, CompiledPolicy } from './compiled';
import type { Period } from './policy';

/**
 * - `suspended`: over, waiting for a successor; nothing else is looked at.
 * - `ineligible`: something is not so, and time alone will not mend it.
 * - `unknown`: something is not known. A missing fact is never taken as not so.
 * - `notYet`: only time is lacking.
 */
export type VerdictKind = 'suspended' | 'ineligible' | 'unknown' | 'notYet' | 'eligible';

export interface Reason {
  readonly condition: string;
  readonly outcome: Outcome;
  /** Place of the row that it is about, from 0. */
  readonly index?: number;
}

/** `unpublished`: a department has yet to publish the figure. */
export type Amount = { readonly kind: 'cents'; readonly cents: number } | { readonly kind: 'unpublished' };

export interface Judgement {
  readonly policy: string;
  readonly verdict: VerdictKind;
  readonly amount?: Amount;
  readonly per?: Period;
  readonly from?: CivilDate;
  readonly registerFrom?: CivilDate;
  /** Paths, rows as `[]`, each once. */
  readonly missing: readonly string[];
  readonly unmet: readonly string[];
  readonly payPermille?: number;
  readonly notices: readonly string[];
  readonly reasons: readonly Reason[];
}

interface Settled {
  readonly verdict: Exclude<VerdictKind, 'suspended'>;
  readonly from?: CivilDate;
}

const later = (a: CivilDate, b: CivilDate): CivilDate => (compareDates(a, b) >= 0 ? a : b);
const earlier = (a: CivilDate, b: CivilDate): CivilDate => (compareDates(a, b) <= 0 ? a : b);
const daysOf = (items: readonly { readonly from?: CivilDate }[]): readonly CivilDate[] =>
  items.flatMap(({ from }) => (from ? [from] : []));

/** From here on plain loops: this runs for every person of a white list. */
function reasonsFor(
  conditions: readonly CompiledCondition[],
  env: Env,
  lastDay: CivilDate | undefined,
  index?: number,
): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const { id, test, only } of conditions) {
    if (only && only(env).result !== 'met') continue;
    let outcome = test(env);
    if (outcome.from && lastDay && compareDates(outcome.from, lastDay) > 0) outcome = UNMET;
    reasons.push(index === undefined ? { condition: id, outcome } : { condition: id, outcome, index });
  }
  return reasons;
}

const SETTLED = {
  ineligible: { verdict: 'ineligible' },
  unknown: { verdict: 'unknown' },
  eligible: { verdict: 'eligible' },
} as const satisfies Record<string, Settled>;

function settle(reasons: readonly Reason[]): Settled {
  let unknown = false;
  let from: CivilDate | undefined;
  for (const { outcome } of reasons) {
    if (outcome.result === 'unknown') unknown = true;
    else if (outcome.result === 'unmet') {
      if (!outcome.from) return SETTLED.ineligible;
      from = from ? later(from, outcome.from) : outcome.from;
    }
  }
  if (unknown) return SETTLED.unknown;
  return from ? { verdict: 'notYet', from } : SETTLED.eligible;
}

/** What only time lacks is judged again on that day, as time may have undone something else by then. */
function settleAgain(reasons: readonly Reason[], on: (day: CivilDate) => readonly Reason[]): Settled {
  const settled = settle(reasons);
  if (settled.verdict !== 'notYet' || !settled.from) return settled;
  return settle(on(settled.from)).verdict === 'eligible' ? settled : { verdict: 'ineligible' };
}

const NONE: readonly string[] = [];

function missingIn(reasons: readonly Reason[]): readonly string[] {
  let paths = NONE;
  for (const { outcome } of reasons)
    if (outcome.result === 'unknown') paths = mergePaths(paths, outcome.missing);
  return paths;
}

/** In the order of the policy's conditions, whichever row they failed in. */
function unmetIn({ conditions, rows }: CompiledPolicy, reasons: readonly Reason[]): readonly string[] {
  const unmet: string[] = [];
  for (const { condition, outcome } of reasons) if (outcome.result === 'unmet') unmet.push(condition);
  return rows
    ? [...conditions, ...rows.conditions].map(({ id }) => id).filter((id) => unmet.includes(id))
    : unmet;
}

type Money = Pick<Judgement, 'amount' | 'missing'>;

function moneyOf(reading: Reading<number> | undefined): Money {
  if (!reading) return { missing: [] };
  switch (reading.kind) {
    case 'value':
      return { amount: { kind: 'cents', cents: reading.value }, missing: [] };
    case 'unpublished':
      return { amount: { kind: 'unpublished' }, missing: [] };
    case 'missing':
      return { missing: reading.paths };
  }
}

function eligibleParts({ per, payPermille, notices }: CompiledPolicy, env: Env) {
  const share = payPermille?.(env);
  return {
    per,
    ...(share?.kind === 'value' && { payPermille: share.value }),
    notices:
      notices.length === 0
        ? NONE
        : notices.filter(({ when }) => when(env).result === 'met').map(({ code }) => code),
  };
}

/** `money` and `more` (other rows' missing facts) count only when eligible. */
function judgement(
  compiled: CompiledPolicy,
  env: Env,
  { verdict, from }: Settled,
  reasons: readonly Reason[],
  missing: readonly string[],
  reading: () => Reading<number> | undefined,
): Judgement {
  const policy = compiled.policy.id;
  switch (verdict) {
    case 'ineligible':
      return { policy, verdict, missing: NONE, unmet: unmetIn(compiled, reasons), notices: NONE, reasons };
    case 'unknown':
      return { policy, verdict, missing, unmet: NONE, notices: NONE, reasons };
    case 'notYet': {
      const early = compiled.registerFrom;
      const day = early && early.when(env).result === 'met' ? early.date(env) : undefined;
      return {
        policy,
        verdict,
        missing: NONE,
        unmet: unmetIn(compiled, reasons),
        notices: NONE,
        reasons,
        ...(from && { from }),
        ...(day?.kind === 'value' && { registerFrom: day.value }),
      };
    }
    case 'eligible': {
      const money = moneyOf(reading());
      return {
        policy,
        verdict,
        ...money,
        missing: mergePaths(money.missing, missing),
        unmet: NONE,
        ...eligibleParts(compiled, env),
        reasons,
      };
    }
  }
}

function judgeRows(
  compiled: CompiledPolicy,
  base: readonly Reason[],
  rows: readonly Env[],
  env: Env,
): Judgement {
  const { conditions, lastDay, amount } = compiled;
  const rowConditions = compiled.rows?.conditions ?? [];
  const each = rows.map((row, index) => {
    const own = reasonsFor(rowConditions, row, lastDay, index);
    const on = (asOf: CivilDate): readonly Reason[] => [
      ...reasonsFor(conditions, { ...env, asOf }, lastDay),
      ...reasonsFor(rowConditions, { ...row, asOf }, lastDay),
    ];
    return { row, own, ...settleAgain([...base, ...own], on) };
  });
  const of = (verdict: VerdictKind) => each.filter((one) => one.verdict === verdict);
  const verdict = (['eligible', 'unknown', 'notYet'] as const).find((kind) => of(kind).length > 0);
  const [first, ...rest] = daysOf(of('notYet'));
  const missing = missingIn(of('unknown').flatMap(({ own }) => [...base, ...own]));
  return judgement(
    compiled,
    env,
    { verdict: verdict ?? 'ineligible', ...(first && { from: rest.reduce(earlier, first) }) },
    [...base, ...each.flatMap(({ own }) => own)],
    missing,
    () =>
      amount &&
      combined(
        of('eligible').map(({ row }) => amount(row)),
        (values) => values.reduce((sum, value) => sum + value, 0),
      ),
  );
}

export function judge(compiled: CompiledPolicy, env: Env): Judgement {
  const { conditions, lastDay, amount, policy } = compiled;
  const reasons = reasonsFor(conditions, env, lastDay);
  const over = reasons.find(({ outcome }) => outcome.lapsed);
  if (over)
    return {
      policy: policy.id,
      verdict: 'suspended',
      missing: NONE,
      unmet: NONE,
      notices: NONE,
      reasons: [over],
    };
  const rows = compiled.rows && rowsOf(compiled.rows.reader, env);
  if (rows && rows.length > 0) return judgeRows(compiled, reasons, rows, env);
  const settled = settleAgain(reasons, (asOf) => reasonsFor(conditions, { ...env, asOf }, lastDay));
  const missing = settled.verdict === 'unknown' ? missingIn(reasons) : NONE;
  return judgement(compiled, env, settled, reasons, missing, () => amount?.(env));
}
