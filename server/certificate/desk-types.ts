/** What the console may ask of the certificate's cases, and how it is answered. The functions are in task.ts, desk.ts and their acts. */
import type { ColumnAction, ColumnState, MainState } from '@/domain/certificate/actions';
import type { CertificateApplication } from '@/domain/certificate/application';
import type { Column } from '@/domain/certificate/board';
import type {
  Action,
  CertificateEvent,
  CourierStep,
  Finding,
  RevocationReason,
  Scope,
} from '@/domain/certificate/events';
import type { Question } from '@/domain/certificate/pauses';
import type { KnownRecord } from '@/domain/certificate/records';
import type { RefusalCode } from '@/domain/certificate/refusal';
import type { CertificateState } from '@/domain/certificate/state';
import type { MaterialKindId } from '@/domain/certificate/reference';
import type { Attachment } from '../files/attachments';

export interface Page {
  readonly after?: string;
  readonly limit: number;
}

/** One department's task in one case. `department` is the column; who does it may be another. */
export interface TaskRow {
  readonly number: string;
  readonly department: string;
  readonly holder: string;
  readonly companyName: string;
  readonly state: ColumnState;
  /** YYYY-MM-DD; 9999-12-31 when nothing is due. */
  readonly due: string;
  /** How often it was reminded of; from 2 it is escalated. */
  readonly reminded: number;
}

/** A reviewer's view: nothing of other departments is in it. */
export interface TaskFile {
  readonly number: string;
  readonly department: string;
  /** Counts only what happens to this task: 26 others do not make it stale. */
  readonly version: number;
  readonly main: MainState;
  /** Its `departments` is this one alone. */
  readonly scope: Scope;
  readonly entities: CertificateApplication['entities'];
  readonly column: Column;
  /** Penalties that the company named for this department, or for none. */
  readonly knownRecords: readonly KnownRecord[];
  readonly questions: readonly (Question & { readonly answer?: Answer; readonly lapsed: boolean })[];
  readonly materials: readonly { readonly kind: MaterialKindId; readonly files: readonly Attachment[] }[];
  /** Scans and opinions that the department itself added. */
  readonly files: readonly Attachment[];
  readonly log: readonly LogEntry[];
  readonly allowed: readonly ColumnAction[];
}

export interface Answer {
  readonly text: string;
  readonly files: readonly Attachment[];
}

export interface LogEntry {
  readonly seq: number;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly event: CertificateEvent;
  /** Id of the person or member of staff; `system` otherwise. */
  readonly actor: string;
}

/** `taken` comes by itself with a finding or a question. */
export type TaskAction =
  | { readonly kind: 'taken' }
  | {
      readonly kind: 'found';
      readonly findings: readonly { readonly entity: string; readonly finding: Finding }[];
    }
  | { readonly kind: 'asked'; readonly text: string }
  | { readonly kind: 'recused'; readonly reason: string }
  | { readonly kind: 'externalWait'; readonly reason: string }
  /** `scan`: id of an uploaded file of the member of staff. */
  | { readonly kind: 'externalReplied'; readonly scan: string };

/** Of the window, the coordinator and 督办. Accepting sends the case to all departments in the same step. */
export type DeskAction =
  | { readonly kind: 'correctionAsked'; readonly items: readonly string[] }
  | { readonly kind: 'rejected'; readonly reason: string }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'reassigned'; readonly department: string; readonly to: string }
  | {
      readonly kind: 'ruled';
      readonly department: string;
      readonly ruling: 'keeps' | 'excluded';
      readonly reason: string;
    }
  | { readonly kind: 'externalWait'; readonly department: string; readonly reason: string }
  | { readonly kind: 'externalReplied'; readonly department: string; readonly scan: string }
  | { readonly kind: 'reopened'; readonly department: string; readonly reason: string }
  | { readonly kind: 'urged'; readonly department: string }
  | { readonly kind: 'extended'; readonly days: number; readonly reason: string }
  /** What the board came to; number, code and paper are made with it. The reason is needed unless all is issued. */
  | { readonly kind: 'decided'; readonly reason?: string }
  | { readonly kind: 'courier'; readonly step: CourierStep }
  | { readonly kind: 'handedOver'; readonly way: 'electronic' | 'collected' }
  | { readonly kind: 'replaced'; readonly reason: string }
  | { readonly kind: 'revoked'; readonly reason: RevocationReason }
  | { readonly kind: 'closed' }
  /** Of 督办 alone. */
  | { readonly kind: 'complaintAnswered'; readonly complaint: number; readonly text: string };

export interface BoardRow {
  readonly number: string;
  readonly companyName: string;
  readonly purpose: string;
  readonly main: MainState;
  readonly submittedOn: string;
  /** YYYY-MM-DD; 9999-12-31 when nothing is due. */
  readonly due: string;
  readonly departments: number;
  readonly returned: number;
  readonly overdue: number;
  readonly toAnswer: number;
  readonly paused: boolean;
  /** Departments that were reminded and still let a milestone pass. */
  readonly escalated: number;
}

/** The whole case, for the window, the coordinator and auditors. */
export interface CaseFile {
  readonly number: string;
  readonly version: number;
  readonly state: CertificateState;
  readonly application: CertificateApplication;
  readonly contact: { readonly name: string; readonly mobile: string; readonly email: string };
  /** Who is told the outcome by mail. */
  readonly intermediaries: readonly { readonly name: string; readonly email: string }[];
  readonly materials: readonly { readonly kind: MaterialKindId; readonly files: readonly Attachment[] }[];
  readonly answers: ReadonlyMap<string, Answer>;
  readonly courier?: { readonly company: string; readonly tracking: string };
  readonly log: readonly LogEntry[];
  readonly allowed: readonly Action[];
}

export type DeskFault =
  | { readonly code: 'notFound' }
  /** The case or task was changed meanwhile. */
  | { readonly code: 'stale'; readonly version: number }
  | { readonly code: 'refused'; readonly refusal: RefusalCode }
  /** No signing key, no courier set up, or the courier does not answer. */
  | { readonly code: 'unavailable'; readonly what: 'paper' | 'noCourier' | 'courier' };

export interface Done {
  /** Of the task or the case that was acted on. */
  readonly version: number;
}
