import type { Engine } from './engine';
import { CLOSE, OPEN, edgeTerms, pairSlot, type Item } from './terms';

function has({ starts, postings }: Engine, terms: readonly number[], document: number): boolean {
  return terms.some((term) => {
    const end = starts[term + 1] ?? 0;
    for (let at = starts[term] ?? 0; at < end; at += 1)
      if ((postings[at] ?? 0) >>> 2 === document) return true;
    return false;
  });
}

/**
 * Places of the longest stretch of the query that reads like one of the document's phrases from beginning to end,
 * 0 for none. `^残`, `残疾`, `疾证` and `证$` need not come from the same phrase; in practice they do.
 */
export function longestPhrase(engine: Engine, runs: readonly (readonly Item[])[], document: number): number {
  let longest = 0;
  for (const run of runs) {
    let start = -1;
    run.forEach((item, i) => {
      const before = run[i - 1];
      const joined = before !== undefined && has(engine, pairSlot(engine, before, item).terms, document);
      if (!joined) start = -1;
      if (start < 0 && has(engine, edgeTerms(engine, OPEN, item), document)) start = i;
      if (start >= 0 && i > start && has(engine, edgeTerms(engine, CLOSE, item), document))
        longest = Math.max(longest, i - start + 1);
    });
  }
  return longest;
}
