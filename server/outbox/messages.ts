/** What the person is told of an event: a title, and what to do now. No name, no number of a person's. */
import type { CaseFact, FactKind } from '@/domain/case/event';
import { showReceiptNumber } from '@/domain/case/receipt-number';

export interface MessageText {
  readonly title: string;
  readonly body: string;
}

type Words = readonly [title: string, rest: string];

const OWN: Words = ['已收到', '已收到。'];

/** Title, and what follows `「事项」（受理编号 …）`; the rest depends on what is in the event. */
const WORDS: Readonly<Record<Exclude<FactKind, 'correctionAsked' | 'extended' | 'decided'>, Words>> = {
  submitted: ['已收到您的申请', '已提交。受理后会再告诉您办结的日期。'],
  signed: ['有人签了名', '有一位签名人签好了。签齐以后才受理，还差谁请打开办件看。'],
  accepted: ['已受理', '已受理，打开办件可以看办结的日期。'],
  deemedAccepted: ['已视为受理', '5 个工作日内没有收到补正通知，依法自收到之日起即为受理。'],
  notAccepted: ['不予受理', '没有受理。依据、理由和可以怎么办，请打开办件看。'],
  paused: ['暂停计时', '进入依法不计入期限的程序，这段时间不算在办理时间里。'],
  resumed: ['恢复计时', '恢复办理，新的办结日期请打开办件看。'],
  reviewed: ['审查有进展', '一个部门已经提出意见，正在继续办理。'],
  delivered: ['已送达', '结果已经送出。欢迎评价，也可以不评。'],
  correctionLapsed: ['补正期限已过', '补正的期限已过，请打开办件看现在可以怎么办。'],
  complaintAnswered: ['投诉有了答复', '您的投诉已经答复，请打开办件看。'],
  ratingAnswered: ['评价有了答复', '您的评价已经答复，请打开办件看。'],
  calendarRevised: ['办结日期有变', '节假日安排公布，办结日期重新计算，请打开办件看。'],
  corrected: OWN,
  withdrawn: OWN,
  urged: OWN,
  complained: OWN,
  rated: OWN,
};

function wordsOf(fact: CaseFact): Words {
  switch (fact.kind) {
    case 'correctionAsked':
      return ['请补正', `有 ${fact.items.length} 处要改。打开办件，只改列出的地方，其他内容都还在。`];
    case 'extended':
      return ['延长了期限', `经批准延长 ${fact.days} 天，理由和新的办结日期请打开办件看。`];
    case 'decided':
      return fact.outcome === 'approved'
        ? ['已办结', '已经办好，结果请打开办件看。']
        : ['已办结：不予', '没有批准。依据、理由和申请复议的办法，请打开办件看。'];
    default:
      return WORDS[fact.kind];
  }
}

export function messageFor(
  fact: CaseFact,
  { item, receipt }: { readonly item: string; readonly receipt: string },
): MessageText {
  const [title, rest] = wordsOf(fact);
  return { title, body: `「${item}」（受理编号 ${showReceiptNumber(receipt)}）${rest}` };
}
