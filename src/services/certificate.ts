/** What the phone asks the server about certificates. */
import type {
  CertificateAction,
  CertificateDetail,
  CertificateEntity,
  CertificateList,
  CertificateLookUp,
  CertificateReceipt,
  CertificateStatus,
  CertificateVerification,
  CertificateVerify,
} from '@/contract/certificate';
import type { CertificateApply, CertificateCompanies } from '@/contract/certificate-draft';
import { IDEMPOTENCY_HEADER, pathOf, paths } from '@/contract/paths';
import { isProblem, type Api, type ApiFault, type ApiResult } from './api';
import {
  parseCertificate,
  parseCertificateEntity,
  parseCertificateReceipt,
  parseCertificates,
  parseCertificateStatus,
  parseCompanies,
  parseVerification,
} from './certificate-wire';

/** Companies that the person may act for, as their licences have them. */
export const readCompanies = (api: Api): Promise<ApiResult<CertificateCompanies>> =>
  api.call({ method: 'GET', path: paths.certificateCompanies }, parseCompanies);

export const listCertificates = (
  api: Api,
  next: string | null = null,
): Promise<ApiResult<CertificateList>> => {
  const after = next === null ? '' : `?after=${encodeURIComponent(next)}`;
  return api.call({ method: 'GET', path: `${paths.certificates}${after}` }, parseCertificates);
};

export const readCertificate = (api: Api, number: string): Promise<ApiResult<CertificateDetail>> =>
  api.call({ method: 'GET', path: pathOf(paths.certificate, { number }) }, parseCertificate);

export const readEntity = (
  api: Api,
  number: string,
  creditCode: string,
): Promise<ApiResult<CertificateEntity>> =>
  api.call(
    { method: 'GET', path: pathOf(paths.certificateEntity, { number, creditCode }) },
    parseCertificateEntity,
  );

/** `key` is made with the draft: however often it is sent, it is taken once. */
export const applyForCertificate = (
  api: Api,
  key: string,
  body: CertificateApply,
): Promise<ApiResult<CertificateReceipt>> =>
  api.call(
    { method: 'POST', path: paths.certificates, headers: { [IDEMPOTENCY_HEADER]: key }, body },
    parseCertificateReceipt,
  );

export const actOnCertificate = (
  api: Api,
  number: string,
  body: CertificateAction,
): Promise<ApiResult<CertificateDetail>> =>
  api.call({ method: 'POST', path: pathOf(paths.certificateActions, { number }), body }, parseCertificate);

/** The case as it is now, when somebody else was faster. */
export const certificateIn = (fault: ApiFault): CertificateDetail | undefined =>
  fault.kind === 'problem' && isProblem(fault, 'staleVersion')
    ? parseCertificate(fault.body['current'])
    : undefined;

/** The number of the running case that an application would repeat, when that is why it was refused. */
export function duplicateIn(fault: ApiFault): string | undefined {
  if (fault.kind !== 'problem' || fault.body['fault'] !== 'duplicate') return undefined;
  const { number } = fault.body;
  return typeof number === 'string' ? number : undefined;
}

/** Without a login: who holds the receipt's code and knows the company's may ask how far it is. */
export const lookUpCertificate = (api: Api, body: CertificateLookUp): Promise<ApiResult<CertificateStatus>> =>
  api.open({ method: 'POST', path: paths.certificateLookUp, body }, parseCertificateStatus);

export const verifyCertificate = (
  api: Api,
  body: CertificateVerify,
): Promise<ApiResult<CertificateVerification>> =>
  api.open({ method: 'POST', path: paths.certificateVerify, body }, parseVerification);

export const paperPath = (number: string, paper: string): string =>
  pathOf(paths.certificatePaper, { number, paper });
