/** Identity documents in answers: what is wrong with a number, and who it says the person is. */
import { checkDocument as checkNumber, type DocumentFault, type DocumentKind } from '../identity/document';
import { idCardBirth, idCardSex, type Sex } from '../identity/id-card';
import { dateIn, propertyOf } from '../logic/facts';
import { isAfter, type CivilDate } from '../shared/civil-date';
import type { ErrorCode } from './error';
import { textOf } from './kinds/kind';

const RESIDENT_ID = /^[1-8]\d{16}[\dX]$/;
const RESIDENCE_PERMIT = /^8[123]0000/;
const FIRST_YEAR = 1900;

const DOCUMENTS: readonly string[] = [
  'residentId',
  'hmtResidence',
  'hkMacaoPermit',
  'taiwanPermit',
  'foreignPermanent',
  'passport',
] satisfies readonly DocumentKind[];
const isDocument = (type: string): type is DocumentKind => DOCUMENTS.includes(type);

/** Whether the number carries birth date and sex (GB 11643). */
const isNumbered = (type: string): boolean => type === 'residentId' || type === 'hmtResidence';

function codeOf(fault: DocumentFault): ErrorCode {
  switch (fault) {
    case 'checksum':
      return 'checksum';
    case 'birthMissing':
    case 'birthTooEarly':
    case 'birthInFuture':
      return 'date';
    default:
      return 'format';
  }
}

/** A cleaned number of the document that the person says it is. An unknown document is the choice's own error. */
export function checkDocument(number: string, type: string, asOf: CivilDate): ErrorCode | undefined {
  if (!isDocument(type)) return undefined;
  // Before the date in it: the form of the number comes first.
  if (type === 'hmtResidence' && !RESIDENCE_PERMIT.test(number)) return 'format';
  const checked = checkNumber(type, number, asOf);
  return checked.ok ? undefined : codeOf(checked.error);
}

/** Birth date in a resident's number, when there is such a day from 1900 to the day of evaluation. */
export function birthInId(idNo: unknown, asOf: CivilDate): CivilDate | undefined {
  const number = textOf(idNo);
  const birth = RESIDENT_ID.test(number) ? idCardBirth(number) : undefined;
  return birth && birth.year >= FIRST_YEAR && !isAfter(birth, asOf) ? birth : undefined;
}

/** Not said is a resident's card; said wrongly is none that we can read. */
const typeIn = (holder: unknown): string => textOf(propertyOf(holder, 'idType') ?? 'residentId');

/** When the person named by `holder[key]` was born: out of the number, else out of the date beside it. */
export const birthOf = (holder: unknown, key: string, asOf: CivilDate): CivilDate | undefined =>
  isNumbered(typeIn(holder))
    ? birthInId(propertyOf(holder, key), asOf)
    : dateIn(propertyOf(holder, 'birthDate'));

/** The sex in the number; other documents have it beside them. */
export function sexOf(holder: unknown, key: string): Sex | undefined {
  if (isNumbered(typeIn(holder))) {
    const number = textOf(propertyOf(holder, key));
    return RESIDENT_ID.test(number) ? idCardSex(number) : undefined;
  }
  const gender = propertyOf(holder, 'gender');
  return gender === 'male' || gender === 'female' ? gender : undefined;
}
