/** How verdicts and amounts are said. A "no" is kind and has a next step; before an answer nothing is a no. */
import type { Totals } from '@/domain/benefit/interactions';
import type { Judgement, VerdictKind } from '@/domain/benefit/judge';
import type { Period, PolicyMode } from '@/domain/benefit/policy';

export const VERDICT_WORDS: Readonly<Record<VerdictKind, string>> = {
  eligible: '可以享受',
  unknown: '还差信息',
  notYet: '时候还没到',
  suspended: '待政策接续',
  ineligible: '这次不符合',
};

export const PERIOD_WORDS: Readonly<Record<Period, string>> = {
  once: '一次',
  month: '每月',
  year: '每年',
  none: '',
};

/** What the person has to do, by the way a policy is paid. */
export const MODE_WORDS: Readonly<Record<PolicyMode, string>> = {
  A: '什么都不用做',
  B: '登记一次，以后自动发',
  C: '确认意愿和账户',
  D: '缴费时直接减',
};

/** ¥1,011 or ¥35.39, from cents. */
export function yuan(cents: number): string {
  const whole = Math.floor(cents / 100);
  const rest = cents % 100;
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === 0 ? `¥${grouped}` : `¥${grouped}.${String(rest).padStart(2, '0')}`;
}

/** 万 where a figure is long: ¥200,000 is read slowly. */
export const amountWords = ({ verdict, amount, per }: Judgement): string => {
  if (verdict !== 'eligible' || per === undefined) return '';
  if (per === 'none') return '费用全免或由基金代缴';
  if (amount === undefined) return '再答一题就能算出金额';
  return amount.kind === 'unpublished' ? '金额待责任部门公布' : `${PERIOD_WORDS[per]} ${yuan(amount.cents)}`;
};

export function totalWords({ cents }: Totals): string {
  const parts = [
    cents.month > 0 ? `每月 ${yuan(cents.month)}` : '',
    cents.year > 0 ? `每年 ${yuan(cents.year)}` : '',
    cents.once > 0 ? `一次 ${yuan(cents.once)}` : '',
  ].filter((part) => part !== '');
  return parts.join('，');
}
