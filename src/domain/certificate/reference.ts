/** What staff edit of 企业上市无违规证明 (src/content/certificate), compiled. */
import type { DayUnit, Evidence } from '../guide/guide';

/**
 * What is known of the provincial 专项信用报告 for one field. Only Liaoning with evidence C or L lets it replace a
 * review: that another province's report covers the field says nothing of ours.
 */
export interface ReportCoverage {
  readonly province: 'liaoning' | 'guangdong';
  readonly evidence: Evidence;
  readonly source?: string;
}

export interface ListingField {
  readonly id: string;
  readonly name: string;
  /** Absent: nothing known, so not even the hint that the report may be downloaded. */
  readonly report?: ReportCoverage;
}

export interface ListingDepartment {
  /** Id of src/content/departments.yaml, in the order of the 27. */
  readonly id: string;
  readonly fields: readonly ListingField[];
  readonly checks: string;
  readonly basis?: string;
  readonly core: boolean;
  /** Not on the platform (法院, 海关, 公安): it may answer on paper and stop its own clock while it does. */
  readonly offline: boolean;
  readonly evidence: Evidence;
}

export type MaterialKindId =
  | 'application-form'
  | 'business-licence'
  | 'legal-representative-id'
  | 'agent-authorisation'
  | 'review-authorisation'
  | 'truth-commitment'
  | 'entity-list'
  | 'listing-progress'
  | 'penalty-documents';

export interface MaterialKind {
  readonly id: MaterialKindId;
  readonly name: string;
  /** `generated` by the platform and signed, `shared` from licences held (免提交, still one of the nine), `own` uploaded. */
  readonly source: 'generated' | 'shared' | 'own';
  readonly when: 'always' | 'agent' | 'relatedEntities' | 'knownRecords';
  readonly note: string;
  /** Words of a document's title that say it belongs in this one. */
  readonly takes: readonly string[];
  /** What was asked for before and is in this one now (45 → 9). */
  readonly replaces: readonly {
    readonly name: string;
    readonly copies: number;
    readonly fate: MaterialFate;
  }[];
  readonly evidence: Evidence;
}

/** What became of a former document: put into one, asked once in place of many, or taken from shared data. */
export type MaterialFate = 'merged' | 'deduplicated' | 'shared';

/** How grave a department in writing finds a record; the last two stop its certificate. */
export type Assessment = 'minor' | 'remedied' | 'notMajor' | 'major' | 'unremedied';

export interface Phrase {
  readonly id: string;
  /** A no record, B record put right, C the department's own written opinion. */
  readonly class: 'A' | 'B' | 'C';
  readonly text: string;
  /** Empty for class A. */
  readonly assessments: readonly Assessment[];
}

export interface Purpose {
  readonly id: string;
  readonly name: string;
  /** Asks for one of the boards. */
  readonly board: boolean;
  /** Asks for a few words of the applicant's own. */
  readonly note: boolean;
}

export interface Parameters {
  readonly days: number;
  readonly unit: DayUnit;
  /** Of each department from dispatch, in the same unit. */
  readonly departmentDays: number;
  readonly milestones: readonly Milestone[];
  /** Days that clarifications may stop the clock in all. */
  readonly pauseLimit: number;
  readonly extensionDays: number;
  readonly extensions: number;
  /** Returned parcels after which the certificate waits at the window. */
  readonly returnsBeforeCollection: number;
  /** Advised months of use after issue; no law sets any. */
  readonly useMonths: number;
  /** Whole years before the current one that a period may reach back. */
  readonly maxYears: number;
  readonly district: string;
  /** First day that the credit report covers, YYYY-MM-DD. */
  readonly reportFrom: string;
}

/** Whose signatures are believed. A key that is no longer signed with stays, so that what it signed can be verified. */
export interface SigningKey {
  readonly id: string;
  /** 04 and two coordinates in hex (SM2). */
  readonly publicKey: string;
  /** 演示密钥: its private half is public, it vouches for nothing. */
  readonly demo: boolean;
}

export interface Milestone {
  readonly id: 'departments' | 'aggregation' | 'signature' | 'issue';
  readonly name: string;
  /** Number of the main clock's day by whose end it is done. */
  readonly day: number;
}

export interface CertificateReference {
  readonly departments: readonly ListingDepartment[];
  readonly materials: readonly MaterialKind[];
  readonly phrases: readonly Phrase[];
  readonly purposes: readonly Purpose[];
  readonly boards: readonly { readonly id: string; readonly name: string }[];
  readonly parameters: Parameters;
  readonly keys: readonly SigningKey[];
}

export const MATERIALS_MAX = 9;
