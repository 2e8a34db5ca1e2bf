/** Who may do what, by status: the table, and what narrows it for one entitlement. */
import type { Role } from '../case/event';
import type { EntitlementFactKind } from './event';
import { PATHS, type EntitlementStatus, type EntitlementView } from './state';

export type EntitlementAction = Exclude<EntitlementFactKind, 'matched'>;

type Row = Readonly<Partial<Record<Role, readonly EntitlementAction[]>>>;

/** The clerk and the auditor read; the supervisor answers for what a policy's end leaves open. */
export const ENTITLEMENT_ACTIONS: Readonly<Record<EntitlementStatus, Row>> = {
  matched: {
    applicant: ['declined', 'objected'],
    reviewer: ['noticed', 'deducted', 'stopped'],
    system: ['stopped'],
  },
  notice: {
    applicant: ['declined', 'objected'],
    reviewer: ['stopped'],
    system: ['noticeEnded', 'stopped'],
  },
  awaiting: {
    applicant: ['confirmed', 'declined', 'objected'],
    reviewer: ['stopped'],
    system: ['stopped'],
  },
  paying: {
    applicant: ['accountChanged', 'objected', 'stopped'],
    reviewer: ['paid', 'accountFailed', 'stopped'],
    system: ['stopped'],
  },
  paid: {
    applicant: ['accountChanged', 'objected', 'stopped'],
    reviewer: ['paid', 'accountFailed', 'stopped'],
    system: ['stopped'],
  },
  deducted: { applicant: ['objected'], reviewer: ['stopped'], system: ['stopped'] },
  declined: {},
  disputed: { reviewer: ['objectionAnswered'] },
  accountFault: {
    applicant: ['accountChanged', 'stopped'],
    reviewer: ['stopped'],
    system: ['stopped'],
  },
  stopped: { applicant: ['objected'], system: ['rematched'] },
  expired: { supervisor: ['successorAwaited', 'continued'], system: ['successorAwaited'] },
  awaitingSuccessor: { supervisor: ['continued'] },
};

const comesAgain = ({ per }: EntitlementView): boolean => per === 'month' || per === 'year';

/** What an entitlement's own policy and past leave of the table. */
const NARROW: Readonly<Partial<Record<EntitlementAction, (view: EntitlementView) => boolean>>> = {
  noticed: ({ mode }) => PATHS[mode].includes('notice'),
  deducted: ({ mode }) => mode === 'D',
  noticeEnded: ({ notice }) => notice?.isOver === true,
  paid: (view) => view.status === 'paying' || comesAgain(view),
  accountChanged: (view) => view.status !== 'paid' || comesAgain(view),
  // What was had once and for all cannot be stopped any more.
  stopped: (view) => !['paid', 'deducted'].includes(view.status) || comesAgain(view),
  rematched: ({ stop }) => stop === 'notListed',
};

/** What `role` may do on the day that the view was derived for. */
export const allowedActions = (view: EntitlementView, role: Role): readonly EntitlementAction[] =>
  (ENTITLEMENT_ACTIONS[view.status][role] ?? []).filter((action) => NARROW[action]?.(view) ?? true);
