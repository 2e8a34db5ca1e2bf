import type { Guide } from '@/domain/guide/guide';
import type { Hall } from '@/domain/guide/reference';
import guides from '@/generated/guides';
import halls from '@/generated/halls';

/** Ids come out of links: as keys of an object `constructor` and its like would be found. */
const known = new Map(Object.entries(guides));

/** A guide's body, parsed when it is first opened; `undefined` for an id that is not among them. */
export const findGuide = (id: string | undefined): Guide | undefined =>
  id === undefined ? undefined : known.get(id)?.();

export const findHall = (id: string): Hall | undefined => halls.find((hall) => hall.id === id);
