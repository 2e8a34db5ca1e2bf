import type { Engine } from './engine';
import type { Segments } from './segments';
import { pairSlot, singleSlot, termOf, type Item, type Slot } from './terms';

/** How much of a query each document explains. */
export interface Scores {
  /** Mass explained, by document. */
  readonly explained: Float64Array;
  /** Mass of the whole query. */
  readonly mass: number;
}

const WEIGHT = [0, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9, 1];
const EDGE = 0.2;
const ACROSS_STOP = 0.4;
const INITIALS = 2;
const LETTERS_MASS = 1;

function addTerm(engine: Engine, term: number, amount: number, into: Float64Array): void {
  const { starts, postings } = engine;
  const start = starts[term] ?? 0;
  const end = start + (postings[start] ?? 0);
  for (let at = start + 1; at <= end; at += 1) {
    const value = postings[at] ?? 0;
    const document = value >>> 3;
    into[document] = (into[document] ?? 0) + amount * (WEIGHT[value & 7] ?? 0);
  }
}

/** Of several terms that a place may stand for, each document takes the one that says most. */
function addBest(engine: Engine, { terms, factor, mass }: Slot, into: Float64Array): void {
  const { starts, postings } = engine;
  const best = new Map<number, number>();
  for (const term of terms) {
    const start = starts[term] ?? 0;
    const end = start + (postings[start] ?? 0);
    for (let at = start + 1; at <= end; at += 1) {
      const value = postings[at] ?? 0;
      const document = value >>> 3;
      best.set(document, Math.max(best.get(document) ?? 0, WEIGHT[value & 7] ?? 0));
    }
  }
  for (const [document, weight] of best) into[document] = (into[document] ?? 0) + mass * factor * weight;
}

function addSlot(engine: Engine, slot: Slot, into: Float64Array): void {
  const [only] = slot.terms;
  if (only === undefined) return;
  if (slot.terms.length === 1) addTerm(engine, only, slot.mass * slot.factor, into);
  else addBest(engine, slot, into);
}

/** Pairs that are no part of the query's own mass: they can only speak for a document. */
function addBonus(engine: Engine, first: string, second: string, amount: number, into: Float64Array): void {
  const term = termOf(engine, first, second);
  if (term >= 0)
    addTerm(engine, term, amount * engine.rarity(engine.postings[engine.starts[term] ?? 0] ?? 1), into);
}

function addRun(engine: Engine, run: readonly Item[], into: Float64Array): number {
  let mass = 0;
  run.forEach((item, i) => {
    const next = run[i + 1];
    for (const slot of [singleSlot(engine, item), ...(next ? [pairSlot(engine, item, next)] : [])]) {
      mass += slot.mass;
      addSlot(engine, slot, into);
    }
  });
  return mass;
}

function addInitials(engine: Engine, letters: string, into: Float64Array): void {
  for (const document of engine.initials.get(letters) ?? [])
    into[document] = (into[document] ?? 0) + INITIALS;
}

export function scoresOf(engine: Engine, { runs, letters }: Segments): Scores {
  const explained = new Float64Array(engine.ids.length);
  let mass = 0;
  runs.forEach((run, i) => {
    mass += addRun(engine, run, explained);
    const last = run[run.length - 1]?.char ?? '';
    addBonus(engine, '^', run[0]?.char ?? '', EDGE, explained);
    addBonus(engine, last, '$', EDGE, explained);
    addBonus(engine, last, runs[i + 1]?.[0]?.char ?? '$', ACROSS_STOP, explained);
  });
  for (const word of letters) {
    mass += LETTERS_MASS * Math.max(1, word.length / 3);
    addInitials(engine, word, explained);
  }
  return { explained, mass };
}
