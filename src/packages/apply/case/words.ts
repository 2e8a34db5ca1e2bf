/** A case in a sentence, and each thing that happened to it. */
import { PAUSE_REASONS, type CaseEvent, type CaseFact } from '@/domain/case/event';
import type { CaseView } from '@/domain/case/derive';
import type { ClockDay, Pause } from '@/domain/case/clock';
import { RATING_LEVELS } from '@/domain/case/rating';
import { isBefore, type CivilDate } from '@/domain/shared/civil-date';
import { dayText } from '@/components/moments';

function dueText({ deadline }: CaseView, today: CivilDate): string {
  const due = deadline?.due;
  if (due === undefined) return '';
  return isBefore(due, today)
    ? `，应在 ${dayText(due, today)}前办结，已超期，可以催办或投诉`
    : `，预计 ${dayText(due, today)}前办结`;
}

const silenceText = ({ silence }: CaseView, today: CivilDate): string =>
  silence === undefined ? '' : `；最迟 ${dayText(silence.due, today)}告诉您要不要补材料，不告诉就算受理`;

const OUTCOMES = { approved: '通过', refused: '不予通过' } as const;
const DELIVERIES = { electronic: '电子送达', window: '请到窗口领取', post: '已邮寄' } as const;

const pausedFor = ({ pauses }: CaseView): string => {
  const open = pauses.find(({ to }) => to === undefined);
  return open === undefined ? '' : `（${pauseName(open.why)}）`;
};

export const pauseName = (why: Pause['why']): string =>
  why === 'correction' ? '等您补正' : PAUSE_REASONS[why];

const correctingText = ({ correction }: CaseView, today: CivilDate): string => {
  if (correction === undefined) return '等您补正';
  const until = dayText(correction.until, today);
  return correction.lapsed ? `补正期限 ${until}已过，还可以补，请尽快` : `等您补正，请在 ${until}前补好`;
};

/** 正在由区民政局审核，预计 12 月 2 日前办结 */
export function sentenceOf(view: CaseView, department: string, today: CivilDate): string {
  switch (view.status) {
    case 'submitted':
      if (view.unsigned.length > 0)
        return `已提交，还差 ${view.unsigned.length} 人签名，签齐后${department}才受理。`;
      return `已提交，等${department}受理${silenceText(view, today)}。`;
    case 'corrected':
      if (view.unsigned.length > 0)
        return `已补正，还差 ${view.unsigned.length} 人签名，签齐后${department}才受理。`;
      return `已补正，等${department}受理${silenceText(view, today)}。`;
    case 'correcting':
      return `${correctingText(view, today)}。`;
    case 'accepted':
    case 'reviewing':
      return `正在由${department}审核${dueText(view, today)}。`;
    case 'paused':
      return `正在走特别程序${pausedFor(view)}，这段时间不计入办理期限。`;
    case 'decided':
      return `已办结：${view.outcome === undefined ? '' : OUTCOMES[view.outcome]}，等待送达。`;
    case 'delivered':
      return `已办结并送达：${view.outcome === undefined ? '' : OUTCOMES[view.outcome]}。`;
    case 'notAccepted':
      return '不予受理，理由和依据在下面。';
    case 'withdrawn':
      return view.withdrawnBy === 'lapse' ? '补正期限已过，按撤回处理。' : '您已撤回。';
  }
}

const noted = (text: string, note: string): string => (note.trim() === '' ? text : `${text}：${note}`);

/** What the office did. */
function officeText(fact: CaseFact): string | undefined {
  switch (fact.kind) {
    case 'correctionAsked':
      return `通知补正 ${fact.items.length} 处`;
    case 'accepted':
      return '已受理';
    case 'deemedAccepted':
      return '期限内没有要求补正，视为受理';
    case 'notAccepted':
      return noted(`不予受理（依据：${fact.basis}）`, fact.note);
    case 'paused':
      return noted(`进入特别程序：${PAUSE_REASONS[fact.reason]}，不计时`, fact.note);
    case 'resumed':
      return '特别程序结束，继续计时';
    case 'extended':
      return noted(`延长 ${fact.days} 日`, fact.note);
    case 'reviewed':
      return noted(fact.opinion === 'pass' ? '一项审核通过' : '一项审核未通过', fact.note);
    case 'decided':
      return noted(
        `办结：${OUTCOMES[fact.outcome]}${fact.basis === '' ? '' : `（依据：${fact.basis}）`}`,
        fact.note,
      );
    case 'delivered':
      return noted(DELIVERIES[fact.method], fact.note);
    case 'complaintAnswered':
      return noted('投诉已答复', fact.note);
    case 'ratingAnswered':
      return noted('差评已核实答复', fact.note);
    default:
      return undefined;
  }
}

/** What the person did, those who sign, or the days. */
function ownText(fact: CaseFact): string {
  switch (fact.kind) {
    case 'submitted':
      return '您提交了申请';
    case 'corrected':
      return '您提交了补正';
    case 'withdrawn':
      return noted('您撤回了申请', fact.note);
    case 'urged':
      return noted('您催办了一次', fact.note);
    case 'complained':
      return noted('您投诉了', fact.note);
    case 'rated':
      return `您评价：${RATING_LEVELS[fact.rating.stars]}`;
    case 'signed':
      return fact.where === 'phone' ? '一位签名人在手机上签了名' : '一位签名人到窗口签了名';
    case 'correctionLapsed':
      return '补正期限已过';
    case 'calendarRevised':
      return '放假安排公布，办结日期重新计算';
    default:
      return fact.kind;
  }
}

export const eventText = ({ fact }: CaseEvent): string => officeText(fact) ?? ownText(fact);

/** 周末, 国庆节, 等您补正…: why a day does not count; undefined for one that does. */
export function skippedName({ why, number }: ClockDay): string | undefined {
  if (number !== undefined) return undefined;
  switch (why.kind) {
    case 'weekend':
      return '周末';
    case 'holiday':
      return why.name;
    case 'paused':
      return pauseName(why.reason);
    case 'workday':
    case 'makeUp':
      return '顺延';
  }
}
