/**
 * The search index as it ships in the main package: strings only, because a string is the cheapest thing to carry
 * and to parse. Written by scripts/content/search-compile.ts, read by ./engine. Every byte counts: index, tables and
 * code together stay below 100 KB.
 */
export interface SearchIndex {
  /** Guide ids in document order, separated by spaces. The last ones have no id: what the list does not cover. */
  readonly ids: string;
  /** Official names in the same order, separated by line ends, for highlighting. */
  readonly names: string;
  /**
   * Terms in groups separated by spaces: a first character, then every character that follows it. A group stands for
   * the single character and for each pair. `^` opens and `$` closes a phrase.
   */
  readonly terms: string;
  /** For each term, in order, its documents: ((gap × 4) + level) × 2, plus 1 when another follows, written by ./codec. */
  readonly postings: string;
  /** Initials of names, aliases and short phrases: a line a document. */
  readonly initials: string;
  /** Names that occur inside another guide's phrases, so that pieces do not tell them apart: a line a document. */
  readonly exact: string;
  /** Toneless syllables with their characters: `gao高搞告 …`. */
  readonly pinyin: string;
  /** Pairs of a traditional character and its simplified one, end to end. */
  readonly traditional: string;
  /** What carries no meaning in a query (怎么办, 要带什么), longest first, separated by spaces. */
  readonly stops: string;
  /** Characters that carry no meaning anywhere, end to end; no term contains them. */
  readonly fillers: string;
  /** Everyday words and what the guides call it: `娃=孩子 …`. */
  readonly synonyms: string;
}
