/** Where an entitlement stands, as a sentence, and what happened, as lines. */
import type { EntitlementEvent, EntitlementFact } from '@/domain/matching/event';
import type { EntitlementStatus, EntitlementView } from '@/domain/matching/state';
import { PERIOD_WORDS, yuan } from '../words';

export const moneyWords = ({ cents, per }: Pick<EntitlementView, 'cents' | 'per'>): string => {
  if (per === 'none') return '费用全免或由基金代缴';
  return cents === null ? '金额待责任部门公布' : `${PERIOD_WORDS[per]} ${yuan(cents)}`;
};

const STOPPED = {
  notListed: '最近一次数据比对没有列入，已停发。有不同意见可以提出。',
  asked: '按您的要求，不再发放。',
  decided: '核实后停发，理由见下面。有不同意见可以提出。',
} as const;

const SENTENCES = {
  matched: '您在名单上，等待公示。',
  awaiting: '请确认要不要领，以及打到哪个账户。',
  paid: '已经拨付，到账时间以银行为准。',
  deducted: '缴费时已经直接减了。',
  declined: '您选择了不领。',
  disputed: '您提的异议正在核实，答复会发到消息里。',
  accountFault: '银行退回了这笔钱，请换一个账户。',
  expired: '这项政策到期了。',
  awaitingSuccessor: '这项政策到期了，正在等接续的文件。有了会告诉您。',
} as const satisfies Partial<Record<EntitlementStatus, string>>;

/** What is so now, and who does what next. */
export function sentenceOf({ status, notice, account, stop }: EntitlementView): string {
  switch (status) {
    case 'notice':
      return `正在公示，到 ${notice?.until ?? ''} 为止。姓名和号码已隐去。`;
    case 'paying':
      return account === undefined ? '正在拨付，不用再做什么。' : `正在拨付到 ${account}。`;
    case 'stopped':
      return STOPPED[stop ?? 'decided'];
    default:
      return SENTENCES[status];
  }
}

export const STATUS_KINDS: Readonly<Record<EntitlementStatus, 'info' | 'wait' | 'stop' | 'done'>> = {
  matched: 'info',
  notice: 'wait',
  awaiting: 'wait',
  paying: 'wait',
  paid: 'done',
  deducted: 'done',
  declined: 'info',
  disputed: 'wait',
  accountFault: 'stop',
  stopped: 'stop',
  expired: 'wait',
  awaitingSuccessor: 'wait',
};

const ANSWERS = { kept: '维持', corrected: '已改正', removed: '不在名单上' } as const;

const HAPPENED = {
  noticeEnded: '公示结束',
  declined: '您选择不领',
  successorAwaited: '政策到期，等接续文件',
  continued: '政策已接续',
} as const satisfies Partial<Record<EntitlementFact['kind'], string>>;

function factWords(fact: EntitlementFact): string {
  switch (fact.kind) {
    case 'matched':
    case 'rematched':
      return `按 ${fact.on} 的数据列入名单`;
    case 'noticed':
      return `开始公示，到 ${fact.until}`;
    case 'confirmed':
      return `您确认领取，账户 ${fact.account}`;
    case 'objected':
      return `您提出异议：${fact.note}`;
    case 'objectionAnswered':
      return `异议答复：${ANSWERS[fact.outcome]}。${fact.note}`;
    case 'paid':
      return `${fact.on} 拨付 ${yuan(fact.cents)}`;
    case 'deducted':
      return `${fact.on} 缴费时已减`;
    case 'accountFailed':
      return `账户收不到钱：${fact.note}`;
    case 'accountChanged':
      return `您换了账户 ${fact.account}`;
    case 'stopped':
      return `停发${fact.note === '' ? '' : `：${fact.note}`}`;
    default:
      return HAPPENED[fact.kind];
  }
}

/** The latest first; nobody reads more than so many. */
export const logOf = (
  events: readonly EntitlementEvent[],
): readonly { seq: number; at: number; text: string }[] =>
  [...events]
    .reverse()
    .slice(0, 30)
    .map(({ seq, at, fact }) => ({ seq, at, text: factWords(fact) }));
