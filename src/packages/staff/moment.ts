import { dateOf, daysBetween, type CivilDate } from '@/domain/shared/civil-date';

const DAY_MS = 86_400_000;
/** 12:00 in Asia/Shanghai is 04:00 UTC. */
const NOON_MS = 4 * 3_600_000;
const EPOCH = dateOf('1970-01-01');

/** Noon of a day in Asia/Shanghai as milliseconds since 1970 UTC: what a server's clock would have said then. */
export const noonInShanghai = (date: CivilDate): number => daysBetween(EPOCH, date) * DAY_MS + NOON_MS;
