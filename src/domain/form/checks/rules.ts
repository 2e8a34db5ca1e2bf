/** The named rules of checks: what the language of conditions cannot say. Content names them; the lint knows the list. */
import type { Setting } from '../../logic/compiler';
import {
  adultsSigned,
  aged,
  birthMatches,
  bornTogether,
  categoryFitsAge,
  sexIs,
  signersAmong,
} from './person-rules';
import { apartFromEarlier, everyMonthListed, partsWithin, rowCount } from './row-rules';
import { claimYearOpen, settlesInDistrict } from './service-rules';
import { differs, equalsOneOf, holdsResidentId, samePrefix } from './text-rules';

export const checkRules = {
  equalsOneOf,
  differs,
  samePrefix,
  holdsResidentId,
  sexIs,
  aged,
  birthMatches,
  bornTogether,
  categoryFitsAge,
  signersAmong,
  adultsSigned,
  rowCount,
  everyMonthListed,
  apartFromEarlier,
  partsWithin,
  claimYearOpen,
  settlesInDistrict,
} satisfies Setting['rules'];
