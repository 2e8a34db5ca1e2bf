/** residentId, uscc and bankCard: numbers with check digits. */
import { checkDocument } from '../documents';
import type { ErrorCode } from '../error';
import { checkBankCard } from '../../identity/bank-card';
import { creditCodeCheckCharacter } from '../../identity/credit-code';
import { compactUpper, textOf, withoutSpaces, type FieldBase, type Kind } from './kind';

export interface ResidentIdField extends FieldBase {
  readonly kind: 'residentId';
  /** The key beside it that says which document this is; without one it is a resident's identity card. */
  readonly documentType?: string;
}
export interface UsccField extends FieldBase {
  readonly kind: 'uscc';
}
export interface BankCardField extends FieldBase {
  readonly kind: 'bankCard';
}

/** In groups as they are printed: 6-8-4 for identity numbers, fours for cards. */
const grouped = (value: unknown, pattern: RegExp): string => textOf(value).replace(pattern, '$& ').trim();

export const residentId: Kind<ResidentIdField> = {
  clean: compactUpper,
  check: (value, { documentType }, { asOf, sibling }) => {
    if (typeof value !== 'string') return 'type';
    const type = documentType === undefined ? 'residentId' : sibling(documentType);
    return checkDocument(value, textOf(type), asOf);
  },
  show: (value) => textOf(value).replace(/^(\d{6})(\d{8})(\d{3}[\dX])$/, '$1 $2 $3'),
};

// No I, O, S, V, Z. A wrong check digit of the organisation code inside it is the registry's to find.
const USCC = /^[0-9A-HJ-NP-RTUWXY]{18}$/;

function checkUscc(code: string): ErrorCode | undefined {
  if (!USCC.test(code)) return 'format';
  return creditCodeCheckCharacter(code) === code.charAt(17) ? undefined : 'checksum';
}

function checkCard(value: unknown): ErrorCode | undefined {
  if (typeof value !== 'string') return 'type';
  const checked = checkBankCard(value);
  if (checked.ok) return undefined;
  return checked.error === 'checksum' ? 'checksum' : 'format';
}

export const uscc: Kind<UsccField> = {
  clean: compactUpper,
  check: (value) => (typeof value === 'string' ? checkUscc(value) : 'type'),
  show: textOf,
};

export const bankCard: Kind<BankCardField> = {
  clean: withoutSpaces,
  check: checkCard,
  show: (value) => grouped(value, /.{4}/g),
};
