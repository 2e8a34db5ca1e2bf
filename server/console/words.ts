/** What the console says of a case: deadlines in words, masked values, events as sentences. */
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import type { Calendar } from '@/domain/calendar/calendar';
import { workdaysBetween } from '@/domain/calendar/workdays';
import { RETURN_REASONS, type CorrectionItem } from '@/domain/case/correction';
import { isOpen, type CaseView } from '@/domain/case/derive';
import {
  PAUSE_REASONS,
  type CaseEvent,
  type CaseFact,
  type DeliveryMethod,
  type FactKind,
} from '@/domain/case/event';
import { RATING_LEVELS } from '@/domain/case/rating';
import { compareDates, formatDate, type CivilDate } from '@/domain/shared/civil-date';

dayjs.extend(utc);

export const DELIVERY_NAMES: Readonly<Record<DeliveryMethod, string>> = {
  electronic: '电子送达',
  window: '窗口领取',
  post: '邮寄',
};

const ROLE_NAMES: Readonly<Record<CaseEvent['actor']['role'], string>> = {
  applicant: '申请人',
  signer: '签名人',
  clerk: '窗口',
  reviewer: '审查',
  supervisor: '督办',
  auditor: '审计',
  system: '系统',
};

/** Runs of digits, in groups too, that are long enough to be a number of a person's: identity, card, phone. */
export const mask = (text: string): string =>
  text.replace(/\d(?: ?\d){6,} ?[\dXx]/g, (digits) => {
    const shown = digits.replace(/ /g, '');
    return `${shown.slice(0, 3)}${'*'.repeat(shown.length - 7)}${shown.slice(-4)}`;
  });

export const isMasked = (text: string): boolean => mask(text) !== text;

export interface Due {
  readonly text: string;
  readonly tone: 'late' | 'soon' | 'fine';
}

/** 还有 3 个工作日, 今天到期, 已超期 2 个工作日. */
export function dueIn(calendar: Calendar, due: CivilDate, today: CivilDate): Due {
  const order = compareDates(due, today);
  if (order === 0) return { text: '今天到期', tone: 'soon' };
  if (order < 0) return { text: `已超期 ${workdaysBetween(calendar, due, today)} 个工作日`, tone: 'late' };
  const left = workdaysBetween(calendar, today, due);
  return { text: `还有 ${left} 个工作日`, tone: left <= 2 ? 'soon' : 'fine' };
}

/** What must be done by when, in a sentence; none where nothing is due. */
export function deadlineOf(view: CaseView, calendar: Calendar, today: CivilDate): Due | undefined {
  if (!isOpen(view.status)) return undefined;
  const { silence, correction, deadline } = view;
  const say = (what: string, due: CivilDate): Due => {
    const { text, tone } = dueIn(calendar, due, today);
    return { text: `${what} ${formatDate(due)}（${text}）`, tone };
  };
  if (silence) return say('受理或一次性告知补正，最迟', silence.due);
  if (correction && view.status === 'correcting') return say('等申请人补正，到', correction.until);
  if (deadline?.due) return say('办结，最迟', deadline.due);
  return deadline
    ? { text: `不计时，已用 ${deadline.counted} 天，共 ${deadline.total} 天`, tone: 'fine' }
    : undefined;
}

/** UTC+8 whatever the server's own zone. */
export const timeOf = (at: number): string => dayjs(at).utcOffset(8).format('YYYY-MM-DD HH:mm');

const itemText = ({ reason, note }: CorrectionItem): string =>
  `${RETURN_REASONS[reason]}${note ? `：${note}` : ''}`;

const withNote = (what: string, ...more: readonly string[]): string =>
  [what, ...more.filter((text) => text.trim() !== '')].join('\n');

const PLAIN = {
  submitted: '提交申请',
  accepted: '受理',
  deemedAccepted: '逾期未告知补正，自收到之日起即为受理',
  resumed: '恢复计时',
  correctionLapsed: '补正期限已过',
  calendarRevised: '节假日安排公布，期限重新计算',
} as const satisfies Partial<Record<FactKind, string>>;

/** With nothing but a note. */
const NOTED = {
  withdrawn: '申请人撤回',
  urged: '申请人催办',
  complained: '申请人投诉',
  complaintAnswered: '答复投诉',
  ratingAnswered: '答复差评',
} as const satisfies Partial<Record<FactKind, string>>;

type Plain = Extract<CaseFact, { kind: keyof typeof PLAIN }>;
type Noted = Extract<CaseFact, { kind: keyof typeof NOTED }>;

const isPlain = (fact: CaseFact): fact is Plain => Object.hasOwn(PLAIN, fact.kind);
const isNoted = (fact: CaseFact): fact is Noted => Object.hasOwn(NOTED, fact.kind);

function detailedSentence(fact: Exclude<CaseFact, Plain | Noted>): string {
  switch (fact.kind) {
    case 'correctionAsked':
      return withNote(`一次性告知补正 ${fact.items.length} 处`, ...fact.items.map(itemText));
    case 'corrected':
      return `补正（第 ${fact.answers} 版）`;
    case 'signed':
      return fact.where === 'phone' ? '本人在手机上签名' : '到窗口签名';
    case 'notAccepted':
      return withNote('不予受理', `依据：${fact.basis}`, fact.note);
    case 'paused':
      return withNote(`进入${PAUSE_REASONS[fact.reason]}，不计时`, fact.note);
    case 'extended':
      return withNote(`延长 ${fact.days} 天`, fact.note);
    case 'reviewed':
      return withNote(`审查意见：${fact.opinion === 'pass' ? '通过' : '不通过'}`, fact.note);
    case 'decided':
      return withNote(`办结：${fact.outcome === 'approved' ? '准予' : '不予'}`, fact.basis, fact.note);
    case 'delivered':
      return withNote(`送达（${DELIVERY_NAMES[fact.method]}）`, fact.note);
    case 'rated':
      return withNote(`评价：${RATING_LEVELS[fact.rating.stars]}`, fact.rating.comment);
  }
}

/** An event as a sentence, its note below. */
export function sentenceOf(fact: CaseFact): string {
  if (isPlain(fact)) return PLAIN[fact.kind];
  return isNoted(fact) ? withNote(NOTED[fact.kind], fact.note) : detailedSentence(fact);
}

export const actorOf = ({ actor }: CaseEvent, names: ReadonlyMap<string, string>): string => {
  const name = names.get(actor.id);
  return name === undefined ? ROLE_NAMES[actor.role] : `${ROLE_NAMES[actor.role]} ${name}`;
};
