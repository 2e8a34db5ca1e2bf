/** Digests to look up by, of what must not be read from the database. */
import { canonical } from '../crypto/canonical';
import { blindIndex, type KeyRing } from '../crypto/keys';

export const companyDigest = (keys: KeyRing, creditCode: string): string =>
  blindIndex(keys, 'certificateCompany', creditCode);

/** Of both together: whether a code belongs to another company is not to be learnt. */
export const lookUpDigest = (keys: KeyRing, queryCode: string, creditCode: string): string =>
  blindIndex(keys, 'certificateLookUp', canonical([queryCode, creditCode]));

export const codeDigest = (keys: KeyRing, code: string): string => blindIndex(keys, 'certificateCode', code);
