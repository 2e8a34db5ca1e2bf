import type { ErrorCode } from '../error';
import { formatPatterns, type TextFormat } from '../text-formats';
import { textOf, type FieldBase, type Kind } from './kind';

/** text, textarea and address differ in the control only; address has the length of all addresses here. */
export interface TextField extends FieldBase {
  readonly kind: 'text' | 'textarea';
  /** In Unicode code points, after trimming. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: TextFormat;
}

export interface AddressField extends FieldBase {
  readonly kind: 'address';
}

const ADDRESS = { minLength: 5, maxLength: 80 };

interface TextRules {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: TextFormat;
}

const trim = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value);

function checkText(value: unknown, rules: TextRules): ErrorCode | undefined {
  if (typeof value !== 'string') return 'type';
  const length = [...value].length;
  if (rules.minLength !== undefined && length < rules.minLength) return 'tooShort';
  if (rules.maxLength !== undefined && length > rules.maxLength) return 'tooLong';
  return rules.format && !formatPatterns[rules.format].test(value) ? 'format' : undefined;
}

export const text: Kind<TextField> = { clean: trim, check: checkText, show: textOf };

export const address: Kind<AddressField> = {
  clean: trim,
  check: (value) => checkText(value, ADDRESS),
  show: textOf,
};
