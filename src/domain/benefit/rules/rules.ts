import type { Setting } from '../../logic/compiler';
import { rearingYearOpen, rearingYearUnclaimed } from './rearing';
import { withinBenefitPeriod } from './unemployment';

/** Rules that policies may name: what the language of conditions would say only at length. */
export const POLICY_RULES = {
  rearingYearOpen,
  rearingYearUnclaimed,
  withinBenefitPeriod,
} as const satisfies NonNullable<Setting['rules']>;
