/** What happens to a certificate case, in order, never changed. The state is always derived from it (state.ts). */
import type { CivilDate } from '../shared/civil-date';
import type { CertificateApplication } from './application';
import type { Delivery, OutputMode } from './draft';
import type { Period } from './period';
import type { Assessment } from './reference';

export type Role =
  | 'enterprise'
  | 'window'
  | 'department'
  | 'coordinator'
  | 'supervisor'
  | 'system'
  | 'intermediary'
  | 'public';

export const ROLES: readonly Role[] = [
  'enterprise',
  'window',
  'department',
  'coordinator',
  'supervisor',
  'system',
  'intermediary',
  'public',
];

export interface Actor {
  readonly role: Role;
  /** Of a reviewer: whose tasks are theirs. */
  readonly department?: string;
}

/** What is to be reviewed and how it goes out; no contact, address or other personal data. */
export interface Scope {
  readonly creditCode: string;
  readonly companyName: string;
  readonly purpose: string;
  readonly board?: string;
  readonly period: Period;
  readonly entities: readonly {
    readonly creditCode: string;
    readonly name: string;
    readonly outside: boolean;
  }[];
  readonly departments: readonly string[];
  readonly output: OutputMode;
  readonly language: 'zh' | 'zhEn';
  readonly delivery: Delivery['kind'];
}

export function scopeOf(application: CertificateApplication): Scope {
  const { creditCode, companyName, purpose, board, period, departments, output, language } = application;
  return {
    creditCode,
    companyName,
    purpose,
    ...(board === undefined ? {} : { board }),
    period,
    entities: application.entities.map((entity) => ({
      creditCode: entity.creditCode,
      name: entity.name,
      outside: entity.outside,
    })),
    departments,
    output,
    language,
    delivery: application.delivery.kind,
  };
}

export interface FoundRecord {
  readonly documentNumber: string;
  readonly agency: string;
  /** Decides whether it falls in the period. */
  readonly decidedOn: CivilDate;
  /** Of the deed, kept for reading only. */
  readonly happenedOn?: CivilDate;
  readonly amountCents?: number;
}

/** A department's written word on one entity. */
export type Finding =
  | { readonly kind: 'noRecord'; readonly phrase: string }
  | {
      readonly kind: 'record';
      readonly records: readonly FoundRecord[];
      readonly assessment: Assessment;
      readonly phrase: string;
      /** Attachment id of the opinion, where the phrase library does not do (用语 C). */
      readonly opinion?: string;
    };

export interface Certificate {
  readonly number: string;
  readonly code: string;
  /** SHA-256 of the file in hex. */
  readonly fileHash: string;
}

export type OutcomeKind = 'issued' | 'partiallyIssued' | 'notIssued' | 'withdrawn';
export type CourierStep = 'ordered' | 'picked' | 'inTransit' | 'delivered' | 'returned';
export type RevocationReason = 'falseMaterial' | 'omittedRecord' | 'identityChanged';
export type RatingLevel = 1 | 2 | 3 | 4 | 5;

type Nothing = Readonly<Record<never, never>>;

/** `department` names a column of the board, which keeps its id though another department may hold it. */
export interface Payloads {
  submitted: { readonly scope: Scope };
  correctionAsked: { readonly items: readonly string[] };
  corrected: { readonly scope: Scope };
  rejected: { readonly reason: string };
  accepted: Nothing;
  dispatched: Nothing;
  taken: { readonly department: string };
  found: { readonly department: string; readonly entity: string; readonly finding: Finding };
  asked: { readonly department: string; readonly question: string; readonly text: string };
  answered: { readonly department: string; readonly question: string };
  recused: { readonly department: string; readonly reason: string };
  reassigned: { readonly department: string; readonly to: string };
  ruled: { readonly department: string; readonly ruling: 'keeps' | 'excluded'; readonly reason: string };
  externalWait: { readonly department: string; readonly reason: string };
  /** `scan`: attachment id of the reply on paper. */
  externalReplied: { readonly department: string; readonly scan: string };
  reopened: { readonly department: string; readonly reason: string };
  urged: { readonly department: string };
  extended: { readonly days: number; readonly reason: string };
  aggregated: Nothing;
  decided: { readonly outcome: OutcomeKind; readonly reason?: string; readonly certificate?: Certificate };
  withdrawn: Nothing;
  courier: { readonly step: CourierStep };
  handedOver: { readonly way: 'electronic' | 'collected' };
  replaced: { readonly reason: string; readonly certificate: Certificate };
  revoked: { readonly reason: RevocationReason };
  rated: { readonly level: RatingLevel; readonly reasons: readonly string[] };
  closed: Nothing;
  complained: { readonly text: string };
  /** `complaint`: which of the case's complaints, from 1. */
  complaintAnswered: { readonly complaint: number; readonly text: string };
}

export type Action = keyof Payloads;

/** Distributes, so that an event and the handler of its kind stay together in the types. */
export type EventOf<K extends Action> = {
  [P in K]: { readonly kind: P; readonly on: CivilDate; readonly by: Actor } & Payloads[P];
}[K];

export type CertificateEvent = EventOf<Action>;
