/** Certificate numbers `JPWG-YYYYMMDD-NNNN-C`; C is ISO 7064 MOD 11-2 over the twelve digits (10 is written X). */
import { civilDate, type CivilDate } from '../shared/civil-date';
import { err, ok, type Result } from '../shared/result';

export interface CertificateNumber {
  readonly issuedOn: CivilDate;
  /** 1–9999, from 1 each day. */
  readonly serial: number;
}

export type NumberFault = 'shape' | 'date' | 'serial' | 'checksum';

const PATTERN = /^JPWG-(\d{4})(\d{2})(\d{2})-(\d{4})-([\dX])$/;
const SERIAL_MAX = 9999;

/** Finds every wrong digit and every swap of two neighbours: the factor 2 has order 10 modulo 11. */
function checkCharacter(digits: string): string {
  const sum = [...digits].reduce((total, digit) => ((total + Number(digit)) * 2) % 11, 0);
  return '0123456789X'.charAt((12 - sum) % 11);
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

export function certificateNumber({ issuedOn, serial }: CertificateNumber): Result<string, 'serial'> {
  if (!Number.isInteger(serial) || serial < 1 || serial > SERIAL_MAX) return err('serial');
  const day = `${pad(issuedOn.year, 4)}${pad(issuedOn.month, 2)}${pad(issuedOn.day, 2)}`;
  const digits = pad(serial, 4);
  return ok(`JPWG-${day}-${digits}-${checkCharacter(day + digits)}`);
}

/** Reads a number as typed, in small letters or with blanks too. */
export function readCertificateNumber(text: string): Result<CertificateNumber, NumberFault> {
  const match = PATTERN.exec(text.replace(/\s+/g, '').toUpperCase());
  if (!match) return err('shape');
  const [, year = '', month = '', day = '', serial = '', check] = match;
  const issuedOn = civilDate(Number(year), Number(month), Number(day));
  if (!issuedOn) return err('date');
  if (Number(serial) === 0) return err('serial');
  if (check !== checkCharacter(year + month + day + serial)) return err('checksum');
  return ok({ issuedOn, serial: Number(serial) });
}
