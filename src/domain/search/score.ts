import type { Engine } from './engine';
import { exactDocuments } from './exact';
import { byInitials } from './initials';
import type { Segments } from './segments';
import {
  CLOSE,
  OPEN,
  documentsOf,
  edgeTerms,
  pairSlot,
  singleSlot,
  termOf,
  type Item,
  type Slot,
} from './terms';

/** How much of a query each document explains. */
export interface Scores {
  /** Mass explained, by document. */
  readonly explained: Float64Array;
  /** What speaks for a document beyond that: the query begins or ends as one of its phrases does. */
  readonly bonus: Float64Array;
  /** Mass of the whole query. */
  readonly mass: number;
  /** Pairs of the index that the query was read as, for highlighting. */
  readonly pairs: ReadonlySet<number>;
  readonly runs: readonly (readonly Item[])[];
}

/** By level: running text, phrases, names, what comes back in several of them. */
const WEIGHT = [0.4, 0.75, 0.9, 1];
const EDGE = 0.2;
const EXACT = 0.4;
const ACROSS_STOP = 0.4;
const LETTERS = 2;

function addTerm(engine: Engine, term: number, amount: number, into: Float64Array): void {
  const { starts, postings } = engine;
  const end = starts[term + 1] ?? 0;
  for (let at = starts[term] ?? 0; at < end; at += 1) {
    const value = postings[at] ?? 0;
    const document = value >>> 2;
    into[document] = (into[document] ?? 0) + amount * (WEIGHT[value & 3] ?? 0);
  }
}

/** Of several terms that a place may stand for, each document takes the one that says most. */
function addBest(engine: Engine, terms: readonly number[], amount: number, into: Float64Array): void {
  const { starts, postings } = engine;
  const best = new Map<number, number>();
  for (const term of terms) {
    const end = starts[term + 1] ?? 0;
    for (let at = starts[term] ?? 0; at < end; at += 1) {
      const value = postings[at] ?? 0;
      const document = value >>> 2;
      best.set(document, Math.max(best.get(document) ?? 0, WEIGHT[value & 3] ?? 0));
    }
  }
  for (const [document, weight] of best) into[document] = (into[document] ?? 0) + amount * weight;
}

function addTerms(engine: Engine, terms: readonly number[], amount: number, into: Float64Array): void {
  const [only] = terms;
  if (only === undefined) return;
  if (terms.length === 1) addTerm(engine, only, amount, into);
  else addBest(engine, terms, amount, into);
}

function addRun(engine: Engine, run: readonly Item[], into: Float64Array, pairs: Set<number>): number {
  let mass = 0;
  const add = (slot: Slot): void => {
    mass += slot.mass;
    addTerms(engine, slot.terms, slot.mass * slot.factor, into);
  };
  run.forEach((item, i) => {
    const next = run[i + 1];
    add(singleSlot(engine, item));
    if (!next) return;
    const pair = pairSlot(engine, item, next);
    pair.terms.forEach((term) => pairs.add(term));
    add(pair);
  });
  return mass;
}

function addEdges(
  engine: Engine,
  run: readonly Item[],
  next: readonly Item[] | undefined,
  into: Float64Array,
): void {
  const first = run[0];
  const last = run[run.length - 1];
  if (!first || !last) return;
  addTerms(engine, edgeTerms(engine, OPEN, first), EDGE, into);
  addTerms(engine, edgeTerms(engine, CLOSE, last), EDGE, into);
  const across = next?.[0] ? termOf(engine, last.char, next[0].char) : -1;
  if (across >= 0 && last.char !== '')
    addTerm(engine, across, ACROSS_STOP * engine.rarity(documentsOf(engine, across)), into);
}

export function scoresOf(engine: Engine, { runs, letters }: Segments): Scores {
  const explained = new Float64Array(engine.ids.length);
  const bonus = new Float64Array(engine.ids.length);
  const pairs = new Set<number>();
  let mass = 0;
  runs.forEach((run, i) => {
    mass += addRun(engine, run, explained, pairs);
    addEdges(engine, run, runs[i + 1], bonus);
  });
  for (const document of exactDocuments(engine, runs)) bonus[document] = (bonus[document] ?? 0) + EXACT;
  for (const word of letters) {
    mass += LETTERS * Math.max(1, word.length / 4);
    for (const [document, amount] of byInitials(engine, word))
      explained[document] = (explained[document] ?? 0) + LETTERS * amount * Math.max(1, word.length / 4);
  }
  return { explained, bonus, mass, pairs, runs };
}
