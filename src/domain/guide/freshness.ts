/** 保鲜签: when the sources were read, whether a department confirmed, whether a review is due. Never claims a check nobody made. */
import { compareDates, dateOf, type CivilDate } from '../shared/civil-date';
import type { Guide } from './guide';

export interface Freshness {
  readonly confirmed: boolean;
  /** YYYY-MM-DD of the confirmation, else of the day the sources were read. */
  readonly on: string;
  readonly by?: string;
  readonly reviewBy: string;
  /** Past its review day: residents are told 请先电话确认. */
  readonly overdue: boolean;
}

export function freshnessOf({ freshness }: Guide, today: CivilDate): Freshness {
  const overdue = compareDates(today, dateOf(freshness.reviewBy)) > 0;
  const { confirmedBy, confirmedOn } = freshness;
  return confirmedBy === undefined || confirmedOn === undefined
    ? { confirmed: false, on: freshness.sourceReadOn, reviewBy: freshness.reviewBy, overdue }
    : { confirmed: true, on: confirmedOn, by: confirmedBy, reviewBy: freshness.reviewBy, overdue };
}
