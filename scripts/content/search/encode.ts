import { encodeNumbers } from '@/domain/search/codec';
import type { Postings } from './terms';

/** Weights up to 4 are running text, 5 phrases, 6 names, 7 what comes back in several of them. */
const levelOf = (weight: number): number => Math.max(0, weight - 4);

/** `((gap × 4) + level) × 2`, plus 1 when another document follows. An empty list is written as document 0, level 0. */
function list(documents: ReadonlyMap<number, number> | undefined): string {
  const sorted = [...(documents ?? new Map([[0, 0]]))].sort(([a], [b]) => a - b);
  let previous = 0;
  const numbers = sorted.map(([document, weight], i) => {
    const number = ((document - previous) * 4 + levelOf(weight)) * 2 + Number(i < sorted.length - 1);
    previous = document;
    return number;
  });
  return encodeNumbers(numbers);
}

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
