import type { Engine } from './engine';
import { isHan } from './normalize';
import { cutLetters } from './pinyin';
import { termOf, type Item } from './terms';

/** What is left of a query: runs of places that belong together, and Latin letters that are no pinyin. */
export interface Segments {
  readonly runs: readonly (readonly Item[])[];
  readonly letters: readonly string[];
}

/** The longest stop phrase at a place, as a length. A lone character is kept where it belongs to a known pair. */
function stopAt(engine: Engine, text: string, at: number): number {
  const char = text.charAt(at);
  if (engine.fillers.includes(char)) return 1;
  const stop = engine.stops.get(char)?.find((phrase) => text.startsWith(phrase, at));
  if (stop === undefined) return 0;
  if (stop.length > 1) return stop.length;
  const before = at > 0 && termOf(engine, text.charAt(at - 1), char) >= 0;
  const after = at + 1 < text.length && termOf(engine, char, text.charAt(at + 1)) >= 0;
  return before || after ? 0 : 1;
}

/** Cuts a normalized query at spaces, fillers and, unless told not to, stop phrases; spaces between syllables do not cut. */
export function segmentsOf(engine: Engine, text: string, stops = true): Segments {
  const runs: Item[][] = [];
  const letters: string[] = [];
  let run: Item[] = [];
  const close = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (isHan(char)) {
      const stop = stops ? stopAt(engine, text, at) : Number(engine.fillers.includes(char));
      if (stop > 0) close();
      else run.push({ char, sound: '' });
      at += Math.max(1, stop);
      continue;
    }
    if (char === ' ') {
      const latin = /[a-z]/.test(text.charAt(at - 1)) && /[a-z]/.test(text.charAt(at + 1));
      if (!latin) close();
      at += 1;
      continue;
    }
    const word = /^[a-z]+/.exec(text.slice(at))?.[0] ?? char;
    const cut = cutLetters(engine, word);
    if (cut.stray === 0) run.push(...cut.items);
    else {
      close();
      letters.push(word);
    }
    at += word.length;
  }
  close();
  return { runs, letters };
}

/** The query with everyday words replaced by what the guides say; the same text when there are none. */
export function withSynonyms(engine: Engine, text: string): string {
  let result = '';
  for (let at = 0; at < text.length;) {
    const found = engine.synonyms.get(text.charAt(at))?.find(({ say }) => text.startsWith(say, at));
    result += found ? found.mean : text.charAt(at);
    at += found ? found.say.length : 1;
  }
  return result;
}
