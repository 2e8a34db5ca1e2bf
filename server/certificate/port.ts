/** What issuing and delivering need from outside: the paper, the courier, notices to intermediaries. */
import type { Outcome } from '@/domain/certificate/aggregate';
import type { IntermediaryNotice } from '@/domain/certificate/disclosure';
import type { CourierStep, Finding, Scope } from '@/domain/certificate/events';
import type { CivilDate } from '@/domain/shared/civil-date';
import type { Result } from '@/domain/shared/result';

/** An outcome that comes with a certificate. */
export type CertifiedOutcome = Extract<Outcome, { kind: 'issued' | 'partiallyIssued' }>;

/** Everything that a certificate says. The same facts make the same paper. */
export interface PaperFacts {
  /** JPWG-YYYYMMDD-NNNN-C */
  readonly number: string;
  /** The 16 characters of the 验证码. */
  readonly code: string;
  readonly issuedOn: CivilDate;
  readonly scope: Scope;
  readonly outcome: CertifiedOutcome;
  /** Of the departments in `outcome.included`: what each said of each entity inside the district. */
  readonly findings: readonly {
    readonly department: string;
    readonly entity: string;
    readonly finding: Finding;
  }[];
  readonly copies: number;
  /** Advised months of use after issue. */
  readonly useMonths: number;
  /** Number of the certificate that this one takes the place of. */
  readonly replaces?: string;
  /** 演示数据 across each page. */
  readonly demo: boolean;
}

export interface Paper {
  readonly pdf: Buffer;
  /** The signed text that the QR carries. */
  readonly payload: string;
}

export interface CertificateMaker {
  readonly make: (facts: PaperFacts) => Promise<Paper>;
  /** Whose certificate a signed text is; `invalid` when the signature is not one of ours. */
  readonly read: (payload: string) => Result<{ readonly number: string }, 'invalid'>;
}

export interface Parcel {
  /** Number of the case; the address goes to the courier and nowhere else. */
  readonly reference: string;
  /** Which parcel of this case it is, from 1. The same case and number again is the same order. */
  readonly attempt: number;
  readonly recipient: string;
  readonly mobile: string;
  readonly address: string;
}

export interface CourierPort {
  readonly company: string;
  readonly order: (
    parcel: Parcel,
    at: number,
  ) => Promise<Result<{ readonly tracking: string }, 'unavailable'>>;
  /** Steps so far, in order, each once. */
  readonly track: (tracking: string, at: number) => Promise<Result<readonly CourierStep[], 'unavailable'>>;
}

/** A mail or a text message: the outcome only, never a record, and no right to look further. */
export interface NoticePort {
  /** `id`: of the notice; one that is sent again has the same. */
  readonly send: (
    to: { readonly name: string; readonly email: string },
    notice: IntermediaryNotice,
    id: string,
  ) => Promise<Result<void, 'unavailable'>>;
}

/** `maker` absent: no signing key is set, and nothing can be issued. */
export interface CertificatePorts {
  readonly maker?: CertificateMaker;
  readonly courier?: CourierPort;
  readonly notices?: NoticePort;
}
