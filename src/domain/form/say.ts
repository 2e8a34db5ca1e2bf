/** Errors said to the person: what is wrong and how to mend it. */
import { BANK_CARD_MESSAGES } from '../identity/bank-card';
import { CREDIT_CODE_MESSAGES } from '../identity/credit-code';
import { ID_CARD_MESSAGES } from '../identity/id-card';
import type { ErrorCode, FieldError } from './error';
import { LARGEST_FILE } from './file-limit';
import type { Field, Form } from './form';
import { showMoney } from './kinds/numbers';
import { formatHelp } from './text-formats';
import { checksOf } from './validate';

/** The field at a path of answers; `undefined` for a path that the form does not have. */
export function fieldAt(form: Form, path: string): Field | undefined {
  const [first = '', ...rest] = path.replace(/\[\d+\]/g, '').split('.');
  return rest.reduce<Field | undefined>(
    (field, key) => {
      const inner = field?.kind === 'group' ? field.fields : field?.kind === 'rows' ? field.columns : [];
      return inner.find((each) => each.key === key);
    },
    form.fields.find(({ key }) => key === first),
  );
}

const SHAPES: Readonly<Partial<Record<Field['kind'], string>>> = {
  mobile: '请写 11 位手机号，不加空格和 +86',
  phone: '请写 11 位手机号，或区号-固定电话，如 0411-12345678',
  email: '请写成 name@example.com 的样子',
  region: '请从列表里选',
  date: '请写成 2026-01-05 的样子，或从日历里选',
  month: '请写成 2026-01 的样子，或从列表里选',
  dateTime: '请从日历里选日期和时间',
  dateRange: '请从日历里选起止日期',
  monthRange: '请从列表里选起止月份',
  slot: '请从列表里选日期和时段',
  residentId: '请照证件逐位填写',
  uscc: '请照营业执照填写 18 位代码',
  bankCard: '请照卡面填写 16 到 19 位数字',
};

const CHECK_DIGITS: Readonly<Partial<Record<Field['kind'], string>>> = {
  residentId: ID_CARD_MESSAGES.checksum,
  uscc: CREDIT_CODE_MESSAGES.checksum,
  bankCard: BANK_CARD_MESSAGES.checksum,
};

/** 0–9 元 for numbers with both bounds; '' where content gives none. */
function span(field: Field): string {
  const show = (value: number): string => (field.kind === 'money' ? showMoney(value) : String(value));
  if (field.kind !== 'int' && field.kind !== 'money' && field.kind !== 'decimal') return '';
  const { min, max } = field;
  const above = field.kind === 'decimal' ? field.above : undefined;
  return [
    min === undefined ? '' : `不小于 ${show(min)}`,
    above === undefined ? '' : `大于 ${above}`,
    max === undefined ? '' : `不大于 ${show(max)}`,
  ]
    .filter(Boolean)
    .join('、');
}

function sayRange(field: Field): string {
  const between = span(field);
  if (between) return `请写${between}的数`;
  if (field.kind === 'files' || field.kind === 'image')
    return `文件太大，每个不超过 ${Math.floor(Math.min(field.maxSize ?? LARGEST_FILE, LARGEST_FILE) / 1_048_576)} MB，请压缩后再传`;
  return '这个日期不在可选的范围里，请重新选';
}

function sayFormat(field: Field): string {
  if (field.kind === 'decimal') return `最多写 ${field.decimals} 位小数`;
  const format = field.kind === 'text' || field.kind === 'textarea' ? field.format : undefined;
  return format ? formatHelp[format] : (SHAPES[field.kind] ?? '请照要求的写法填写');
}

function sayLength(field: Field, code: 'tooShort' | 'tooLong'): string {
  const { minLength = 5, maxLength = 80 } = field.kind === 'text' || field.kind === 'textarea' ? field : {};
  return code === 'tooShort' ? `太短了，至少写 ${minLength} 个字` : `太长了，最多写 ${maxLength} 个字`;
}

const PLAIN: Readonly<Record<Exclude<ErrorCode, 'range' | 'format' | 'tooShort' | 'tooLong'>, string>> = {
  unknownField: '这张表没有这一项，请更新小程序后再试',
  hiddenField: '按前面的回答，这一项不用填，请清空',
  notAllowed: '这个选项不能用，请重新选',
  required: '这一项还没有填',
  type: '这一项填得不对，请重新填写',
  date: '没有这一天或这个时间，请核对',
  checksum: '号码校验不对，多半有一位错了，请逐位核对',
  order: '后一个比前一个早了，请对调或改正',
  duplicate: '和前面的重复了，请删去一个',
  tooFew: '还不够，请再补上',
  tooMany: '太多了，请删去一些',
  mismatch: '和前面填的不一致，请核对',
  conflict: '这几项不能同时选，请去掉一些',
  consent: '要同意这一项才能提交；不同意也可以到窗口办',
};

/** A sentence for one error, beginning with what the field is called. */
export function sayError(form: Form, { field: path, code, check }: FieldError): string {
  const said = checksOf(form.fields).find(({ id }) => id === check)?.say;
  if (said !== undefined) return said;
  const field = fieldAt(form, path);
  if (!field) return `${PLAIN.unknownField}。`;
  const head = (text: string): string => `${field.label}：${text}。`;
  const must = field.kind === 'boolean' ? field.mustBe : undefined;
  if (must?.say !== undefined && must.code === code) return must.say;
  switch (code) {
    case 'range':
      return head(sayRange(field));
    case 'format':
      return head(sayFormat(field));
    case 'tooShort':
    case 'tooLong':
      return head(sayLength(field, code));
    case 'date':
      return field.kind === 'residentId' ? ID_CARD_MESSAGES.birthMissing : head(PLAIN.date);
    case 'checksum':
      return CHECK_DIGITS[field.kind] ?? head(PLAIN.checksum);
    default:
      return head(PLAIN[code]);
  }
}
