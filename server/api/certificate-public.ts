/** What anybody may ask of certificates: how far one is, with its 查询码, and whether one holds. */
import type { CertificateStatus, CertificateVerification } from '@/contract/certificate';
import { certificateOperations } from '@/contract/certificate-operations';
import { formatDate } from '@/domain/shared/civil-date';
import { err, ok } from '@/domain/shared/result';
import type { PublicStatus, VerificationView } from '@/domain/certificate/disclosure';
import { lookUp, verify } from '../certificate/public';
import type { Refused } from '../problem';
import { bind } from './call';

/** One answer for every wrong pair: whose code it is, or that there is one, is not said. */
const NO_SUCH_PAIR: Refused = {
  code: 'notFound',
  detail: '查询码和统一社会信用代码对不上，请对照回执核对。',
};

const NO_CERTIFICATE: Refused = {
  code: 'notFound',
  detail: '没有查到这份证明：请核对验证码；仍查不到的，请当面向出具部门核实。',
};

export const toPublicStatus = ({ main, due, left, paused, toAnswer }: PublicStatus): CertificateStatus => ({
  main,
  due: due ? formatDate(due) : null,
  left: left ?? null,
  paused: paused ?? false,
  toAnswer,
});

export const toVerification = (view: VerificationView): CertificateVerification => ({
  ...view,
  period: { start: formatDate(view.period.start), end: formatDate(view.period.end) },
  departments: [...view.departments],
  issuedOn: formatDate(view.issuedOn),
  dataAsOf: formatDate(view.dataAsOf),
});

export const certificatePublicRoutes = [
  bind(certificateOperations.certificateLookUp, async ({ store }, { body, at }) => {
    const status = await lookUp(store, body, at);
    return status ? ok(toPublicStatus(status)) : err(NO_SUCH_PAIR);
  }),
  bind(certificateOperations.certificateVerify, async (service, { body, at }) => {
    const view = await verify(service, body, at);
    return view ? ok(toVerification(view)) : err(NO_CERTIFICATE);
  }),
];
