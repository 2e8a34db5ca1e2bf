import { engineOf, type Engine } from './engine';
import { rangesIn, type Range } from './highlight';
import { readingsOf } from './readings';
import type { Scores } from './score';
import type { SearchIndex } from './search-index';

export interface SearchHit {
  readonly id: string;
  /** Share of the query that the guide explains; above 1 when it is just what the guide is called. */
  readonly score: number;
  /** What to highlight in the official name. */
  readonly ranges: readonly Range[];
}

export interface SearchOptions {
  readonly limit?: number;
}

/**
 * Below these nothing is returned: a wrong guide costs a trip, an empty page names 12345. A long sentence may say
 * little that counts if what counts is strong; a short one has to be explained nearly whole.
 */
const LEAST_SHARE = 0.22;
const LEAST_AMOUNT = 0.6;
const LEAST_PRODUCT = 0.38;
/** What the list does not cover needs to be only this close to the best guide. */
const OUTSIDE_MARGIN = 0.75;
/** Hits far behind the first only make the list longer. */
const TAIL = 0.35;
const DEFAULT_LIMIT = 10;
const SYNONYM_FACTOR = 0.97;

/** The best reading's share of each document, 0 where it is not sure enough. */
function merge(engine: Engine, readings: readonly Scores[]): Float64Array {
  const shares = new Float64Array(engine.ids.length);
  readings.forEach(({ explained, bonus, mass }, reading) => {
    if (mass <= 0) return;
    const factor = reading === 0 ? 1 : SYNONYM_FACTOR;
    for (let document = 0; document < shares.length; document += 1) {
      const amount = explained[document] ?? 0;
      const share = amount / mass;
      if (share < LEAST_SHARE || amount < LEAST_AMOUNT || amount * share < LEAST_PRODUCT) continue;
      const total = ((amount + (bonus[document] ?? 0)) / mass) * factor;
      if (total > (shares[document] ?? 0)) shares[document] = total;
    }
  });
  return shares;
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000;

/**
 * Guides for what a person says, best first; empty when nothing is sure enough. Takes any text.
 * @example search(index, '老人八十了能领什么')[0]?.id // 'elderly-allowance'
 */
export function search(index: SearchIndex, query: string, options: SearchOptions = {}): SearchHit[] {
  const engine = engineOf(index);
  const readings = readingsOf(engine, query);
  const shares = merge(engine, readings);
  const guides = shares.subarray(0, -1);
  const best = guides.reduce((most, share) => Math.max(most, share), 0);
  if (best <= 0 || (shares[guides.length] ?? 0) >= best * OUTSIDE_MARGIN) return [];
  const found: { document: number; share: number }[] = [];
  guides.forEach((share, document) => {
    if (share >= best * TAIL) found.push({ document, share });
  });
  return found
    .sort((a, b) => b.share - a.share || a.document - b.document)
    .slice(0, options.limit ?? DEFAULT_LIMIT)
    .map(({ document, share }) => ({
      id: engine.ids[document] ?? '',
      score: rounded(share),
      ranges: rangesIn(engine, readings, engine.names[document] ?? ''),
    }));
}
