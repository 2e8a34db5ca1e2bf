/** What the person is told of an entitlement: a title, and what to do now. No amount, no number of a person's. */
import { z } from 'zod';
import type { EntitlementFact } from '@/domain/matching/event';
import type { Store } from '../cases/store';
import { findEntitlement } from './entitlements';
import { getPolicy } from './rules';

export interface EntitlementMessage {
  readonly entitlement: string;
  readonly title: string;
  readonly body: string;
  /** When it happened, which may be before it could be told. */
  readonly at: number;
}

const STOPPED = {
  notListed: '最近一次数据比对没有再列入，已停发。打开可以看原因，有不同意见可以提出。',
  asked: '按您的要求不再发放。',
  decided: '核实后不再发放。理由请打开看，有不同意见可以提出。',
} as const;

const ANSWERED = {
  kept: '核实后维持原来的结果。',
  corrected: '核实后已经改正。',
  removed: '核实后不在名单上。',
} as const;

type Words = readonly [title: string, rest: string];

function wordsOf(fact: EntitlementFact): Words | undefined {
  switch (fact.kind) {
    case 'noticeEnded':
    case 'matched':
    case 'rematched':
      return ['请确认要不要领', '您在名单上。打开确认意愿和收款账户，确认后拨付。'];
    case 'objectionAnswered':
      return ['异议有了答复', `${ANSWERED[fact.outcome]}答复请打开看。`];
    case 'paid':
      return ['已拨付', '已经拨到您的账户，到账时间以银行为准。'];
    case 'accountFailed':
      return ['账户收不到钱', '银行退回了这笔钱。请打开换一个账户。'];
    case 'stopped':
      return ['已停发', STOPPED[fact.reason]];
    case 'successorAwaited':
      return ['政策到期', '这项政策到期了，正在等接续的文件。有了会告诉您。'];
    default:
      return undefined;
  }
}

const dataSchema = z.object({ entitlement: z.string(), seq: z.int() });

export const isOfEntitlement = (topic: string): boolean => topic.startsWith('entitlement.');

/** `undefined` when there is nothing to tell. */
export async function entitlementMessage(
  store: Pick<Store, 'db' | 'keys'>,
  data: string,
): Promise<EntitlementMessage | undefined> {
  const { entitlement, seq } = dataSchema.parse(JSON.parse(data));
  const stored = await findEntitlement(store, entitlement);
  const event = stored?.events.find((each) => each.seq === seq);
  const words = event && wordsOf(event.fact);
  if (!stored || !event || !words) return undefined;
  const { name } = getPolicy(stored.row.policy);
  return { entitlement, title: words[0], body: `「${name}」${words[1]}`, at: event.at };
}
