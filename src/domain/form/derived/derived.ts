/** The closed list of what is worked out; content names a rule (`derive`). */
import { maternityAllowance, maternityDays } from './maternity';
import { ageToday, birthDate, childcareSubsidy, disabilityGrade, occupationDays } from './people';
import type { Derive } from './scene';
import { areaPerPerson, perCapitaIncome, retentionRate, selfPaid, unpaidBills, wagesOwed } from './sums';

/** 以责任部门公布为准: it needs a figure that no department has published to us. */
const byDepartment: Derive = () => undefined;
/** Known to the server only: what a person has had so far. */
const fromRecords: Derive = () => undefined;

export const derivedRules = {
  byDepartment,
  fromRecords,
  disabilityGrade,
  birthDate,
  ageToday,
  childcareSubsidy,
  occupationDays,
  perCapitaIncome,
  selfPaid,
  wagesOwed,
  unpaidBills,
  retentionRate,
  areaPerPerson,
  maternityDays,
  maternityAllowance,
} satisfies Record<string, Derive>;

export type DerivedRule = keyof typeof derivedRules;
