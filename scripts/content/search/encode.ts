import { encodeNumber, encodeNumbers } from '@/domain/search/codec';
import type { Postings } from './terms';

const list = (documents: ReadonlyMap<number, number> | undefined): string => {
  const sorted = [...(documents ?? [])].sort(([a], [b]) => a - b);
  let previous = 0;
  const numbers = sorted.map(([document, weight]) => {
    const number = (document - previous) * 8 + weight;
    previous = document;
    return number;
  });
  return encodeNumber(sorted.length) + encodeNumbers(numbers);
};

/** Groups by first character; each group's own postings come first, then those of its pairs. */
export function encodePostings(postings: Postings): { terms: string; postings: string } {
  const groups = new Map<string, string[]>();
  for (const term of postings.keys()) {
    const [first = '', second] = Array.from(term);
    const seconds = groups.get(first) ?? [];
    if (second !== undefined) seconds.push(second);
    groups.set(first, seconds);
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  let terms = '';
  let lists = '';
  for (const [first, seconds] of sorted) {
    seconds.sort();
    terms += `${terms ? ' ' : ''}${first}${seconds.join('')}`;
    lists += list(postings.get(first));
    for (const second of seconds) lists += list(postings.get(first + second));
  }
  return { terms, postings: lists };
}
