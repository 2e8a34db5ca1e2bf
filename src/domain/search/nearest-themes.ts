import { engineOf } from './engine';
import { readingsOf } from './readings';
import type { SearchIndex } from './search-index';

export interface Themed {
  readonly id: string;
  readonly theme: string;
}

/** A theme is near when one of its guides explains at least this much of the query. */
const NEAR = 0.08;

/** Themes for the page that says nothing was found: those of the guides that came nearest, best first. */
export function nearestThemes(
  index: SearchIndex,
  query: string,
  guides: readonly Themed[],
  limit = 3,
): string[] {
  const engine = engineOf(index);
  const themeOf = new Map(guides.map(({ id, theme }) => [id, theme]));
  const shares = new Map<string, number>();
  for (const { explained, mass } of readingsOf(engine, query)) {
    engine.ids.forEach((id, document) => {
      const theme = themeOf.get(id);
      const share = mass > 0 ? (explained[document] ?? 0) / mass : 0;
      if (theme !== undefined && share >= NEAR) shares.set(theme, Math.max(share, shares.get(theme) ?? 0));
    });
  }
  return [...shares]
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit)
    .map(([theme]) => theme);
}
