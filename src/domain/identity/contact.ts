/** Ways to reach a person: mobile and landline numbers, e-mail, postcode. Each gives the value tidied. */
import { err, ok, type Result } from '../shared/result';
import { hasFullWidth, withoutBlanks } from './tidy';

export type ContactKind = 'mobile' | 'dalianLandline' | 'phone' | 'email' | 'postcode';
export type ContactFault = 'empty' | 'fullWidth' | 'shape';

const NAMES: Readonly<Record<ContactKind, string>> = {
  mobile: '手机号',
  dalianLandline: '大连固定电话',
  phone: '电话号码',
  email: '电子邮箱',
  postcode: '邮政编码',
};

const HOW: Readonly<Record<ContactKind, string>> = {
  mobile: '应是 1 开头的 11 位数字，不加 +86，请核对',
  dalianLandline: '应写成 0411-八位数字，请核对',
  phone: '请写 11 位手机号，或区号-固定电话',
  email: '应写成 名字@网站 的样子，例如 name@example.com，请核对',
  postcode: '应是 6 位数字，请核对',
};

export function contactMessage(kind: ContactKind, fault: ContactFault): string {
  switch (fault) {
    case 'empty':
      return `还没有填${NAMES[kind]}，请填写。`;
    case 'fullWidth':
      return `${NAMES[kind]}里有全角字符，请切换到半角输入后重新填写。`;
    case 'shape':
      return `${NAMES[kind]}写法不对：${HOW[kind]}。`;
  }
}

/** No two dots together and none at an end; each part of the site starts and ends with a letter or digit. */
const EMAIL =
  /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@([A-Za-z\d]([A-Za-z\d-]{0,61}[A-Za-z\d])?\.)+[A-Za-z]{2,63}$/;

const isEmail = (text: string): boolean => text.length <= 254 && text.indexOf('@') <= 64 && EMAIL.test(text);

const matches: Readonly<Record<ContactKind, (text: string) => boolean>> = {
  mobile: (text) => /^1[3-9]\d{9}$/.test(text),
  dalianLandline: (text) => /^0411-?\d{8}$/.test(text),
  phone: (text) => /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/.test(text),
  email: isEmail,
  postcode: (text) => /^\d{6}$/.test(text),
};

export function checkContact(kind: ContactKind, text: string): Result<string, ContactFault> {
  // Blanks inside an address are a slip that may hide another; inside a number they only group it.
  const value = kind === 'email' ? text.trim() : withoutBlanks(text);
  if (value === '') return err('empty');
  if (hasFullWidth(value)) return err('fullWidth');
  return matches[kind](value) ? ok(value) : err('shape');
}
