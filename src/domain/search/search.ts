import { engineOf, type Engine } from './engine';
import { rangesIn, type Range } from './highlight';
import { longestPhrase } from './phrase';
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
 * Below this nothing is returned: a wrong guide costs a trip, an empty page names 12345. What is explained counts
 * more than its share, for people tell a long story around one word that matters; and a whole phrase of the guide
 * counts more than pieces of several.
 */
const LEAST_CONFIDENCE = 0.6;
const TWO_CHARACTERS = 1.5;
const LONGER_PHRASE = 2;
/** What the list does not cover needs to be only this close to the best guide. */
const OUTSIDE_MARGIN = 0.8;
/** Hits far behind the first only make the list longer. */
const TAIL = 0.35;
const DEFAULT_LIMIT = 10;
const SYNONYM_FACTOR = 0.97;

/** Each document's best share of the query over all readings. */
function merge(engine: Engine, readings: readonly Scores[]): Float64Array {
  const shares = new Float64Array(engine.ids.length);
  readings.forEach(({ explained, bonus, mass }, reading) => {
    if (mass <= 0) return;
    const factor = reading === 0 ? 1 : SYNONYM_FACTOR;
    for (let document = 0; document < shares.length; document += 1) {
      const amount = explained[document] ?? 0;
      const share = amount > 0 ? ((amount + (bonus[document] ?? 0)) / mass) * factor : 0;
      if (share > (shares[document] ?? 0)) shares[document] = share;
    }
  });
  return shares;
}

function confidence(engine: Engine, { explained, mass, runs }: Scores, document: number): number {
  const amount = explained[document] ?? 0;
  const plain = mass > 0 ? amount * Math.sqrt(amount / mass) : 0;
  if (plain * LONGER_PHRASE < LEAST_CONFIDENCE) return plain;
  const phrase = longestPhrase(engine, runs, document);
  return plain * (phrase > 2 ? LONGER_PHRASE : phrase === 2 ? TWO_CHARACTERS : 1);
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000;

interface Candidate {
  readonly document: number;
  readonly share: number;
}

const byShare = (a: Candidate, b: Candidate): number => b.share - a.share || a.document - b.document;

/** Guides not far behind the best one, best first. */
function candidates(shares: Float64Array, guides: number): Candidate[] {
  let best = 0;
  for (let document = 0; document < guides; document += 1) best = Math.max(best, shares[document] ?? 0);
  const found: Candidate[] = [];
  for (let document = 0; document < guides; document += 1) {
    const share = shares[document] ?? 0;
    if (share > 0 && share >= best * TAIL) found.push({ document, share });
  }
  return found.sort(byShare);
}

/**
 * Guides for what a person says, best first; empty when nothing is sure enough. Takes any text.
 * @example search(index, '老人八十了能领什么')[0]?.id // 'elderly-allowance'
 */
export function search(index: SearchIndex, query: string, options: SearchOptions = {}): SearchHit[] {
  const engine = engineOf(index);
  const readings = readingsOf(engine, query);
  const shares = merge(engine, readings);
  const found = candidates(shares, engine.guides);
  const first = found[0];
  if (!first) return [];
  const outside = shares.subarray(engine.guides).reduce((most, share) => Math.max(most, share), 0);
  if (outside >= first.share * OUTSIDE_MARGIN) return [];
  if (!readings.some((scores) => confidence(engine, scores, first.document) >= LEAST_CONFIDENCE)) return [];
  return found.slice(0, options.limit ?? DEFAULT_LIMIT).map(({ document, share }) => ({
    id: engine.ids[document] ?? '',
    score: rounded(share),
    ranges: rangesIn(engine, readings, engine.names[document] ?? ''),
  }));
}
