/** Whether something may happen to a case; asked before an event is written, and by the screens before they offer it. */
import { compareDates, type CivilDate } from '../shared/civil-date';
import { err, ok, type Result } from '../shared/result';
import { allowedActions } from './actions';
import { newInNotice, targetKey, type CorrectionItem } from './correction';
import type { CaseView } from './derive';
import type { CaseFact, Outcome, Role } from './event';
import { checkRating, type Rating, type RatingFault } from './rating';

export type CaseFault =
  | 'notAllowed'
  | 'correctionEmpty'
  | 'correctionTwice'
  | 'correctionNotOnce'
  | 'noteRequired'
  | 'taskUnknown'
  | 'signatureUnknown'
  | 'tasksDisagree'
  | 'signaturesMissing'
  | 'extensionTooLong'
  | 'complaintUnknown'
  | 'urgedToday'
  | 'answersVersion'
  | RatingFault;

export const CASE_FAULT_MESSAGES: Readonly<Record<CaseFault, string>> = {
  notAllowed: '办件现在的状态不能这样办，请刷新后再看。',
  correctionEmpty: '补正通知没有列出任何字段或材料。',
  correctionTwice: '同一处在通知里列了两次。',
  correctionNotOnce: '补正要一次性告知：再次通知只能列上次通知过、仍不合格的地方。',
  noteRequired: '请写明理由。',
  taskUnknown: '这个办件没有这一项任务。',
  signatureUnknown: '这个签名已经签过，或不用签了。',
  tasksDisagree: '有部门意见为不通过，不能办结为通过。',
  signaturesMissing: '还有人没有签名，不能办结为通过。',
  extensionTooLong: '延长的天数超过规定。',
  complaintUnknown: '没有这条投诉，或已经答复。',
  urgedToday: '今天已经催办过，请等经办人答复。',
  answersVersion: '提交的内容不是最新的版本，请刷新后再改。',
  ratingReasonRequired: '请选择不满意的原因，我们据此整改。',
  ratingCommentRequired: '选择了“其他”，请写几句说明。',
};

function checkNotice(view: CaseView, items: readonly CorrectionItem[]): CaseFault | undefined {
  if (items.length === 0) return 'correctionEmpty';
  if (new Set(items.map(({ target }) => targetKey(target))).size < items.length) return 'correctionTwice';
  return newInNotice(view.named, items).length > 0 ? 'correctionNotOnce' : undefined;
}

const blank = (text: string): boolean => text.trim() === '';

/** A refusal states its clause and its reason, whatever the step. */
function lacksReason(fact: CaseFact): boolean {
  switch (fact.kind) {
    case 'notAccepted':
      return blank(fact.note) || blank(fact.basis);
    case 'decided':
      return fact.outcome === 'refused' && (blank(fact.note) || blank(fact.basis));
    case 'reviewed':
      return fact.opinion === 'fail' && blank(fact.note);
    case 'paused':
    case 'extended':
    case 'complained':
    case 'complaintAnswered':
    case 'ratingAnswered':
      return blank(fact.note);
    default:
      return false;
  }
}

const disagrees = ({ tasks }: CaseView, outcome: Outcome): boolean =>
  outcome === 'approved' && tasks.some(({ opinion }) => opinion === 'fail');

function decisionFault(view: CaseView, outcome: Outcome): CaseFault | undefined {
  if (disagrees(view, outcome)) return 'tasksDisagree';
  return outcome === 'approved' && view.unsigned.length > 0 ? 'signaturesMissing' : undefined;
}

const isUnanswered = ({ complaints }: CaseView, complaint: number): boolean =>
  complaints.some(({ seq, answered }) => seq === complaint && !answered);

function ratingFault(rating: Rating): RatingFault | undefined {
  const checked = checkRating(rating);
  return checked.ok ? undefined : checked.error;
}

const isExtension = ({ rules }: CaseView, days: number): boolean => days > 0 && days <= rules.extensionDays;

/** Of what residents do. */
function ownFault(view: CaseView, fact: CaseFact, asOf: CivilDate): CaseFault | undefined {
  switch (fact.kind) {
    case 'corrected':
      return fact.answers === view.answers + 1 ? undefined : 'answersVersion';
    case 'signed':
      return view.unsigned.includes(fact.signature) ? undefined : 'signatureUnknown';
    case 'urged':
      return view.urgedOn && compareDates(view.urgedOn, asOf) === 0 ? 'urgedToday' : undefined;
    case 'rated':
      return ratingFault(fact.rating);
    default:
      return undefined;
  }
}

/** Of what the office does. */
function officeFault(view: CaseView, fact: CaseFact): CaseFault | undefined {
  switch (fact.kind) {
    case 'correctionAsked':
      return checkNotice(view, fact.items);
    case 'extended':
      return isExtension(view, fact.days) ? undefined : 'extensionTooLong';
    case 'reviewed':
      return view.tasks.some(({ id }) => id === fact.task) ? undefined : 'taskUnknown';
    case 'decided':
      return decisionFault(view, fact.outcome);
    case 'complaintAnswered':
      return isUnanswered(view, fact.complaint) ? undefined : 'complaintUnknown';
    default:
      return undefined;
  }
}

const faultOf = (view: CaseView, fact: CaseFact, asOf: CivilDate): CaseFault | undefined =>
  ownFault(view, fact, asOf) ?? officeFault(view, fact) ?? (lacksReason(fact) ? 'noteRequired' : undefined);

/** `view` derived for `asOf`. Each refusal has its code. */
export function admit(
  view: CaseView,
  role: Role,
  fact: CaseFact,
  asOf: CivilDate,
): Result<CaseFact, CaseFault> {
  if (fact.kind === 'submitted' || !allowedActions(view, role).includes(fact.kind)) return err('notAllowed');
  const fault = faultOf(view, fact, asOf);
  return fault ? err(fault) : ok(fact);
}
