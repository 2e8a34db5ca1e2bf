/** Benefits together: which may stand side by side, which only the higher of two, and sums kept apart by period. */
import type { CompiledBook } from './compiled';
import type { Judgement } from './judge';
import type { Interaction, Period } from './policy';

export interface Meeting {
  readonly kind: Interaction['kind'];
  /** Ids of the two, in the book's order. */
  readonly policies: readonly [string, string];
  readonly text: string;
  /** The one that is had, where only one is and both amounts are known. */
  readonly keep?: string;
}

const centsOf = ({ amount }: Judgement): number | undefined =>
  amount?.kind === 'cents' ? amount.cents : undefined;

function keptOf(kind: Interaction['kind'], a: Judgement, b: Judgement): string | undefined {
  const first = centsOf(a);
  const second = centsOf(b);
  if (kind === 'together' || a.per !== b.per || first === undefined || second === undefined) return undefined;
  return second > first ? b.policy : a.policy;
}

/** Between eligible policies of the list; each pair once. */
export function meetings(book: CompiledBook, judged: readonly Judgement[]): readonly Meeting[] {
  const eligible = new Map(
    judged.flatMap((each) => (each.verdict === 'eligible' ? [[each.policy, each]] : [])),
  );
  const found = new Map<string, Meeting>();
  for (const { policy } of book.policies) {
    for (const { kind, policy: other, text } of policy.interactions) {
      const [a, b] = [eligible.get(policy.id), other === undefined ? undefined : eligible.get(other)];
      if (!a || !b || found.has(`${b.policy} ${a.policy}`)) continue;
      const keep = keptOf(kind, a, b);
      found.set(`${a.policy} ${b.policy}`, {
        kind,
        policies: [a.policy, b.policy],
        text,
        ...(keep !== undefined && { keep }),
      });
    }
  }
  return [...found.values()];
}

export interface Totals {
  /** Cents by period; months and years are never added up. */
  readonly cents: Readonly<Record<Exclude<Period, 'none'>, number>>;
  /** Policies that are had without money reaching the person. */
  readonly inKind: number;
  /** Eligible, amount not published yet. */
  readonly unpublished: number;
  /** Eligible, amount waits for an answer. */
  readonly open: number;
}

/** What the eligible policies come to; of two that exclude one another only the one kept counts. */
export function totals(book: CompiledBook, judged: readonly Judgement[]): Totals {
  const dropped = new Set(
    meetings(book, judged).flatMap(({ policies, keep }) =>
      keep === undefined ? [] : policies.filter((id) => id !== keep),
    ),
  );
  const cents = { once: 0, month: 0, year: 0 };
  let [inKind, unpublished, open] = [0, 0, 0];
  for (const { policy, verdict, per, amount } of judged) {
    if (verdict !== 'eligible' || per === undefined || dropped.has(policy)) continue;
    if (per === 'none') inKind += 1;
    else if (!amount) open += 1;
    else if (amount.kind === 'unpublished') unpublished += 1;
    else cents[per] += amount.cents;
  }
  return { cents, inKind, unpublished, open };
}
