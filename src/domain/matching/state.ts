/** Where an entitlement stands. */
import type { Period, PolicyMode } from '../benefit/policy';
import type { StopReason } from './event';

export const ENTITLEMENT_STATUSES = [
  'matched',
  'notice',
  'awaiting',
  'paying',
  'paid',
  'deducted',
  'declined',
  'disputed',
  'accountFault',
  'stopped',
  'expired',
  'awaitingSuccessor',
] as const;
export type EntitlementStatus = (typeof ENTITLEMENT_STATUSES)[number];

export const ENTITLEMENT_STATUS_NAMES: Readonly<Record<EntitlementStatus, string>> = {
  matched: '已匹配',
  notice: '公示中',
  awaiting: '待意愿确认',
  paying: '拨付中',
  paid: '已到账',
  deducted: '已减免',
  declined: '已放弃',
  disputed: '异议中',
  accountFault: '账户异常',
  stopped: '已停发',
  expired: '政策到期',
  awaitingSuccessor: '待政策接续',
};

/** The way without incident, by mode: only C asks the person, and D is charged less where it would be charged. */
export const PATHS: Readonly<Record<PolicyMode, readonly EntitlementStatus[]>> = {
  A: ['matched', 'notice', 'paying', 'paid'],
  B: ['matched', 'notice', 'paying', 'paid'],
  C: ['matched', 'notice', 'awaiting', 'paying', 'paid'],
  D: ['matched', 'deducted'],
};

/** The next on the way; the last stays. */
export function nextOn(mode: PolicyMode, status: EntitlementStatus): EntitlementStatus {
  const path = PATHS[mode];
  return path[path.indexOf(status) + 1] ?? status;
}

export interface Payment {
  readonly on: string;
  readonly cents: number;
}

export interface EntitlementView {
  readonly policy: string;
  readonly mode: PolicyMode;
  readonly per: Period;
  readonly status: EntitlementStatus;
  /** Where it goes on after an objection, or when the policy is continued. */
  readonly before: EntitlementStatus;
  readonly run: number;
  readonly matchedOn: string;
  readonly cents: number | null;
  /** Last day of the public notice, and whether it has passed. */
  readonly notice: { readonly until: string; readonly isOver: boolean } | undefined;
  readonly account: string | undefined;
  readonly payments: readonly Payment[];
  readonly objection: string | undefined;
  readonly stop: StopReason | undefined;
  readonly lastDay: string | undefined;
  readonly version: number;
}
