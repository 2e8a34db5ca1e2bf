/** choice (one) and multi (any number). */
import type { ErrorCode } from '../error';
import { textOf, type FieldBase, type Kind } from './kind';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  /** What an empty answer means to conditions and to other fields. */
  readonly default?: string;
}

export interface MultiField extends FieldBase {
  readonly kind: 'multi';
  readonly options: readonly Option[];
  readonly minCount?: number;
  readonly maxCount?: number;
  /** The option that stands alone (无). */
  readonly exclusive?: string;
  /** Every option has to be ticked (a pledge item by item), and the code otherwise. */
  readonly all?: ErrorCode;
}

const has = (options: readonly Option[], value: string): boolean =>
  options.some((option) => option.value === value);

const labelOf = (options: readonly Option[], value: unknown): string =>
  options.find((option) => option.value === value)?.label ?? textOf(value);

const isText = (value: unknown): value is string => typeof value === 'string';

function checkMulti(value: unknown, field: MultiField): ErrorCode | undefined {
  if (!Array.isArray(value) || !value.every(isText)) return 'type';
  const { options, minCount = 0, maxCount = options.length, exclusive, all } = field;
  if (!value.every((item) => has(options, item))) return 'notAllowed';
  if (new Set(value).size < value.length) return 'duplicate';
  if (value.length < minCount) return 'tooFew';
  if (value.length > maxCount) return 'tooMany';
  if (exclusive !== undefined && value.length > 1 && value.includes(exclusive)) return 'conflict';
  return value.length < options.length ? all : undefined;
}

export const choice: Kind<ChoiceField> = {
  check: (value, { options }) => {
    if (!isText(value)) return 'type';
    return has(options, value) ? undefined : 'notAllowed';
  },
  show: (value, { options }) => labelOf(options, value),
};

export const multi: Kind<MultiField> = {
  check: checkMulti,
  show: (value, { options }) =>
    Array.isArray(value) ? value.map((item) => labelOf(options, item)).join('、') : '',
};
