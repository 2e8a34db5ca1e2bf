/** A case is the list of what happened to it. Events are only ever added; all else is worked out from them (see ./derive). */
import type { CorrectionItem } from './correction';
import type { Rating } from './rating';
import type { CaseRules } from './rules';

export const ROLES = ['applicant', 'signer', 'clerk', 'reviewer', 'supervisor', 'auditor', 'system'] as const;
export type Role = (typeof ROLES)[number];

export interface Actor {
  readonly role: Role;
  readonly id: string;
}

/** What one department decides; a 联办 case has several, decided side by side. */
export interface CaseTask {
  readonly id: string;
  readonly department: string;
}

/** A date as it was told to the person, with the calendar it was worked out by. */
export interface CasePromise {
  /** YYYY-MM-DD */
  readonly due: string;
  readonly calendarVersion: string;
}

/** What the law leaves out of the time limit (行政许可法 第45条), and public notice (公示). */
export type PauseReason =
  'hearing' | 'bidding' | 'inspection' | 'testing' | 'appraisal' | 'expertReview' | 'publicNotice';

export const PAUSE_REASONS: Readonly<Record<PauseReason, string>> = {
  hearing: '听证',
  bidding: '招标、拍卖',
  inspection: '检验、检疫',
  testing: '检测',
  appraisal: '鉴定',
  expertReview: '专家评审',
  publicNotice: '公示',
};

export type Outcome = 'approved' | 'refused';
export type DeliveryMethod = 'electronic' | 'window' | 'post';

/** `answers` numbers a stored version of the answers, from 1; `note` is free text and may hold personal data. */
export type CaseFact =
  | {
      readonly kind: 'submitted';
      readonly item: string;
      readonly formVersion: number;
      readonly answers: number;
      readonly tasks: readonly CaseTask[];
      readonly rules: CaseRules;
      /** Ids of the signatures that are still to be given; absent where there are none. */
      readonly unsigned?: readonly string[];
    }
  | { readonly kind: 'correctionAsked'; readonly items: readonly CorrectionItem[] }
  /** `unsigned`: what is still to be signed after it, where the signers were corrected. */
  | { readonly kind: 'corrected'; readonly answers: number; readonly unsigned?: readonly string[] }
  /** On the signer's own phone, or at the window before a clerk. */
  | { readonly kind: 'signed'; readonly signature: string; readonly where: 'phone' | 'window' }
  | { readonly kind: 'accepted' }
  /** Silence made it accepted; written down by the server, though it is so without. */
  | { readonly kind: 'deemedAccepted' }
  /** `basis`: the clause. */
  | { readonly kind: 'notAccepted'; readonly basis: string; readonly note: string }
  | { readonly kind: 'paused'; readonly reason: PauseReason; readonly note: string }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'extended'; readonly days: number; readonly note: string }
  | {
      readonly kind: 'reviewed';
      readonly task: string;
      readonly opinion: 'pass' | 'fail';
      readonly note: string;
    }
  | { readonly kind: 'decided'; readonly outcome: Outcome; readonly basis: string; readonly note: string }
  | { readonly kind: 'delivered'; readonly method: DeliveryMethod; readonly note: string }
  | { readonly kind: 'correctionLapsed' }
  | { readonly kind: 'withdrawn'; readonly note: string }
  | { readonly kind: 'urged'; readonly note: string }
  | { readonly kind: 'complained'; readonly note: string }
  /** `complaint`: the number of the event answered. */
  | { readonly kind: 'complaintAnswered'; readonly complaint: number; readonly note: string }
  | { readonly kind: 'rated'; readonly rating: Rating }
  /** A bad rating is looked into and answered (国办发〔2019〕51号). */
  | { readonly kind: 'ratingAnswered'; readonly note: string }
  /** The arrangement of a year was announced, and the promised date moved. */
  | { readonly kind: 'calendarRevised' };

export type FactKind = CaseFact['kind'];

export interface CaseEvent {
  /** From 1, without gaps: the case's version after it. */
  readonly seq: number;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly actor: Actor;
  readonly fact: CaseFact;
  /** The date that was told to the person with it, when it set or moved one. */
  readonly promise?: CasePromise;
}
