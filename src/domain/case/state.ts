import type { CivilDate } from '../shared/civil-date';
import type { Pause } from './clock';
import type { CorrectionItem } from './correction';
import type { CasePromise, CaseTask, DeliveryMethod, Outcome } from './event';
import type { Rating } from './rating';
import type { CaseRules } from './rules';

export const STATUSES = [
  'submitted',
  'correcting',
  'corrected',
  'accepted',
  'reviewing',
  'paused',
  'decided',
  'delivered',
  'notAccepted',
  'withdrawn',
] as const;

export type Status = (typeof STATUSES)[number];

export const STATUS_NAMES: Readonly<Record<Status, string>> = {
  submitted: '已提交，等待受理',
  correcting: '等您补正',
  corrected: '已补正，等待受理',
  accepted: '已受理',
  reviewing: '审查中',
  paused: '特别程序中（不计时）',
  decided: '已办结，等待送达',
  delivered: '已送达',
  notAccepted: '不予受理',
  withdrawn: '已撤回',
};

export interface Acceptance {
  readonly on: CivilDate;
  /** 视为受理: nobody accepted it, silence did. */
  readonly deemed: boolean;
  /** Whether an event says so; else it is only worked out. */
  readonly recorded: boolean;
}

export interface Correction {
  readonly items: readonly CorrectionItem[];
  readonly askedOn: CivilDate;
  /** The last day to correct. */
  readonly until: CivilDate;
  readonly lapsed: boolean;
}

export interface TaskState extends CaseTask {
  readonly opinion?: 'pass' | 'fail';
}

export interface Complaint {
  /** The event's number. */
  readonly seq: number;
  readonly answered: boolean;
}

/** What the events add up to, before the day is asked about. */
export interface CaseState {
  readonly version: number;
  readonly item: string;
  readonly formVersion: number;
  readonly rules: CaseRules;
  readonly status: Status;
  /** The latest version of the answers. */
  readonly answers: number;
  readonly submittedOn: CivilDate;
  /** Signatures that are still to be given: nothing is accepted before the last of them. */
  readonly unsigned: readonly string[];
  /** How many signatures were ever asked for. */
  readonly signers: number;
  /** The day of the submission, of the latest correction or of the last signature: silence counts from it. */
  readonly receivedOn: CivilDate;
  readonly acceptance?: Acceptance;
  /** The notice that is open. */
  readonly correction?: Correction;
  /** All that notices have named. */
  readonly named: readonly CorrectionItem[];
  readonly pauses: readonly Pause[];
  readonly extension: number;
  readonly tasks: readonly TaskState[];
  readonly promise?: CasePromise;
  readonly outcome?: Outcome;
  readonly decidedOn?: CivilDate;
  readonly delivery?: { readonly on: CivilDate; readonly method: DeliveryMethod };
  readonly withdrawnBy?: 'applicant' | 'lapse';
  readonly rating?: Rating;
  readonly ratingAnswered: boolean;
  readonly complaints: readonly Complaint[];
  readonly urgedOn?: CivilDate;
}
