/** 公民身份号码 (GB 11643): 6 digits region, 8 birth date, 3 sequence (odd = male), 1 check character. */
import { civilDate, isAfter, type CivilDate } from '../shared/civil-date';
import { err, ok, type Result } from '../shared/result';
import { hasFullWidth, tidyNumber } from './tidy';

export type Sex = 'male' | 'female';

export interface IdCard {
  /** Without blanks, the check character in upper case. */
  readonly number: string;
  readonly birthDate: CivilDate;
  readonly sex: Sex;
}

export type IdCardFault =
  | 'empty'
  | 'fullWidth'
  | 'oldNumber'
  | 'length'
  | 'characters'
  | 'foreignResident'
  | 'region'
  | 'birthMissing'
  | 'birthTooEarly'
  | 'birthInFuture'
  | 'checksum';

export const ID_CARD_MESSAGES: Readonly<Record<IdCardFault, string>> = {
  empty: '还没有填身份证号，请填写身份证上的 18 位号码。',
  fullWidth: '身份证号里有全角字符，请切换到半角输入后重新填写。',
  oldNumber: '这是 15 位的旧号码，已经停用；请到派出所换领后填写 18 位号码。',
  length: '身份证号应是 18 位，请对照证件数一数，看是否多输或漏输。',
  characters: '身份证号前 17 位只能是数字，最后一位是数字或 X，请核对。',
  foreignResident: '9 开头的是外国人永久居留身份证，请在证件类型里改选它再填写。',
  region: '身份证号第一位应是 1 到 8，请对照证件核对前 6 位。',
  birthMissing: '身份证号第 7 到 14 位是出生日期，现在这一天不存在，请核对。',
  birthTooEarly: '身份证号里的出生日期早于 1900 年，请核对第 7 到 14 位。',
  birthInFuture: '身份证号里的出生日期还没有到，请核对第 7 到 14 位。',
  checksum: '身份证号校验不对，多半有一位输错了，请对照证件逐位核对。',
};

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const FIRST_YEAR = 1900;

/** The 18th character that belongs to 17 digits. */
export function idCardCheckCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits.charAt(i)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** The birth date written in a tidied number, whether or not the rest is right; `undefined` when there is none. */
export const idCardBirth = (number: string): CivilDate | undefined =>
  /^\d{17}[\dX]$/.test(number)
    ? civilDate(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14)))
    : undefined;

/** The sex that the sequence of a tidied number says. */
export const idCardSex = (number: string): Sex => (Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female');

function shapeFault(number: string): IdCardFault | undefined {
  if (number === '') return 'empty';
  if (hasFullWidth(number)) return 'fullWidth';
  if (/^\d{15}$/.test(number)) return 'oldNumber';
  if (number.length !== 18) return 'length';
  if (!/^\d{17}[\dX]$/.test(number)) return 'characters';
  if (number.startsWith('9')) return 'foreignResident';
  // The digits 1–8 are the country's regions; the first six only say where the card was first registered.
  return number.startsWith('0') ? 'region' : undefined;
}

/** Checks a number as typed; `asOf` is the day on which it must not lie in the future. */
export function checkIdCard(text: string, asOf: CivilDate): Result<IdCard, IdCardFault> {
  const number = tidyNumber(text);
  const shape = shapeFault(number);
  if (shape) return err(shape);
  const birthDate = idCardBirth(number);
  if (!birthDate) return err('birthMissing');
  if (birthDate.year < FIRST_YEAR) return err('birthTooEarly');
  if (isAfter(birthDate, asOf)) return err('birthInFuture');
  if (idCardCheckCharacter(number) !== number.charAt(17)) return err('checksum');
  return ok({ number, birthDate, sex: idCardSex(number) });
}
