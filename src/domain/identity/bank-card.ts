/** Bank card numbers: 16 to 19 digits with the Luhn check digit (ISO/IEC 7812-1). */
import { err, ok, type Result } from '../shared/result';
import { hasFullWidth, withoutBlanks } from './tidy';

export type BankCardFault = 'empty' | 'fullWidth' | 'characters' | 'length' | 'checksum';

export const BANK_CARD_MESSAGES: Readonly<Record<BankCardFault, string>> = {
  empty: '还没有填银行卡号，请填写卡面上的号码。',
  fullWidth: '银行卡号里有全角字符，请切换到半角输入后重新填写。',
  characters: '银行卡号只有数字，请去掉字母和符号。',
  length: '银行卡号应是 16 到 19 位，请对照卡面数一数，看是否多输或漏输。',
  checksum: '银行卡号校验不对，多半有一位输错了，请对照卡面逐位核对。',
};

/** Every second digit from the right is doubled, its own digits summed; the whole must be a multiple of 10. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.charAt(digits.length - 1 - i));
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** Checks a number as typed; gives it without blanks. */
export function checkBankCard(text: string): Result<string, BankCardFault> {
  const number = withoutBlanks(text);
  if (number === '') return err('empty');
  if (hasFullWidth(number)) return err('fullWidth');
  if (!/^\d+$/.test(number)) return err('characters');
  if (number.length < 16 || number.length > 19) return err('length');
  return passesLuhn(number) ? ok(number) : err('checksum');
}
