import type { Engine } from './engine';
import { pairSlot, type Item } from './terms';

/** Latin letters cut into syllables and, where that fails, stray letters taken for initials. */
export interface Cut {
  readonly items: readonly Item[];
  /** How many letters belong to no syllable. */
  readonly stray: number;
}

const LONGEST = 6;
const STRAY_COST = 3;

interface State {
  readonly cost: number;
  readonly items: readonly Item[];
  readonly stray: number;
}

const syllable = (sound: string): Item => ({ char: '', sound });

/** Fewest syllables, preferring neighbours that the guides have: `xian` is 先 or 西安 by what stands beside it. */
function extend(engine: Engine, state: State, sound: string): State {
  const item = syllable(sound);
  const last = state.items[state.items.length - 1];
  const known = last !== undefined && pairSlot(engine, last, item).terms.length > 0;
  return { cost: state.cost + (known ? 0.6 : 1), items: [...state.items, item], stray: state.stray };
}

/** Best way to cut, by dynamic programming over the syllable table. */
export function cutLetters(engine: Engine, letters: string): Cut {
  const best: (State | undefined)[] = [{ cost: 0, items: [], stray: 0 }];
  const offer = (at: number, state: State): void => {
    const known = best[at];
    if (known === undefined || state.cost < known.cost) best[at] = state;
  };
  for (let at = 0; at < letters.length; at += 1) {
    const state = best[at];
    if (state === undefined) continue;
    offer(at + 1, {
      cost: state.cost + STRAY_COST,
      items: [...state.items, syllable('')],
      stray: state.stray + 1,
    });
    for (let length = 1; length <= LONGEST && at + length <= letters.length; length += 1) {
      const sound = letters.slice(at, at + length);
      if (engine.syllables.has(sound)) offer(at + length, extend(engine, state, sound));
    }
  }
  return best[letters.length] ?? { items: [], stray: letters.length };
}
