/** dateRange and monthRange: `{from, to}`, both ends included, one field with one error. */
import { isFilled } from '../../logic/facts';
import { addMonths, compareDates, daysBetween, type CivilDate } from '../../shared/civil-date';
import type { Bound } from '../bounds';
import type { ErrorCode } from '../error';
import { checkBounds, readDate, readMonth, type Parsed } from '../moments';
import { showDate, showMonth } from './dates';
import { isRecord, type FieldBase, type Kind, type KindContext } from './kind';

interface RangeRules {
  readonly fromNotBefore?: Bound;
  readonly toNotAfter?: Bound;
}

export interface DateRangeField extends FieldBase, RangeRules {
  readonly kind: 'dateRange';
  /** `to` is not later than the corresponding day n months after `from`. */
  readonly maxMonths?: number;
  /** First and last day counted. */
  readonly maxDays?: number;
}

export interface MonthRangeField extends FieldBase, RangeRules {
  readonly kind: 'monthRange';
  /** First and last month counted. */
  readonly maxMonths?: number;
}

type Pair = { readonly from: CivilDate; readonly to: CivilDate } | { readonly code: ErrorCode };

/** Whether the object is a pair of texts: its type, then keys it should not have, then a missing half. */
export function checkShape(value: unknown, keys: readonly string[]): ErrorCode | undefined {
  if (!isRecord(value)) return 'type';
  const parts = keys.map((key) => value[key]);
  if (parts.some((part) => typeof part !== 'string' && part !== undefined && part !== null)) return 'type';
  if (Object.keys(value).some((key) => !keys.includes(key))) return 'unknownField';
  return parts.every(isFilled) ? undefined : 'required';
}

function readPair(value: unknown, read: (value: unknown) => Parsed): Pair {
  const code = checkShape(value, ['from', 'to']);
  if (code || !isRecord(value)) return { code: code ?? 'type' };
  const ends = [read(value['from']), read(value['to'])];
  for (const fault of ['format', 'date'] as const)
    if (ends.some((end) => 'code' in end && end.code === fault)) return { code: fault };
  const [from, to] = ends.flatMap((end) => ('date' in end ? [end.date] : []));
  if (!from || !to) return { code: 'type' };
  return compareDates(from, to) > 0 ? { code: 'order' } : { from, to };
}

const boundsOf = (pair: Pair, rules: RangeRules, context: KindContext): ErrorCode | undefined => {
  if ('code' in pair) return pair.code;
  const { fromNotBefore, toNotAfter } = rules;
  return (
    (fromNotBefore === undefined
      ? undefined
      : checkBounds(pair.from, { notBefore: fromNotBefore }, context)) ??
    (toNotAfter === undefined ? undefined : checkBounds(pair.to, { notAfter: toNotAfter }, context))
  );
};

export const dateRange: Kind<DateRangeField> = {
  check: (value, field, context) => {
    const pair = readPair(value, readDate);
    const code = boundsOf(pair, field, context);
    if (code || 'code' in pair) return code;
    const { maxMonths, maxDays } = field;
    const tooLong =
      (maxMonths !== undefined && compareDates(pair.to, addMonths(pair.from, maxMonths)) > 0) ||
      (maxDays !== undefined && daysBetween(pair.from, pair.to) + 1 > maxDays);
    return tooLong ? 'range' : undefined;
  },
  show: (value) => (isRecord(value) ? `${showDate(value['from'])}至${showDate(value['to'])}` : ''),
};

export const monthRange: Kind<MonthRangeField> = {
  check: (value, field, context) => {
    const pair = readPair(value, readMonth);
    const code = boundsOf(pair, field, context);
    if (code || 'code' in pair) return code;
    const { maxMonths } = field;
    return maxMonths !== undefined && compareDates(pair.to, addMonths(pair.from, maxMonths - 1)) > 0
      ? 'range'
      : undefined;
  },
  show: (value) => (isRecord(value) ? `${showMonth(value['from'])}至${showMonth(value['to'])}` : ''),
};
