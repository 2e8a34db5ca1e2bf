import type { Engine } from './engine';
import { flat } from './sounds';

/** A place in a query: a character as typed, or a syllable of Latin letters. */
export interface Item {
  readonly char: string;
  readonly sound: string;
}

/** Ways to read a place of the query as terms of the index: the best one counts, times how sure the way is. */
export interface Slot {
  readonly terms: readonly number[];
  readonly factor: number;
  /** What this place weighs in the whole query. */
  readonly mass: number;
}

/** What stands before and after a phrase in the terms. */
export const OPEN = '^';
export const CLOSE = '$';

const SAME_SOUND = 0.8;
const NEAR_SOUND = 0.6;
const UNKNOWN_PAIR = 0.8;
const SINGLE = 0.25;

export const documentsOf = ({ starts }: Engine, term: number): number =>
  (starts[term + 1] ?? 0) - (starts[term] ?? 0);

/** The term of a pair (or of a single character when `second` is empty), or -1. */
export function termOf(engine: Engine, first: string, second: string): number {
  const group = engine.groups.get(first);
  if (!group) return -1;
  if (second === '') return documentsOf(engine, group.term) > 0 ? group.term : -1;
  const at = group.seconds.indexOf(second);
  return at < 0 ? -1 : group.term + 1 + at;
}

const soundsOf = (engine: Engine, item: Item): readonly string[] =>
  item.char === '' ? [item.sound] : (engine.soundsOf.get(item.char) ?? []);

const NONE: readonly number[] = [];

/** Terms under any combination of the sounds of two places; nearly always there is one. */
function listed(
  table: ReadonlyMap<string, readonly number[]>,
  firsts: readonly string[],
  seconds: readonly string[],
): readonly number[] {
  const [first, second] = [firsts[0], seconds[0]];
  if (firsts.length === 1 && seconds.length === 1) return table.get(`${first} ${second}`) ?? NONE;
  const terms = new Set<number>();
  for (const one of firsts)
    for (const two of seconds) for (const term of table.get(`${one} ${two}`) ?? NONE) terms.add(term);
  return [...terms];
}

const rarest = (engine: Engine, terms: readonly number[]): number =>
  Math.max(...terms.map((term) => engine.rarity(documentsOf(engine, term))));

function slot(engine: Engine, terms: readonly number[], factor: number, scale: number): Slot {
  return { terms, factor, mass: rarest(engine, terms) * scale };
}

export function pairSlot(engine: Engine, first: Item, second: Item): Slot {
  const typed = first.char !== '' && second.char !== '';
  if (typed) {
    const term = termOf(engine, first.char, second.char);
    if (term >= 0) return slot(engine, [term], 1, 1);
  }
  const [one, two] = [soundsOf(engine, first), soundsOf(engine, second)];
  const same = listed(engine.pairsBySound, one, two);
  if (same.length > 0) return slot(engine, same, typed ? SAME_SOUND : 1, 1);
  const loose = listed(engine.pairsNearSound, one.map(flat), two.map(flat));
  if (loose.length > 0) return slot(engine, loose, NEAR_SOUND, 1);
  return { terms: [], factor: 0, mass: UNKNOWN_PAIR };
}

/** A character by itself says little, a syllable by itself nothing. */
export function singleSlot(engine: Engine, item: Item): Slot {
  if (item.char === '') return { terms: [], factor: 0, mass: 0 };
  const term = termOf(engine, item.char, '');
  return term < 0
    ? { terms: [], factor: 0, mass: SINGLE }
    : { terms: [term], factor: 1, mass: engine.rarity(documentsOf(engine, term)) * SINGLE };
}

/** Terms that say a phrase begins (`^`) or ends (`$`) with the place. */
export function edgeTerms(engine: Engine, edge: typeof OPEN | typeof CLOSE, item: Item): readonly number[] {
  if (item.char === '')
    return engine.pairsBySound.get(edge === OPEN ? `^ ${item.sound}` : `${item.sound} $`) ?? NONE;
  const term = edge === OPEN ? termOf(engine, OPEN, item.char) : termOf(engine, item.char, CLOSE);
  return term < 0 ? NONE : [term];
}
