/** Who may do what, by status: the table, and what narrows it in a case. */
import type { FactKind, Role } from './event';
import { isBad } from './rating';
import type { CaseView } from './derive';
import type { Status } from './state';

export type Action = Exclude<FactKind, 'submitted'>;

type Row = Readonly<Partial<Record<Role, readonly Action[]>>>;

const RECEIVING: Row = {
  applicant: ['withdrawn', 'urged', 'complained'],
  signer: ['signed'],
  clerk: ['accepted', 'notAccepted', 'correctionAsked', 'signed'],
  reviewer: ['accepted', 'notAccepted', 'correctionAsked'],
  supervisor: ['complaintAnswered'],
  system: ['deemedAccepted'],
};

const DECIDING: Row = {
  applicant: ['withdrawn', 'urged', 'complained'],
  signer: ['signed'],
  clerk: ['correctionAsked', 'signed'],
  reviewer: ['correctionAsked', 'reviewed', 'paused', 'decided'],
  supervisor: ['extended', 'complaintAnswered'],
  system: ['deemedAccepted', 'calendarRevised'],
};

const ENDED: Row = {
  applicant: ['complained', 'rated'],
  supervisor: ['complaintAnswered', 'ratingAnswered'],
};

/** The auditor reads everything and does nothing. */
export const ACTIONS: Readonly<Record<Status, Row>> = {
  submitted: RECEIVING,
  corrected: RECEIVING,
  correcting: {
    applicant: ['corrected', 'withdrawn', 'complained'],
    signer: ['signed'],
    clerk: ['signed'],
    supervisor: ['complaintAnswered'],
    system: ['correctionLapsed'],
  },
  accepted: DECIDING,
  reviewing: DECIDING,
  paused: {
    applicant: ['withdrawn', 'complained'],
    reviewer: ['resumed'],
    supervisor: ['complaintAnswered'],
    system: ['deemedAccepted'],
  },
  decided: {
    applicant: ['complained', 'rated'],
    clerk: ['delivered'],
    supervisor: ['complaintAnswered', 'ratingAnswered'],
    system: ['delivered'],
  },
  delivered: ENDED,
  notAccepted: ENDED,
  withdrawn: { applicant: ['complained'], supervisor: ['complaintAnswered'] },
};

/** What a case's own past leaves of the table. */
const NARROW: Readonly<Partial<Record<Action, (view: CaseView) => boolean>>> = {
  signed: ({ unsigned }) => unsigned.length > 0,
  accepted: ({ unsigned }) => unsigned.length === 0,
  correctionAsked: ({ acceptance, rules }) => !acceptance || rules.laterCorrection,
  deemedAccepted: ({ acceptance }) => acceptance?.deemed === true && !acceptance.recorded,
  correctionLapsed: ({ correction }) => correction?.lapsed === true,
  decided: ({ tasks }) => tasks.every(({ opinion }) => opinion !== undefined),
  extended: ({ extension, rules }) => extension === 0 && rules.extensionDays > 0,
  rated: ({ rating }) => rating === undefined,
  ratingAnswered: ({ rating, ratingAnswered }) => rating !== undefined && isBad(rating) && !ratingAnswered,
  complaintAnswered: ({ complaints }) => complaints.some(({ answered }) => !answered),
  calendarRevised: ({ newPromise }) => newPromise !== undefined,
};

/** What `role` may do with this case on the day it was derived for. */
export const allowedActions = (view: CaseView, role: Role): readonly Action[] =>
  (ACTIONS[view.status][role] ?? []).filter((action) => NARROW[action]?.(view) ?? true);
