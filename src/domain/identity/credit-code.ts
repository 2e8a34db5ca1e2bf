/**
 * 统一社会信用代码 (GB 32100—2015): registering department, kind, 6 digits region, 9 characters organisation code
 * (GB 11714, with a check character of its own), 1 check character.
 */
import { err, ok, type Result } from '../shared/result';
import { hasFullWidth, tidyNumber } from './tidy';

export type OrganisationKind =
  | 'enterprise'
  | 'selfEmployed'
  | 'cooperative'
  | 'association'
  | 'privateNonEnterprise'
  | 'foundation'
  | 'institution'
  | 'government'
  | 'other';

export const ORGANISATION_KINDS: Readonly<Record<OrganisationKind, string>> = {
  enterprise: '企业',
  selfEmployed: '个体工商户',
  cooperative: '农民专业合作社',
  association: '社会团体',
  privateNonEnterprise: '民办非企业单位',
  foundation: '基金会',
  institution: '事业单位',
  government: '机关',
  other: '其他机构',
};

export interface CreditCode {
  /** Without blanks, in upper case. */
  readonly code: string;
  readonly kind: OrganisationKind;
  /** Six digits of where it was registered. */
  readonly region: string;
  readonly organisationCode: string;
}

export type CreditCodeFault =
  | 'empty'
  | 'fullWidth'
  | 'length'
  | 'forbiddenLetter'
  | 'characters'
  | 'region'
  | 'checksum'
  | 'organisationCode';

export const CREDIT_CODE_MESSAGES: Readonly<Record<CreditCodeFault, string>> = {
  empty: '还没有填统一社会信用代码，请填写营业执照上的 18 位代码。',
  fullWidth: '统一社会信用代码里有全角字符，请切换到半角输入后重新填写。',
  length: '统一社会信用代码应是 18 位，请对照营业执照数一数，看是否多输或漏输。',
  forbiddenLetter: '统一社会信用代码不用字母 I、O、S、V、Z，请看看是不是数字 1、0、5、2 或字母 U。',
  characters: '统一社会信用代码只有数字和大写字母，请去掉其他符号。',
  region: '统一社会信用代码第 3 到 8 位是行政区划，应全是数字，请核对。',
  checksum: '统一社会信用代码校验不对，多半有一位输错了，请对照营业执照逐位核对。',
  organisationCode: '统一社会信用代码第 9 到 17 位（组织机构代码）校验不对，请对照营业执照核对这几位。',
};

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 11714 counts on through all 26 letters. */
const ORGANISATION_CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

const KINDS: Readonly<Partial<Record<string, OrganisationKind>>> = {
  '11': 'government',
  '12': 'institution',
  '51': 'association',
  '52': 'privateNonEnterprise',
  '53': 'foundation',
  '91': 'enterprise',
  '92': 'selfEmployed',
  '93': 'cooperative',
};

const weigh = (text: string, weights: readonly number[], characters: string): number =>
  weights.reduce((sum, weight, i) => sum + weight * characters.indexOf(text.charAt(i)), 0);

/** The 18th character that belongs to the first 17. */
export const creditCodeCheckCharacter = (code: string): string =>
  CHARACTERS.charAt((31 - (weigh(code, WEIGHTS, CHARACTERS) % 31)) % 31);

/** The 9th character of an organisation code that belongs to its first 8. */
export const organisationCheckCharacter = (code: string): string =>
  '0X987654321'.charAt(weigh(code, ORGANISATION_WEIGHTS, ORGANISATION_CHARACTERS) % 11);

function shapeFault(code: string): CreditCodeFault | undefined {
  if (code === '') return 'empty';
  if (hasFullWidth(code)) return 'fullWidth';
  if (code.length !== 18) return 'length';
  if (!/^[0-9A-Z]+$/.test(code)) return 'characters';
  if (/[IOSVZ]/.test(code)) return 'forbiddenLetter';
  return /^..\d{6}/.test(code) ? undefined : 'region';
}

/** Checks a code as typed. */
export function checkCreditCode(text: string): Result<CreditCode, CreditCodeFault> {
  const code = tidyNumber(text);
  const shape = shapeFault(code);
  if (shape) return err(shape);
  if (creditCodeCheckCharacter(code) !== code.charAt(17)) return err('checksum');
  const organisationCode = code.slice(8, 17);
  if (organisationCheckCharacter(organisationCode) !== organisationCode.charAt(8))
    return err('organisationCode');
  return ok({ code, kind: KINDS[code.slice(0, 2)] ?? 'other', region: code.slice(2, 8), organisationCode });
}
