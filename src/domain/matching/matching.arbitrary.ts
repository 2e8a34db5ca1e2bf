/** Entitlements for tests: each way to a state, shortest first. */
import type { PolicyMode } from '../benefit/policy';
import type { Role } from '../case/event';
import { dateOf } from '../shared/civil-date';
import { derive } from './derive';
import type { EntitlementEvent, EntitlementFact } from './event';
import type { EntitlementView } from './state';

export const TODAY = dateOf('2026-11-24');
/** Passes the check digit; of no bank. */
export const CARD = '6228480999999999991';

export type Happened = readonly [role: Role, fact: EntitlementFact];

export const matched = (
  mode: PolicyMode,
  over: Partial<Extract<EntitlementFact, { kind: 'matched' }>> = {},
): Happened => [
  'system',
  { kind: 'matched', policy: 'p', mode, per: 'month', run: 1, on: '2026-11-01', cents: 5000, ...over },
];

export const FACTS = {
  noticed: ['reviewer', { kind: 'noticed', until: '2026-11-25' }],
  noticeEnded: ['system', { kind: 'noticeEnded' }],
  confirmed: ['applicant', { kind: 'confirmed', account: CARD }],
  declined: ['applicant', { kind: 'declined' }],
  objected: ['applicant', { kind: 'objected', note: '金额不对' }],
  kept: ['reviewer', { kind: 'objectionAnswered', outcome: 'kept', note: '核实无误' }],
  corrected: ['reviewer', { kind: 'objectionAnswered', outcome: 'corrected', cents: 20000, note: '改正' }],
  removed: ['reviewer', { kind: 'objectionAnswered', outcome: 'removed', note: '不在' }],
  paid: ['reviewer', { kind: 'paid', on: '2026-11-24', cents: 5000 }],
  deducted: ['reviewer', { kind: 'deducted', on: '2026-11-24' }],
  accountFailed: ['reviewer', { kind: 'accountFailed', note: '账户已注销' }],
  accountChanged: ['applicant', { kind: 'accountChanged', account: CARD }],
  notListed: ['system', { kind: 'stopped', reason: 'notListed', note: '' }],
  asked: ['applicant', { kind: 'stopped', reason: 'asked', note: '' }],
  decided: ['reviewer', { kind: 'stopped', reason: 'decided', note: '去世' }],
  rematched: ['system', { kind: 'rematched', run: 2, on: '2026-12-01', cents: 6000 }],
  successorAwaited: ['system', { kind: 'successorAwaited' }],
  continued: ['supervisor', { kind: 'continued', lastDay: '2031-12-31' }],
} as const satisfies Readonly<Record<string, Happened>>;

export const eventsOf = (all: readonly Happened[]): readonly EntitlementEvent[] =>
  all.map(([role, fact], i) => ({ seq: i + 1, at: i, actor: { role, id: role }, fact }));

export const viewOf = (all: readonly Happened[], on = TODAY): EntitlementView => derive(eventsOf(all), on);
