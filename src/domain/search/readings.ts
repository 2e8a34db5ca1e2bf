import type { Engine } from './engine';
import { MAX_QUERY, normalize } from './normalize';
import { scoresOf, type Scores } from './score';
import { segmentsOf, withSynonyms, type Segments } from './segments';

/** 有没有房 is 房 without its stop phrase: a lone character says nothing, so then the phrase stays. */
function segmentsFor(engine: Engine, text: string): Segments {
  const cut = segmentsOf(engine, text);
  const places = cut.runs.reduce((sum, run) => sum + run.length, 0);
  return places === 1 && text.length > 1 ? segmentsOf(engine, text, false) : cut;
}

/** The query as typed, then, where it differs, with everyday words replaced by what the guides say. */
export function readingsOf(engine: Engine, query: string): Scores[] {
  const text = normalize(query.slice(0, MAX_QUERY * 4), engine.simplified).slice(0, MAX_QUERY);
  const reworded = withSynonyms(engine, text);
  const texts = reworded === text ? [text] : [text, reworded];
  return texts.map((reading) => scoresOf(engine, segmentsFor(engine, reading)));
}
