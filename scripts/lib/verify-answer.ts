/** What `npm run verify-id` answers to one question, apart from how it is asked and printed. */
import { BANK_CARD_MESSAGES, checkBankCard } from '@/domain/identity/bank-card';
import { checkCreditCode, CREDIT_CODE_MESSAGES, ORGANISATION_KINDS } from '@/domain/identity/credit-code';
import { checkIdCard, ID_CARD_MESSAGES } from '@/domain/identity/id-card';
import { formatDate, type CivilDate } from '@/domain/shared/civil-date';

const KINDS = ['id', 'uscc', 'bankcard'] as const;
export type VerifyKind = (typeof KINDS)[number];

export const verifyKind = (text: string): VerifyKind | undefined => KINDS.find((kind) => kind === text);

export type Verdict =
  | { readonly valid: true; readonly number: string; readonly [more: string]: string | true }
  | { readonly valid: false; readonly code: string; readonly message: string };

const refused = <F extends string>(code: F, messages: Readonly<Record<F, string>>): Verdict => ({
  valid: false,
  code,
  message: messages[code],
});

function verifyIdCard(text: string, asOf: CivilDate): Verdict {
  const checked = checkIdCard(text, asOf);
  if (!checked.ok) return refused(checked.error, ID_CARD_MESSAGES);
  const { number, birthDate, sex } = checked.value;
  return { valid: true, number, birthDate: formatDate(birthDate), sex };
}

function verifyCreditCode(text: string): Verdict {
  const checked = checkCreditCode(text);
  if (!checked.ok) return refused(checked.error, CREDIT_CODE_MESSAGES);
  const { code, kind, region, organisationCode } = checked.value;
  return { valid: true, number: code, kind, kindName: ORGANISATION_KINDS[kind], region, organisationCode };
}

function verifyBankCard(text: string): Verdict {
  const checked = checkBankCard(text);
  return checked.ok ? { valid: true, number: checked.value } : refused(checked.error, BANK_CARD_MESSAGES);
}

/** `asOf`: the day after which no one can have been born. */
export function verify(kind: VerifyKind, text: string, asOf: CivilDate): Verdict {
  switch (kind) {
    case 'id':
      return verifyIdCard(text, asOf);
    case 'uscc':
      return verifyCreditCode(text);
    case 'bankcard':
      return verifyBankCard(text);
  }
}
