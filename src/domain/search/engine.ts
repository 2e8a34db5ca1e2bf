import { decodeNumbers } from './codec';
import type { SearchIndex } from './search-index';
import { readSounds, type Sounds } from './sounds';

/** The index taken apart for use: made once, kept as long as the index itself. */
export interface Engine extends Sounds {
  /** How many of the documents are guides; the rest are subjects that the list does not cover. */
  readonly guides: number;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** First character → the characters that follow it and the number of its own term; pairs are numbered after it. */
  readonly groups: ReadonlyMap<string, Group>;
  /** Term → where its list starts in `postings`, which holds document × 4 + level; the next term's start ends it. */
  readonly starts: Uint32Array;
  readonly postings: Uint32Array;
  /** Sorted, so that what begins with some letters lies together. */
  readonly initials: readonly Initials[];
  readonly simplified: (char: string) => string;
  readonly stops: ReadonlyMap<string, readonly string[]>;
  readonly exact: readonly Exact[];
  readonly fillers: string;
  readonly synonyms: ReadonlyMap<string, readonly Synonym[]>;
  /** Weight of a term that `n` documents have: 1 for one document, 0 for all. */
  readonly rarity: (documents: number) => number;
}

export interface Group {
  readonly seconds: string;
  readonly term: number;
}

export interface Initials {
  readonly letters: string;
  readonly document: number;
}

export interface Exact {
  readonly text: string;
  readonly document: number;
}

export interface Synonym {
  readonly say: string;
  readonly mean: string;
}

function readTerms(terms: string): Map<string, Group> {
  const groups = new Map<string, Group>();
  let term = 0;
  for (const group of terms.split(' ')) {
    const seconds = group.slice(1);
    groups.set(group.charAt(0), { seconds, term });
    term += 1 + seconds.length;
  }
  return groups;
}

/** Turns gaps into document numbers in place and notes where each list starts. */
function readPostings(text: string): { starts: Uint32Array; postings: Uint32Array } {
  const postings = decodeNumbers(text);
  const starts = [0];
  let document = 0;
  for (let at = 0; at < postings.length; at += 1) {
    const value = postings[at] ?? 0;
    document += value >>> 3;
    postings[at] = document * 4 + ((value >>> 1) & 3);
    if ((value & 1) === 1) continue;
    starts.push(at + 1);
    document = 0;
  }
  return { starts: Uint32Array.from(starts), postings };
}

const readInitials = (table: string): Initials[] =>
  table
    .split('\n')
    .flatMap((line, document) => line.split(' ').map((letters) => ({ letters, document })))
    .sort((a, b) => (a.letters < b.letters ? -1 : 1));

const readExact = (table: string): Exact[] =>
  table
    .split('\n')
    .flatMap((line, document) => line.split(' ').map((text) => ({ text, document })))
    .filter(({ text }) => text !== '');

const group = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const list = groups.get(key(item));
    if (list) list.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
};

function readTraditional(pairs: string): (char: string) => string {
  const table = new Map<string, string>();
  for (let i = 0; i + 1 < pairs.length; i += 2) table.set(pairs.charAt(i), pairs.charAt(i + 1));
  return (char) => table.get(char) ?? char;
}

function build(index: SearchIndex): Engine {
  const ids = index.ids.split(' ');
  const groups = readTerms(index.terms);
  const scale = Math.log(1 + ids.length);
  const synonyms = index.synonyms.split(' ').map((pair): Synonym => {
    const [say = '', mean = ''] = pair.split('=');
    return { say, mean };
  });
  return {
    guides: ids.filter((id) => id !== '').length,
    ids,
    names: index.names.split('\n'),
    groups,
    ...readPostings(index.postings),
    initials: readInitials(index.initials),
    ...readSounds(index.pinyin, groups),
    exact: readExact(index.exact),
    simplified: readTraditional(index.traditional),
    stops: group(index.stops.split(' '), (stop) => stop.charAt(0)),
    fillers: index.fillers,
    synonyms: group(synonyms, ({ say }) => say.charAt(0)),
    rarity: (documents) => Math.log(1 + ids.length / documents) / scale,
  };
}

const engines = new WeakMap<SearchIndex, Engine>();

export function engineOf(index: SearchIndex): Engine {
  const known = engines.get(index);
  if (known) return known;
  const made = build(index);
  engines.set(index, made);
  return made;
}
