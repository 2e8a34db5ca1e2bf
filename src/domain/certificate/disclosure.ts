/** What others may see. Each view is built from what it names, so that details cannot slip through by being forgotten. */
import type { CivilDate } from '../shared/civil-date';
import type { MainState } from './actions';
import type { OutcomeKind } from './events';
import type { IssuedCertificate } from './ledger';
import type { Period } from './period';
import type { CertificateState } from './state';

/** The verify page and what the signed QR carries: the conclusion, never a record. */
export interface VerificationView {
  readonly number: string;
  readonly status: IssuedCertificate['status'];
  readonly companyName: string;
  readonly maskedCreditCode: string;
  readonly period: Period;
  readonly departments: readonly string[];
  readonly conclusion: 'issued' | 'partiallyIssued';
  readonly issuedOn: CivilDate;
  /** The end of the period: what was known by then. */
  readonly dataAsOf: CivilDate;
  /** First 12 hex digits of the file's SHA-256. */
  readonly fileHash: string;
}

/** The middle, which tells one enterprise from another, is hidden. */
export const maskCreditCode = (code: string): string => `${code.slice(0, 4)}**********${code.slice(14)}`;

/** `code` as read by `readAccessCode`; `undefined` when it belongs to no certificate of this case. */
export function verificationOf(state: CertificateState, code: string): VerificationView | undefined {
  const certificate = state.certificates.find((one) => one.code === code);
  const { outcome, scope } = state;
  if (!certificate || !outcome || outcome.kind === 'notIssued' || outcome.kind === 'withdrawn')
    return undefined;
  return {
    number: certificate.number,
    status: certificate.status,
    companyName: scope.companyName,
    maskedCreditCode: maskCreditCode(scope.creditCode),
    period: scope.period,
    departments: outcome.included,
    conclusion: outcome.kind,
    issuedOn: certificate.issuedOn,
    dataAsOf: scope.period.end,
    fileHash: certificate.fileHash.slice(0, 12),
  };
}

/** To sponsors and lawyers: the outcome only, and no right to look further (抄送中介). */
export interface IntermediaryNotice {
  readonly companyName: string;
  readonly outcome: OutcomeKind | 'revoked';
  readonly certificateNumber?: string;
}

export function noticeOf({
  main,
  scope,
  decided,
  certificates,
}: CertificateState): IntermediaryNotice | undefined {
  if (!decided) return undefined;
  const number = certificates[certificates.length - 1]?.number;
  return {
    companyName: scope.companyName,
    outcome: main === 'revoked' ? 'revoked' : decided,
    ...(number === undefined ? {} : { certificateNumber: number }),
  };
}

/** The look-up without login, by 查询码 and credit code: how far it is, no name, department or finding. */
export interface PublicStatus {
  readonly main: MainState;
  readonly due?: CivilDate;
  readonly left?: number;
  readonly paused?: boolean;
  readonly toAnswer: number;
}

export const publicStatusOf = ({ main, clock, open }: CertificateState): PublicStatus => ({
  main,
  ...(clock ? { due: clock.due, left: clock.left, paused: clock.paused } : {}),
  toAnswer: open.length,
});
