/** Between what is typed and what an answer is. What cannot be read stays as typed, and the form says what is wrong. */
import { textOf } from '@/domain/form/kinds/kind';

/** Whole cents, out of digits alone: 0.1 × 3 has no place here. */
export function centsOf(text: string): number | string {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (match === null) return text;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

export function yuanText(value: unknown): string {
  if (typeof value !== 'number') return textOf(value);
  const rest = value % 100;
  const whole = String((value - rest) / 100);
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(2, '0')}`;
}

export const wholeOf = (text: string): number | string =>
  /^-?\d{1,12}$/.test(text.trim()) ? Number(text) : text;

export const decimalOf = (text: string): number | string =>
  /^-?\d{1,12}(\.\d{1,9})?$/.test(text.trim()) ? Number(text) : text;

export const numberText = (value: unknown): string =>
  typeof value === 'number' ? String(value) : textOf(value);

/** The id of an element for a path: `members[0].idNo` → `f-members-0-idNo` */
export const anchorOf = (path: string): string => `f-${path.replace(/[^A-Za-z0-9]+/g, '-')}`;

/** 2.1 MB */
export function sizeText(bytes: number): string {
  const tenths = Math.max(1, Math.round((bytes / 1_048_576) * 10));
  return bytes < 104_858 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${tenths / 10} MB`;
}
