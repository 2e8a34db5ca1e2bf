/** date, month and dateTime: one point in time. */
import type { ErrorCode } from '../error';
import { checkBounds, readDate, readDateTime, readMonth, type DateRules, type Parsed } from '../moments';
import { textOf, type FieldBase, type Kind, type KindContext } from './kind';

export interface DateField extends FieldBase, DateRules {
  readonly kind: 'date';
}
export interface MonthField extends FieldBase, DateRules {
  readonly kind: 'month';
}
export interface DateTimeField extends FieldBase, DateRules {
  readonly kind: 'dateTime';
}

const checkMoment =
  (read: (value: unknown) => Parsed) =>
  (value: unknown, rules: DateRules, context: KindContext): ErrorCode | undefined => {
    const parsed = read(value);
    return 'code' in parsed ? parsed.code : checkBounds(parsed.date, rules, context);
  };

const said = (text: string): string => {
  const [year = '', month = '', day] = text.split('-');
  return `${Number(year)} 年 ${Number(month)} 月${day === undefined ? '' : ` ${Number(day)} 日`}`;
};

/** @example showDate('2026-11-03') // '2026 年 11 月 3 日' */
export const showDate = (value: unknown): string => ('date' in readDate(value) ? said(textOf(value)) : '');
export const showMonth = (value: unknown): string => ('date' in readMonth(value) ? said(textOf(value)) : '');

const showDateTime = (value: unknown): string =>
  'date' in readDateTime(value) ? `${said(textOf(value).slice(0, 10))} ${textOf(value).slice(11)}` : '';

export const date: Kind<DateField> = { check: checkMoment(readDate), show: showDate };
export const month: Kind<MonthField> = { check: checkMoment(readMonth), show: showMonth };
export const dateTime: Kind<DateTimeField> = { check: checkMoment(readDateTime), show: showDateTime };
