import type { FactEntry } from '@/domain/benefit/policy';
import { err, ok, type Result } from '@/domain/shared/result';

export const UNIT_WORDS = {
  cents: '元',
  permille: '‰',
  months: '个月',
  people: '人',
  year: '年',
  grade: '级',
} as const;

const MONEY = /^(\d{1,12})(?:\.(\d{1,2}))?$/;
const WHOLE = /^\d{1,12}$/;

/** Yuan with at most two decimals → cents; all else whole numbers within the fact's bounds. Errors say how to mend it. */
export function readNumber(fact: FactEntry, typed: string): Result<number, string> {
  const text = typed.trim().replace(/[,，]/g, '');
  if (text === '') return err('请填数字；不清楚可以选“不清楚”。');
  const value = fact.unit === 'cents' ? cents(text) : WHOLE.test(text) ? Number(text) : undefined;
  if (value === undefined)
    return err(fact.unit === 'cents' ? '金额写数字，最多两位小数，例如 1200.50。' : '请写整数，例如 12。');
  if (fact.unit === 'year' && !/^\d{4}$/.test(text)) return err('年份写四位数，例如 2026。');
  if (value < (fact.min ?? 0)) return err(`不能小于 ${fact.min ?? 0}。`);
  if (fact.max !== undefined && value > fact.max) return err(`不能大于 ${fact.max}，请核对。`);
  return ok(value);
}

function cents(text: string): number | undefined {
  const match = MONEY.exec(text);
  if (match === null) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}
