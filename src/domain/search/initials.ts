import type { Engine } from './engine';

/** Fewer letters begin too much to be a beginning: three at random fit one time in fifteen. */
const SHORTEST_PREFIX = 4;

/** Documents called something with these initials (1), or something that begins with them (less). */
export function byInitials({ initials }: Engine, letters: string): Map<number, number> {
  const found = new Map<number, number>();
  let low = 0;
  let high = initials.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((initials[middle]?.letters ?? '') < letters) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < initials.length; at += 1) {
    const entry = initials[at];
    if (!entry?.letters.startsWith(letters)) break;
    const exact = entry.letters === letters;
    if (!exact && letters.length < SHORTEST_PREFIX) break;
    const value = exact ? 1 : 0.6 + 0.3 * (letters.length / entry.letters.length);
    found.set(entry.document, Math.max(value, found.get(entry.document) ?? 0));
  }
  return found;
}
