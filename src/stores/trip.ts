import { stringsIn } from './persisted';

/** Guides chosen for one trip. */
export type TripChoice = readonly string[];

export const TRIP_LIMIT = 8;

export const parseTrip = (stored: unknown): TripChoice => stringsIn(stored).slice(0, TRIP_LIMIT);

export const withGuide = (choice: TripChoice, id: string, chosen: boolean): TripChoice =>
  chosen
    ? [...choice.filter((each) => each !== id), id].slice(0, TRIP_LIMIT)
    : choice.filter((each) => each !== id);
