import { isRecord, stringsIn } from './persisted';

/** 收藏与最近看过. Ids of guides only: nothing here says anything about the person. */
export interface Saved {
  readonly favourites: readonly string[];
  /** Latest first. */
  readonly recents: readonly string[];
}

const RECENTS = 20;
const FAVOURITES = 89;

export const parseSaved = (stored: unknown): Saved => ({
  favourites: isRecord(stored) ? stringsIn(stored['favourites']).slice(0, FAVOURITES) : [],
  recents: isRecord(stored) ? stringsIn(stored['recents']).slice(0, RECENTS) : [],
});

export const withFavourite = (saved: Saved, id: string, kept: boolean): Saved => ({
  ...saved,
  favourites: kept
    ? [id, ...saved.favourites.filter((each) => each !== id)]
    : saved.favourites.filter((each) => each !== id),
});

export const withRecent = (saved: Saved, id: string): Saved => ({
  ...saved,
  recents: [id, ...saved.recents.filter((each) => each !== id)].slice(0, RECENTS),
});
