/** How long what is kept is kept (src/content/retention.yaml). */
export const KEPT = [
  'sessions',
  'sentMessages',
  'inbox',
  'idempotency',
  'looseFiles',
  'outsideReports',
  'appointments',
  'cases',
  'audit',
] as const;

export type Kept = (typeof KEPT)[number];

export interface RetentionRule {
  readonly id: Kept;
  /** What it is, for staff. */
  readonly text: string;
  /** From when it counts. */
  readonly from: string;
  /** Whole days; `pending` = the responsible department has not said: nothing is removed. */
  readonly days: number | 'pending';
  readonly basis: readonly { readonly law: string; readonly clause: string; readonly gist: string }[];
  readonly evidence: 'S' | 'L' | 'C' | 'K' | 'P' | 'N';
}
