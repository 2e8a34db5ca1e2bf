import { engineOf, type Engine } from './engine';
import { MAX_QUERY, normalize } from './normalize';
import { scoresOf, type Scores } from './score';
import type { SearchIndex } from './search-index';
import { segmentsOf, withSynonyms } from './segments';

export interface SearchHit {
  readonly id: string;
  /** Share of the query that the guide explains; above 1 when it is exactly what the guide is called. */
  readonly score: number;
}

export interface SearchOptions {
  readonly limit?: number;
}

/** Below these nothing is returned: a wrong guide costs a trip, an empty page names 12345. */
const SURE_SHARE = 0.45;
const LEAST_SHARE = 0.22;
const STRONG_EVIDENCE = 1.6;
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
      if (share < SURE_SHARE && (share < LEAST_SHARE || amount < STRONG_EVIDENCE)) continue;
      const total = ((amount + (bonus[document] ?? 0)) / mass) * factor;
      if (total > (shares[document] ?? 0)) shares[document] = total;
    }
  });
  return shares;
}

function readingsOf(engine: Engine, query: string): Scores[] {
  const text = normalize(query.slice(0, MAX_QUERY * 4), engine.simplified).slice(0, MAX_QUERY);
  const reworded = withSynonyms(engine, text);
  const texts = reworded === text ? [text] : [text, reworded];
  return texts.map((reading) => scoresOf(engine, segmentsOf(engine, reading)));
}

/** Guides for what a person says, best first; empty when nothing is sure enough. */
export function search(index: SearchIndex, query: string, options: SearchOptions = {}): SearchHit[] {
  const engine = engineOf(index);
  const shares = merge(engine, readingsOf(engine, query));
  const best = Math.max(...shares);
  const outside = shares[shares.length - 1] ?? 0;
  if (best <= 0 || outside >= best) return [];
  const hits: SearchHit[] = [];
  for (let document = 0; document < shares.length - 1; document += 1) {
    const share = shares[document] ?? 0;
    if (share >= best * TAIL)
      hits.push({ id: engine.ids[document] ?? '', score: Math.round(share * 1000) / 1000 });
  }
  return hits.sort((a, b) => b.score - a.score).slice(0, options.limit ?? DEFAULT_LIMIT);
}
