/** What the pages of white lists say: facts by their questions, amounts, letters. */
import book from '@/generated/policies';
import type { ReasonLetter } from '@/domain/matching/letters';

/** What a data source lacks, by the question that a person would be asked. */
export const factName = (path: string): string => book.facts.find((fact) => fact.path === path)?.ask ?? path;

export const yuan = (cents: number | null): string =>
  cents === null ? '待公布或不发钱' : `${(cents / 100).toFixed(2)} 元`;

export const LETTER_NAMES: Readonly<Record<ReasonLetter, { text: string; tone: 'fine' | 'late' | 'soon' }>> =
  {
    m: { text: '满足', tone: 'fine' },
    u: { text: '不满足', tone: 'late' },
    t: { text: '时间未到', tone: 'soon' },
    k: { text: '数据没有', tone: 'soon' },
    '-': { text: '不涉及', tone: 'fine' },
  };
