import type { Engine } from './engine';
import type { Item } from './terms';

const matches = ({ soundsOf }: Engine, item: Item, char: string): boolean =>
  item.char === '' ? (soundsOf.get(char)?.includes(item.sound) ?? false) : item.char === char;

/** Documents that are called just what the query says, once stop phrases are gone, typed or in pinyin. */
export function exactDocuments(engine: Engine, runs: readonly (readonly Item[])[]): number[] {
  const items = runs.flat();
  return engine.exact
    .filter(
      ({ text }) =>
        text.length === items.length && items.every((item, i) => matches(engine, item, text.charAt(i))),
    )
    .map(({ document }) => document);
}
