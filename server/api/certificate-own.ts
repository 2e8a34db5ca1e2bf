/** Whose certificate a case is: of the company, so of whoever may act for it today. */
import type { CertificateAction } from '@/contract/certificate';
import { err, ok, type Result } from '@/domain/shared/result';
import type { StoredCertificate } from '../certificate/find';
import { findByNumber, stateAt } from '../certificate/find';
import { mayActFor, type Standing } from '../grants/standing';
import type { Person } from '../identity/people';
import type { Refused } from '../problem';
import type { Service } from '../service';

export const NOT_FOUND: Refused = { code: 'notFound', detail: '没有这件证明，请核对受理编号。' };

const REGISTER_DOWN: Refused = {
  code: 'providerFailed',
  detail: '现在查不到营业执照信息，过一会儿再试；已填的内容还在。',
};

export interface OwnCertificate {
  readonly stored: StoredCertificate;
  /** Absent while the register does not answer: who handed it in may read, and not act. */
  readonly standing?: Standing;
}

export interface Asking {
  readonly number: string;
  readonly person: Person;
  readonly at: number;
}

/** Another company's case is answered like one that does not exist. */
export async function findOwn(
  service: Service,
  { number, person, at }: Asking,
): Promise<Result<OwnCertificate, Refused>> {
  const stored = await findByNumber(service.store, number);
  if (!stored) return err(NOT_FOUND);
  const { creditCode } = stateAt(service.store, stored.events, at).scope;
  const standing = await mayActFor(service, person, creditCode, at);
  if (standing.ok) return ok({ stored, standing: standing.value });
  const isReader = standing.error === 'unavailable' && stored.row.owner === person.id;
  return isReader ? ok({ stored }) : err(NOT_FOUND);
}

export const standingFor = async (
  service: Service,
  person: Person,
  creditCode: string,
  at: number,
): Promise<Result<Standing, Refused>> => {
  const standing = await mayActFor(service, person, creditCode, at);
  if (standing.ok) return standing;
  return err(
    standing.error === 'unavailable'
      ? REGISTER_DOWN
      : { code: 'forbidden', detail: '您不是这家企业的法定代表人，也没有有效的授权，请先取得授权。' },
  );
};

export const mustStand = ({ standing }: OwnCertificate): Result<Standing, Refused> =>
  standing ? ok(standing) : err(REGISTER_DOWN);

export type ActionKind = CertificateAction['action']['kind'];
