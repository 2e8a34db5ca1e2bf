/** Whom an event is told to: the company in its inbox, the intermediaries by mail with the outcome only. */
import { MAIN_STATES } from '@/domain/certificate/actions';
import type { IntermediaryNotice } from '@/domain/certificate/disclosure';
import type { Action } from '@/domain/certificate/events';
import { showReceiptNumber } from '@/domain/case/receipt-number';
import { canonical } from '../crypto/canonical';
import type { Message } from '../cases/write';
import { newId } from '../ids';
import type { MessageText } from '../outbox/messages';
import type { CaseHead } from './project';
import type { StoredEvent } from './stored';

export const TOPIC = 'certificate.';
export const NOTICE = 'certificate.notice';

type Words = readonly [title: string, rest: string];

/** Title, and what follows `上市无违规证明（受理编号 …）`. What departments do among themselves is not told. */
const WORDS: Readonly<Partial<Record<Action, Words>>> = {
  submitted: ['已收到您的申请', '已提交。受理后当天分派给各部门，打开可以看每个部门的进度。'],
  correctionAsked: ['请补正', '有几处要改。打开办件，只改列出的地方，其他内容都还在。'],
  rejected: ['不予受理', '没有受理，理由和可以怎么办请打开办件看。'],
  accepted: ['已受理', '已受理并分派给各部门，从下一个工作日起算 7 个工作日。'],
  asked: ['请补充说明', '有部门要您说明一件事。答复之前停止计时，请打开办件尽早答复。'],
  extended: ['延长了期限', '经批准延长，理由和新的日期请打开办件看。'],
  decided: ['有了结论', '各部门已经答完，结论请打开办件看。'],
  replaced: ['证明已换发', '旧证明不再有效，新证明请打开办件看。'],
  revoked: ['证明已撤销', '这份证明不再有效，理由请打开办件看。'],
  handedOver: ['证明已送达', '证明已经送出。欢迎评价，也可以不评。'],
  complaintAnswered: ['投诉有了答复', '您的投诉已经答复，请打开办件看。'],
};

const isTold = (kind: Action): boolean => kind in WORDS;

/** An intermediary is told what came out, and when it no longer holds. */
const NOTICED: readonly Action[] = ['decided', 'replaced', 'revoked'];

export const isNoticed = (kind: Action): boolean => NOTICED.includes(kind);

export function certificateText(kind: Action, receipt: string): MessageText | undefined {
  const words = WORDS[kind];
  return (
    words && { title: words[0], body: `上市无违规证明（受理编号 ${showReceiptNumber(receipt)}）${words[1]}` }
  );
}

/** The outcome and nothing that leads further: no link, no code to look the certificate up with, no record. */
export function noticeText(
  name: string,
  { companyName, outcome, certificateNumber }: IntermediaryNotice,
): MessageText {
  const word = MAIN_STATES[outcome];
  const number = certificateNumber === undefined ? '' : `（证明编号 ${certificateNumber}）`;
  return {
    title: `${companyName} 上市无违规证明：${word}`,
    body: [
      `${name}：`,
      '',
      `${companyName} 申请上市无违规证明时，请我们把结果抄送贵机构。`,
      `结果：${word}${number}`,
      '',
      '本邮件只告知结果，不含任何记录，也不附带查询的权利；要了解其他情况，请与该企业联系。',
      '本邮件由系统自动发出，请不要回复。',
      '',
    ].join('\n'),
  };
}

/** `intermediaries`: how many the application names; who they are is read when the notice is sent. */
export function messagesOf(
  { id, owner }: Pick<CaseHead, 'id' | 'owner'>,
  { seq, at, event: { kind } }: StoredEvent,
  intermediaries: number,
): readonly Message[] {
  const base = { case_id: id, recipient: owner, created_at: at, available_at: at, done_at: null };
  const own: readonly Message[] = isTold(kind)
    ? [{ ...base, id: newId(at), topic: `${TOPIC}${kind}`, data: canonical({ seq }) }]
    : [];
  const notices = isNoticed(kind) ? Array.from({ length: intermediaries }, (_, to) => to) : [];
  return [
    ...own,
    ...notices.map((to) => ({ ...base, id: newId(at), topic: NOTICE, data: canonical({ seq, to }) })),
  ];
}
