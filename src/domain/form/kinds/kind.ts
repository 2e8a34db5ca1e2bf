/** What every kind of field has, and what a kind must be able to do. One file a kind; ./kinds.ts is the closed list. */
import type { Calendar } from '../../calendar/calendar';
import { tidyNumber, withoutBlanks } from '../../identity/tidy';
import type { Condition } from '../../logic/condition';
import type { CivilDate } from '../../shared/civil-date';
import type { ErrorCode } from '../error';

export interface FieldBase {
  readonly key: string;
  readonly label: string;
  /** Only while shown. Absent means required: optional fields are the exception and say so. */
  readonly required?: boolean | Condition;
  /** Reads only fields before it. Absent means always shown. */
  readonly showIf?: Condition;
  /** Why we ask, in a sentence under the label. */
  readonly why?: string;
  readonly help?: string;
  /** What happens when it is left blank for not knowing; only on optional fields. */
  readonly notSure?: string;
  /** Where the value offered comes from; shown with it, with where to have it corrected. */
  readonly prefill?: string;
  /** It names a person: an identity number, or the date of birth of someone without one. */
  readonly person?: true;
}

export interface KindContext {
  readonly asOf: CivilDate;
  readonly calendar: Calendar;
  /** The cleaned and shown answer of another key of the same object, as far as it has been read. */
  readonly sibling: (key: string) => unknown;
}

export interface Kind<F> {
  /** Removes what people type in passing (spaces); values of the wrong type come back as they are. */
  readonly clean?: (value: unknown, field: F) => unknown;
  /** The first thing wrong with a cleaned value that is not empty. */
  readonly check: (value: unknown, field: F, context: KindContext) => ErrorCode | undefined;
  /** For the page where answers are checked before sending, and for the staff; '' when it cannot be shown. */
  readonly show: (value: unknown, field: F) => string;
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A kind that is one line of text in one pattern. */
export const patternKind = <F extends FieldBase>(patternOf: (field: F) => RegExp): Kind<F> => ({
  check: (value, field) => {
    if (typeof value !== 'string') return 'type';
    return patternOf(field).test(value) ? undefined : 'format';
  },
  show: textOf,
});

/** Identity numbers are typed in groups and in lower case; full-width digits are not converted and fail. */
export const withoutSpaces = (value: unknown): unknown =>
  typeof value === 'string' ? withoutBlanks(value) : value;
export const compactUpper = (value: unknown): unknown =>
  typeof value === 'string' ? tidyNumber(value) : value;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
