import { ageOn, daysBetween, formatDate } from '../../shared/civil-date';
import { dateIn, propertyOf } from '../../logic/facts';
import { rowsAt, valueAt } from '../answers';
import { birthInId, birthOf } from '../documents';
import { textOf } from '../kinds/kind';
import type { Derive } from './scene';

/** The grade is the last of the twenty digits of 残疾人证号. */
export const disabilityGrade: Derive = (env) => {
  const certNo = textOf(valueAt('certNo', env));
  return certNo.length === 20 ? `${certNo.charAt(19)} 级` : undefined;
};

export const birthDate: Derive = (env) => {
  const birth = birthInId(valueAt('.idNo', env), env.asOf);
  return birth && formatDate(birth);
};

export const ageToday: Derive = (env) => {
  const birth = birthOf(valueAt('applicant', env), 'idNo', env.asOf);
  return birth && ageOn(birth, env.asOf);
};

const YEAR_CENTS = 360_000;
const MONTH_CENTS = 30_000;

/** 育儿补贴: a full year is 3,600 yuan; born before 2025, the last year has 300 yuan a month of the birth month's number. */
function childCents(birthYear: number, birthMonth: number, year: number): number {
  if (birthYear >= 2025) return YEAR_CENTS;
  return year === birthYear + 3 ? birthMonth * MONTH_CENTS : YEAR_CENTS;
}

export const childcareSubsidy: Derive = (env) => {
  const year = valueAt('year', env);
  const births = rowsAt('children', env).map((child) => dateIn(propertyOf(child, 'birthDate')));
  if (typeof year !== 'number' || births.length === 0) return undefined;
  return births.reduce<number | undefined>(
    (sum, birth) =>
      sum === undefined || !birth ? undefined : sum + childCents(birth.year, birth.month, year),
    0,
  );
};

/** First and last day counted. */
export const occupationDays: Derive = (env) => {
  const from = dateIn(valueAt('period.from', env));
  const to = dateIn(valueAt('period.to', env));
  return from && to && daysBetween(from, to) >= 0 ? daysBetween(from, to) + 1 : undefined;
};
