/** An application as filled in: dates and codes are text, nothing is checked yet. */
import type { MaterialKindId } from './reference';

export type EntityKind =
  | 'company'
  | 'branch'
  | 'whollyOwned'
  | 'controlled'
  | 'associate'
  | 'controllingShareholder'
  | 'actualControllerEnterprise';

export const ENTITY_KINDS: Readonly<Record<EntityKind, string>> = {
  company: '本公司',
  branch: '分公司',
  whollyOwned: '全资子公司',
  controlled: '控股子公司',
  associate: '参股公司',
  controllingShareholder: '控股股东',
  actualControllerEnterprise: '实际控制人控制的企业',
};

export interface EntityDraft {
  readonly kind: EntityKind;
  readonly creditCode: string;
  readonly name: string;
  /** Six digits of where it is registered now; its credit code may still carry an older place. */
  readonly district: string;
  /** 0–100, decimals allowed; a branch has none. */
  readonly sharePercent?: number;
  readonly actualControl?: boolean;
  /** Names borne within the period, so that old records are found. */
  readonly formerNames?: readonly string[];
  readonly established?: string;
}

export interface KnownRecordDraft {
  readonly documentNumber: string;
  readonly agency: string;
  /** The department of the 27 that it concerns, where the applicant knows. */
  readonly department?: string;
  readonly entity: string;
  readonly decidedOn: string;
  readonly reason: string;
  readonly amountCents: number;
  readonly remedied: boolean;
  readonly paidOn?: string;
}

/** A document handed in: whatever its pages and files, it is part of one of the nine kinds. */
export interface MaterialPiece {
  /** Absent for a document that the applicant could not place. */
  readonly kind?: MaterialKindId;
  readonly title: string;
  readonly files: readonly {
    readonly name: string;
    readonly type: 'pdf' | 'jpg' | 'other';
    readonly bytes: number;
  }[];
}

/** `once`: one certificate when all have answered; `asReady`: a part if a department must be left out. */
export type OutputMode = 'once' | 'asReady';

export type Delivery =
  | { readonly kind: 'electronic' }
  | { readonly kind: 'selfCollection' }
  | {
      readonly kind: 'courier';
      readonly recipient: string;
      readonly mobile: string;
      readonly address: string;
    };

export interface ApplicationDraft {
  readonly company: {
    readonly creditCode: string;
    readonly name: string;
    readonly legalRepresentative: string;
    readonly capitalCents: number;
    readonly established: string;
    readonly address: string;
    readonly industry: string;
  };
  readonly contact: { readonly name: string; readonly mobile: string; readonly email: string };
  /** Someone else than the legal representative hands it in. */
  readonly byAgent: boolean;
  readonly intermediaries: readonly { readonly name: string; readonly email: string }[];
  readonly purpose: string;
  readonly purposeNote?: string;
  readonly board?: string;
  readonly period: { readonly start: string; readonly end: string };
  readonly entities: readonly EntityDraft[];
  readonly departments: readonly string[];
  /** The applicant confirmed that departments left out are named in the certificate's scope. */
  readonly scopeConfirmed: boolean;
  readonly knownRecords: readonly KnownRecordDraft[];
  readonly output: OutputMode;
  readonly copies: number;
  readonly language: 'zh' | 'zhEn';
  readonly delivery: Delivery;
  readonly materials: readonly MaterialPiece[];
  /** Kinds whose shared data could not be had today: they are uploaded instead. */
  readonly sharingFailed: readonly MaterialKindId[];
  readonly consents: { readonly review: boolean; readonly truth: boolean; readonly disclosure: boolean };
}
