import { isHan } from '@/domain/search/normalize';
import type { Field, SearchDocument } from './documents';

/** Terms of one text: each character, each pair, and `^`/`$` pairs where a phrase begins and ends. */
export function termsOf(text: string, bounded: boolean): string[] {
  const terms: string[] = [];
  for (const run of text.split(/[^\u4e00-\u9fff]+/)) {
    const chars = Array.from(run);
    chars.forEach((char, i) => {
      terms.push(char);
      const next = chars[i + 1];
      if (next !== undefined) terms.push(char + next);
    });
    const [first] = chars;
    const last = chars.at(-1);
    if (bounded && first !== undefined && last !== undefined) terms.push(`^${first}`, `${last}$`);
  }
  return terms;
}

/** Term → document → weight. */
export type Postings = Map<string, Map<number, number>>;

/** Phrases give a guide about this many terms; a guide with fewer phrases keeps more of its running text. */
const TERMS_A_GUIDE = 90;
const LEAST_BODY_TERMS = 4;
const COMMON_BODY_TERM = 0.12;
const HIGHEST = 7;

function weighted(fields: readonly Field[], bounded: boolean): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { text, weight } of fields)
    for (const term of termsOf(text, bounded)) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  return weights;
}

/** A word that comes back in a guide's phrases is what the guide is about; one that comes once may be by chance. */
function weightedPhrases({ id, phrases }: SearchDocument): Map<string, number> {
  const weights = weighted(phrases, id !== '');
  const times = new Map<string, number>();
  for (const { text } of phrases)
    for (const term of new Set(termsOf(text, true))) times.set(term, (times.get(term) ?? 0) + 1);
  for (const [term, weight] of weights)
    weights.set(term, Math.min(HIGHEST, weight + (times.get(term) ?? 1) - 1));
  return weights;
}

/**
 * All terms of names and phrases; of running text only each guide's rarest pairs, and sooner those that some
 * phrase has, for a new one costs six bytes.
 */
export function collectPostings(documents: readonly SearchDocument[]): Postings {
  const postings: Postings = new Map();
  const add = (term: string, document: number, weight: number): void => {
    const list = postings.get(term) ?? new Map<number, number>();
    list.set(document, Math.max(weight, list.get(document) ?? 0));
    postings.set(term, list);
  };
  const bodies = documents.map(({ body }) => weighted(body, false));
  const frequency = new Map<string, number>();
  for (const body of bodies)
    for (const term of body.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const room = documents.map((item, document) => {
    const terms = weightedPhrases(item);
    for (const [term, weight] of terms) add(term, document, weight);
    return Math.max(LEAST_BODY_TERMS, TERMS_A_GUIDE - terms.size);
  });
  const spoken = new Set(postings.keys());
  const common = Math.max(3, COMMON_BODY_TERM * documents.length);
  bodies.forEach((body, document) => {
    const value = (term: string, weight: number): number =>
      (weight / (frequency.get(term) ?? 1)) * (spoken.has(term) ? 2 : 1);
    [...body]
      .filter(([term]) => term.length === 2 && (frequency.get(term) ?? 1) <= common)
      .sort(([a, x], [b, y]) => value(b, y) - value(a, x) || (a < b ? -1 : 1))
      .slice(0, room[document])
      .forEach(([term, weight]) => add(term, document, weight));
  });
  return postings;
}

/** Characters of the vocabulary. */
export const charactersOf = (postings: Postings): Set<string> =>
  new Set([...postings.keys()].flatMap((term) => Array.from(term)).filter(isHan));
