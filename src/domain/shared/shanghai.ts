import { addDays, dateOf, type CivilDate } from './civil-date';

const DAY_MS = 86_400_000;
/** UTC+8 all year: China has kept no summer time since 1991, and only instants of today are converted here. */
const OFFSET_MS = 8 * 3_600_000;
const EPOCH = dateOf('1970-01-01');

/** A moment as residents read it: the civil date in Asia/Shanghai and the minutes since its midnight. */
export interface LocalMoment {
  readonly date: CivilDate;
  readonly minutes: number;
}

/** `epochMs`: milliseconds since 1970 UTC, of the present (not of a birth decades ago). */
export function shanghaiMoment(epochMs: number): LocalMoment {
  const local = epochMs + OFFSET_MS;
  const days = Math.floor(local / DAY_MS);
  return { date: addDays(EPOCH, days), minutes: Math.floor((local - days * DAY_MS) / 60_000) };
}
