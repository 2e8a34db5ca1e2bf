import type { Wrong } from '../filling';
import { isInside } from '../place';

export const PARTS = [
  { id: 'entities', title: '查谁' },
  { id: 'departments', title: '查哪些部门' },
  { id: 'period', title: '查多久' },
] as const;

export type PartId = (typeof PARTS)[number]['id'];

export const partIn = (text: string | undefined): PartId =>
  PARTS.find(({ id }) => id === text)?.id ?? 'entities';

/** First words of the places that a part asks about. */
const TOPS: Readonly<Record<PartId, readonly string[]>> = {
  entities: ['entities', 'related'],
  departments: ['departments', 'scopeConfirmed'],
  period: ['period'],
};

/**
 * What stops a part, or one row of it. Nobody has to go through everything to see the board: what the company itself
 * lacks is asked with the application.
 */
export const wrongIn = (part: PartId, row: string | undefined, wrong: readonly Wrong[]): readonly Wrong[] =>
  wrong.filter(({ place }) =>
    row === undefined ? TOPS[part].some((top) => isInside(place, top)) : isInside(place, row),
  );
