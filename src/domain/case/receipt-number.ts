/**
 * Receipt numbers, 16 digits: the day (8), a running number (7), a check digit by Damm's method, which finds every single
 * wrong digit and every two neighbours swapped. Shown in fours, as people read it out on the phone.
 */
import { formatDate, parseDate, type CivilDate } from '../shared/civil-date';
import { err, ok, type Result } from '../shared/result';

/** Damm, On fully anti-symmetric quasigroups (2004): the row is the interim digit, the column the next one. */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

export const MAX_SERIAL = 9_999_999;

const damm = (digits: string): string =>
  [...digits].reduce((interim, digit) => DAMM[Number(interim)]?.charAt(Number(digit)) ?? '0', '0');

/** `serial` is a whole number from 1 to {@link MAX_SERIAL}; anything else is a bug and throws. */
export function receiptNumber(date: CivilDate, serial: number): string {
  if (!Number.isInteger(serial) || serial < 1 || serial > MAX_SERIAL)
    throw new RangeError(`not a serial: ${serial}`);
  const digits = formatDate(date).replace(/-/g, '') + String(serial).padStart(7, '0');
  return digits + damm(digits);
}

export type ReceiptFault = 'length' | 'digits' | 'date' | 'checksum';

export interface Receipt {
  readonly number: string;
  readonly date: CivilDate;
  readonly serial: number;
}

/** Reads a number as typed or scanned: blanks and hyphens are nothing. */
export function checkReceiptNumber(text: string): Result<Receipt, ReceiptFault> {
  const number = text.replace(/[\s-]/g, '');
  if (!/^\d*$/.test(number)) return err('digits');
  if (number.length !== 16) return err('length');
  if (damm(number) !== '0') return err('checksum');
  const date = parseDate(`${number.slice(0, 4)}-${number.slice(4, 6)}-${number.slice(6, 8)}`);
  const serial = Number(number.slice(8, 15));
  return date && serial > 0 ? ok({ number, date, serial }) : err('date');
}

/** `2026 1124 0000 1236` */
export const showReceiptNumber = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ');
