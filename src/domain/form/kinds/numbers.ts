/** int, money (whole cents) and decimal. */
import type { ErrorCode } from '../error';
import type { FieldBase, Kind } from './kind';

interface WholeRules {
  readonly min?: number;
  readonly max?: number;
  readonly multipleOf?: number;
}

export interface IntField extends FieldBase, WholeRules {
  readonly kind: 'int';
  readonly unit?: string;
}

/** In cents. */
export interface MoneyField extends FieldBase, WholeRules {
  readonly kind: 'money';
}

export interface DecimalField extends FieldBase {
  readonly kind: 'decimal';
  /** Digits after the point, at most. */
  readonly decimals: number;
  readonly min?: number;
  readonly above?: number;
  readonly max?: number;
  readonly unit?: string;
}

function checkWhole(value: unknown, { min, max, multipleOf }: WholeRules): ErrorCode | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) return 'type';
  if ((min !== undefined && value < min) || (max !== undefined && value > max)) return 'range';
  return multipleOf !== undefined && value % multipleOf !== 0 ? 'range' : undefined;
}

/** Digits after the point as JSON wrote them: 1e-7 has seven. */
export function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent));
}

function checkDecimal(value: unknown, { decimals, min, above, max }: DecimalField): ErrorCode | undefined {
  if (typeof value !== 'number') return 'type';
  if (decimalsOf(value) > decimals) return 'format';
  if ((min !== undefined && value < min) || (above !== undefined && value <= above)) return 'range';
  return max !== undefined && value > max ? 'range' : undefined;
}

/** Thousands apart by commas; WeChat has no Intl to rely on. */
const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** @example showMoney(123450) // '1,234.50 元' */
export function showMoney(cents: number): string {
  const amount = Math.abs(cents);
  const yuan = grouped(String(Math.floor(amount / 100)));
  return `${cents < 0 ? '−' : ''}${yuan}.${String(amount % 100).padStart(2, '0')} 元`;
}

const showNumber = (value: unknown, unit = ''): string =>
  typeof value === 'number' ? `${value}${unit && ` ${unit}`}` : '';

export const int: Kind<IntField> = { check: checkWhole, show: (value, { unit }) => showNumber(value, unit) };

export const money: Kind<MoneyField> = {
  check: checkWhole,
  show: (value) => (typeof value === 'number' ? showMoney(value) : ''),
};

export const decimal: Kind<DecimalField> = {
  check: checkDecimal,
  show: (value, { unit }) => showNumber(value, unit),
};
