/** Without login: how far a case is, by 查询码 and credit code; and whether a certificate holds. */
import type { CertificateLookUp, CertificateVerify } from '@/contract/certificate';
import { readAccessCode } from '@/domain/certificate/access-code';
import {
  publicStatusOf,
  verificationOf,
  type PublicStatus,
  type VerificationView,
} from '@/domain/certificate/disclosure';
import { tidyNumber } from '@/domain/identity/tidy';
import type { Store } from '../cases/store';
import type { Service } from '../service';
import { findById, stateAt } from './find';
import { codeDigest, lookUpDigest } from './keys';
import { findPaper } from './paper';

/** A code that cannot be one is looked up too, so that every wrong pair takes the same steps. */
const tidyCode = (text: string): string => {
  const code = readAccessCode(text);
  return code.ok ? code.value : text;
};

export async function lookUp(
  store: Store,
  { queryCode, creditCode }: CertificateLookUp,
  at: number,
): Promise<PublicStatus | undefined> {
  const digest = lookUpDigest(store.keys, tidyCode(queryCode), tidyNumber(creditCode));
  const row = await store.db
    .selectFrom('certificate_cases')
    .select('id')
    .where('look_up_digest', '=', digest)
    .executeTakeFirst();
  const stored = row && (await findById(store, row.id));
  return stored && publicStatusOf(stateAt(store, stored.events, at));
}

type Asked = Pick<Service, 'store' | 'certificate'>;

function paperAsked({ store, certificate }: Asked, asked: CertificateVerify) {
  switch (asked.by) {
    case 'code':
      return findPaper(store, { codeDigest: codeDigest(store.keys, tidyCode(asked.code)) });
    case 'payload': {
      const read = certificate?.maker?.read(asked.payload);
      return read?.ok ? findPaper(store, { number: read.value.number }) : Promise.resolve(undefined);
    }
  }
}

/** By the printed code, or by the signed text of the QR. `undefined`: none of ours. */
export async function verify(
  service: Asked,
  asked: CertificateVerify,
  at: number,
): Promise<VerificationView | undefined> {
  const paper = await paperAsked(service, asked);
  const stored = paper && (await findById(service.store, paper.case_id));
  if (!stored) return undefined;
  const state = stateAt(service.store, stored.events, at);
  const code = state.certificates.find(({ number }) => number === paper.number)?.code;
  return code === undefined ? undefined : verificationOf(state, code);
}
