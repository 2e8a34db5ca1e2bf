/** 生育津贴 (女职工劳动保护特别规定 第7条): days, and an estimate of the amount by months at each employer. */
import { productOver } from '../../logic/exact';
import { dateIn, propertyOf, type Env } from '../../logic/facts';
import { rowsAt, valueAt } from '../answers';
import { numberIn, type Derive } from './scene';

const BIRTH_DAYS = 98;
const EXTRA_DAYS = 15;
const EARLY_DAYS = 15;
const LATE_DAYS = 42;
/** 满四个月 */
const LATE_FROM_WEEKS = 16;

export function maternityDays(env: Env): number | undefined {
  switch (valueAt('event', env)) {
    case 'birth': {
      const mode = valueAt('mode', env);
      const babies = numberIn(valueAt('babyCount', env));
      if (babies === undefined || mode === undefined) return undefined;
      return BIRTH_DAYS + (mode === 'natural' ? 0 : EXTRA_DAYS) + (babies - 1) * EXTRA_DAYS;
    }
    case 'miscarriage': {
      const weeks = numberIn(valueAt('gestWeeks', env));
      if (weeks === undefined) return undefined;
      return weeks < LATE_FROM_WEEKS ? EARLY_DAYS : LATE_DAYS;
    }
    // 计划生育手术: by what is assessed.
    default:
      return undefined;
  }
}

function monthsOf(row: unknown): number | undefined {
  const from = dateIn(propertyOf(row, 'fromMonth'));
  const to = dateIn(propertyOf(row, 'toMonth'));
  const months = from && to ? (to.year - from.year) * 12 + to.month - from.month + 1 : 0;
  return months > 0 ? months : undefined;
}

export const maternityAllowance: Derive = (env) => {
  const days = maternityDays(env);
  let months = 0;
  let weighted = 0;
  for (const row of rowsAt('employers', env)) {
    const [count, base] = [monthsOf(row), numberIn(propertyOf(row, 'base'))];
    if (count === undefined || base === undefined) return undefined;
    months += count;
    weighted += base * count;
  }
  if (days === undefined || months === 0) return undefined;
  return productOver(weighted, days, months * 30);
};
