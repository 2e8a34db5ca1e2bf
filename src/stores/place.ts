/** Places in answers, written `members[2].idNo`. */
import { isRecord } from './persisted';

/** `person.children[0].hukou` → ['person', 'children', 0, 'hukou'] */
export const placeKeys = (place: string): readonly (string | number)[] =>
  place
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

export function readPlace(facts: unknown, place: string): unknown {
  return placeKeys(place).reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
    return isRecord(value) && Object.prototype.hasOwnProperty.call(value, key) ? value[key] : undefined;
  }, facts);
}

/** A copy with the value at that place; `undefined` takes it away. */
export function put(value: unknown, [key, ...rest]: readonly (string | number)[], next: unknown): unknown {
  if (key === undefined) return next;
  if (typeof key === 'number') {
    const rows: unknown[] = Array.isArray(value) ? [...value] : [];
    rows[key] = put(rows[key] ?? {}, rest, next);
    return rows;
  }
  const before = isRecord(value) ? value : {};
  const inner = put(before[key], rest, next);
  const others = Object.entries(before).filter(([name]) => name !== key);
  return Object.fromEntries(inner === undefined ? others : [...others, [key, inner]]);
}
