import { engineOf, type Engine } from './engine';
import { readingsOf } from './readings';
import type { Scores } from './score';
import type { SearchIndex } from './search-index';
import { termOf } from './terms';

/** Characters `start` up to, not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a text has the pairs that the query was read as, also when it was typed in pinyin or with a wrong character. */
export function rangesIn(engine: Engine, readings: readonly Scores[], text: string): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at + 1 < text.length; at += 1) {
    const term = termOf(engine, text.charAt(at), text.charAt(at + 1));
    if (term < 0 || !readings.some(({ pairs }) => pairs.has(term))) continue;
    const last = ranges[ranges.length - 1];
    if (last && last.end > at) ranges[ranges.length - 1] = { start: last.start, end: at + 2 };
    else ranges.push({ start: at, end: at + 2 });
  }
  return ranges;
}

/** Ranges of any text, such as a guide's everyday name. `search` already gives those of the official name. */
export function highlight(index: SearchIndex, query: string, text: string): Range[] {
  const engine = engineOf(index);
  return rangesIn(engine, readingsOf(engine, query), text);
}
