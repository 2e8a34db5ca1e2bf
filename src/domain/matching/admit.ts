/** Whether something may happen to an entitlement; asked before an event is written, and by screens before they offer it. */
import type { Role } from '../case/event';
import { checkBankCard, type BankCardFault } from '../identity/bank-card';
import { compareDates, parseDate, type CivilDate } from '../shared/civil-date';
import { err, ok, type Result } from '../shared/result';
import { allowedActions } from './actions';
import type { EntitlementFact } from './event';
import type { EntitlementView } from './state';

export type EntitlementFault =
  'notAllowed' | 'noteRequired' | 'noticeTooShort' | 'badDay' | 'badAmount' | `account.${BankCardFault}`;

const blank = (text: string): boolean => text.trim() === '';
const isAmount = (cents: number): boolean => Number.isSafeInteger(cents) && cents >= 0;

const noticeFault = (until: string, asOf: CivilDate): EntitlementFault | undefined => {
  const day = parseDate(until);
  if (!day) return 'badDay';
  return compareDates(day, asOf) > 0 ? undefined : 'noticeTooShort';
};

/** Nothing is paid on a day that has not come. */
const dayFault = (on: string, asOf: CivilDate): EntitlementFault | undefined => {
  const day = parseDate(on);
  return day && compareDates(day, asOf) <= 0 ? undefined : 'badDay';
};

function accountFault(account: string): EntitlementFault | undefined {
  const checked = checkBankCard(account);
  return checked.ok ? undefined : `account.${checked.error}`;
}

const noteFault = (note: string): EntitlementFault | undefined => (blank(note) ? 'noteRequired' : undefined);

function answerFault({
  outcome,
  cents = -1,
  note,
}: Extract<EntitlementFact, { kind: 'objectionAnswered' }>): EntitlementFault | undefined {
  return noteFault(note) ?? (outcome === 'corrected' && !isAmount(cents) ? 'badAmount' : undefined);
}

function faultOf(role: Role, fact: EntitlementFact, asOf: CivilDate): EntitlementFault | undefined {
  switch (fact.kind) {
    case 'noticed':
      return noticeFault(fact.until, asOf);
    case 'confirmed':
    case 'accountChanged':
      return accountFault(fact.account);
    case 'objected':
    case 'accountFailed':
      return noteFault(fact.note);
    case 'objectionAnswered':
      return answerFault(fact);
    case 'paid':
      return isAmount(fact.cents) ? dayFault(fact.on, asOf) : 'badAmount';
    case 'deducted':
      return dayFault(fact.on, asOf);
    case 'stopped':
      // The person need not say why; an office must.
      return role === 'reviewer' ? noteFault(fact.note) : undefined;
    case 'continued':
      return fact.lastDay === undefined ? undefined : noticeFault(fact.lastDay, asOf);
    default:
      return undefined;
  }
}

/** `view` derived for `asOf`. Each refusal has its code. */
export function admit(
  view: EntitlementView,
  role: Role,
  fact: EntitlementFact,
  asOf: CivilDate,
): Result<EntitlementFact, EntitlementFault> {
  if (fact.kind === 'matched' || !allowedActions(view, role).includes(fact.kind)) return err('notAllowed');
  const fault = faultOf(role, fact, asOf);
  return fault ? err(fault) : ok(fact);
}
