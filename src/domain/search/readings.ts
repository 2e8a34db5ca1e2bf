import type { Engine } from './engine';
import { MAX_QUERY, normalize } from './normalize';
import { scoresOf, type Scores } from './score';
import { segmentsOf, withSynonyms } from './segments';

/** The query as typed, then, where it differs, with everyday words replaced by what the guides say. */
export function readingsOf(engine: Engine, query: string): Scores[] {
  const text = normalize(query.slice(0, MAX_QUERY * 4), engine.simplified).slice(0, MAX_QUERY);
  const reworded = withSynonyms(engine, text);
  const texts = reworded === text ? [text] : [text, reworded];
  return texts.map((reading) => scoresOf(engine, segmentsOf(engine, reading)));
}
