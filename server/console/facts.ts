/** Forms of the console to events; whether an event may happen is the domain's to say. */
import type { Action } from '@/domain/case/actions';
import {
  RETURN_REASONS,
  type CorrectionItem,
  type CorrectionTarget,
  type ReturnReason,
} from '@/domain/case/correction';
import { PAUSE_REASONS, type CaseFact, type PauseReason } from '@/domain/case/event';
import { fieldOf, type Fields } from './route';

const MAX_NOTE = 500;

const noteIn = (fields: Fields, name = 'note'): string => fieldOf(fields, name).slice(0, MAX_NOTE);

export const isReason = (text: string): text is ReturnReason => Object.hasOwn(RETURN_REASONS, text);
const isPause = (text: string): text is PauseReason => Object.hasOwn(PAUSE_REASONS, text);

/** `field:bank.cardNo`, `material:lease`; nothing else. */
export function targetFrom(key: string): CorrectionTarget | undefined {
  const at = key.indexOf(':');
  const [kind, rest] = [key.slice(0, at), key.slice(at + 1)];
  if (rest === '') return undefined;
  if (kind === 'field') return { kind: 'field', path: rest };
  return kind === 'material' ? { kind: 'material', id: rest } : undefined;
}

/** What was ticked, each with its reason and note. */
export const itemsFrom = (fields: Fields): readonly CorrectionItem[] =>
  (fields.get('pick') ?? []).flatMap((key) => {
    const target = targetFrom(key);
    const reason = fieldOf(fields, `reason:${key}`);
    return target && isReason(reason) ? [{ target, reason, note: noteIn(fields, `note:${key}`) }] : [];
  });

const wholeNumber = (text: string): number => (/^\d{1,4}$/.test(text) ? Number(text) : 0);

function deliveryFrom(fields: Fields): CaseFact | undefined {
  const method = (['electronic', 'window', 'post'] as const).find((one) => one === fieldOf(fields, 'method'));
  return method && { kind: 'delivered', method, note: noteIn(fields) };
}

function decisionFrom(fields: Fields): CaseFact | undefined {
  const outcome = (['approved', 'refused'] as const).find((one) => one === fieldOf(fields, 'outcome'));
  return outcome && { kind: 'decided', outcome, basis: noteIn(fields, 'basis'), note: noteIn(fields) };
}

function opinionFrom(fields: Fields): CaseFact | undefined {
  const opinion = (['pass', 'fail'] as const).find((one) => one === fieldOf(fields, 'opinion'));
  return opinion && { kind: 'reviewed', task: fieldOf(fields, 'task'), opinion, note: noteIn(fields) };
}

/** `undefined`: the form was not filled in, or the action is not staff's. */
export function factFrom(action: Action, fields: Fields): CaseFact | undefined {
  switch (action) {
    case 'accepted':
    case 'resumed':
      return { kind: action };
    case 'correctionAsked':
      return { kind: action, items: itemsFrom(fields) };
    case 'notAccepted':
      return { kind: action, basis: noteIn(fields, 'basis'), note: noteIn(fields) };
    case 'paused': {
      const reason = fieldOf(fields, 'reason');
      return isPause(reason) ? { kind: action, reason, note: noteIn(fields) } : undefined;
    }
    case 'extended':
      return { kind: action, days: wholeNumber(fieldOf(fields, 'days')), note: noteIn(fields) };
    case 'reviewed':
      return opinionFrom(fields);
    case 'decided':
      return decisionFrom(fields);
    case 'delivered':
      return deliveryFrom(fields);
    case 'complaintAnswered':
      return { kind: action, complaint: wholeNumber(fieldOf(fields, 'complaint')), note: noteIn(fields) };
    case 'ratingAnswered':
      return { kind: action, note: noteIn(fields) };
    default:
      return undefined;
  }
}

/** These go to the person in words: they are shown first. */
export const needsPreview = (action: Action): boolean =>
  ['correctionAsked', 'notAccepted', 'decided'].includes(action);
