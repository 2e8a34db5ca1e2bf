/** What a run found so far, in figures. */
import { z } from 'zod';
import type { Judgement, VerdictKind } from '@/domain/benefit/judge';

const count = z.int().nonnegative();

const countsSchema = z.object({
  verdicts: z.object({
    eligible: count,
    notYet: count,
    unknown: count,
    ineligible: count,
    suspended: count,
  }),
  /** Of those eligible whose amount is known. */
  cents: count,
  /** How many verdicts lack the fact, by its path: the data source that does not deliver. */
  missing: z.record(z.string(), count),
});

export type Counts = z.infer<typeof countsSchema>;

export const NO_COUNTS: Counts = {
  verdicts: { eligible: 0, notYet: 0, unknown: 0, ineligible: 0, suspended: 0 },
  cents: 0,
  missing: {},
};

export const readCounts = (text: string): Counts => countsSchema.parse(JSON.parse(text));

/** Adds in place: it is called for each verdict of millions. */
export function countIn(counts: Counts, { verdict, amount, missing }: Judgement): void {
  counts.verdicts[verdict] += 1;
  if (amount?.kind === 'cents') counts.cents += amount.cents;
  if (verdict === 'unknown')
    for (const path of missing) counts.missing[path] = (counts.missing[path] ?? 0) + 1;
}

export const VERDICT_NAMES: Readonly<Record<VerdictKind, string>> = {
  eligible: '符合',
  notYet: '时间未到',
  unknown: '数据不全',
  ineligible: '不符合',
  suspended: '待政策接续',
};

export const judged = ({ verdicts }: Counts): number =>
  Object.values(verdicts).reduce((sum, each) => sum + each, 0);
