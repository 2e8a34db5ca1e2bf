/** Rules on sex and age of the person whom an identity number names. */
import type { Evaluator } from '../../logic/compiler';
import { dateIn } from '../../logic/facts';
import { decided, MET } from '../../logic/outcome';
import {
  addMonths,
  addYears,
  ageOn,
  compareDates,
  dateOf,
  daysBetween,
  formatDate,
} from '../../shared/civil-date';
import { holderAt, rowsAt, valueAt, valuesAt } from '../answers';
import { birthInId, birthOf, sexOf } from '../documents';
import { signerOf } from '../kinds/files';
import { intGiven, textGiven, textsGiven } from './given';

export function sexIs(given: unknown): Evaluator {
  const of = textGiven(given, 'of');
  const sex = textGiven(given, 'sex');
  return (env) => {
    const found = sexOf(...holderAt(of, env));
    return found === undefined ? MET : decided(found === sex);
  };
}

/**
 * 满 `atLeast` 周岁 (women `women`, when it differs) and at most `atMost` on the day at `on` (the day of evaluation
 * unless given); `monthsEarly`: already so many months before the birthday.
 */
export function aged(given: unknown): Evaluator {
  const of = textGiven(given, 'of');
  const least = intGiven(given, 'atLeast', 0);
  const leastOfWomen = intGiven(given, 'women', least);
  const most = intGiven(given, 'atMost', Infinity);
  const monthsEarly = intGiven(given, 'monthsEarly', 0);
  const on = textGiven({ on: 'asOf', ...Object(given) }, 'on');
  return (env) => {
    const [holder, key] = holderAt(of, env);
    const birth = birthOf(holder, key, env.asOf);
    const day = on === 'asOf' ? env.asOf : dateIn(valueAt(on, env));
    if (!birth || !day) return MET;
    const years = sexOf(holder, key) === 'female' ? leastOfWomen : least;
    const from = addMonths(addYears(birth, years), -monthsEarly);
    return decided(compareDates(day, from) >= 0 && ageOn(birth, day) <= most);
  };
}

/** Each signer of `signatures` is one of `people`. */
export function signersAmong(given: unknown): Evaluator {
  const signatures = textGiven(given, 'signatures');
  const people = textsGiven(given, 'people');
  return (env) => {
    const known = people.flatMap((path) => valuesAt(path, env));
    return decided(rowsAt(signatures, env).every((each) => known.includes(signerOf(each))));
  };
}

/** Everyone of `people` who is 18 has signed, and everyone of `always` whatever the age. */
export function adultsSigned(given: unknown): Evaluator {
  const signatures = textGiven(given, 'signatures');
  const people = textsGiven(given, 'people');
  const always = textsGiven({ always: ['always'], ...Object(given) }, 'always');
  return (env) => {
    const signed = rowsAt(signatures, env).map(signerOf);
    const adults = people
      .flatMap((path) => valuesAt(path, env))
      .filter((idNo) => {
        const birth = birthInId(idNo, env.asOf);
        return birth !== undefined && ageOn(birth, env.asOf) >= 18;
      });
    const signers = [...adults, ...always.flatMap((path) => valuesAt(path, env))].filter(Boolean);
    return decided(signers.every((idNo) => signed.includes(String(idNo))));
  };
}

/** The date at `date` is the birth date in the number at `idNo`. */
export function birthMatches(given: unknown): Evaluator {
  const date = textGiven(given, 'date');
  const idNo = textGiven(given, 'idNo');
  return (env) => {
    const birth = birthInId(valueAt(idNo, env), env.asOf);
    const written = valueAt(date, env);
    return birth === undefined || written === undefined ? MET : decided(formatDate(birth) === written);
  };
}

/** Twins and more: no row was born more than a day from the first (they may be born either side of midnight). */
export function bornTogether(given: unknown): Evaluator {
  const column = textGiven(given, 'column');
  return (env) => {
    const [first, ...others] = valuesAt(column, env).map(dateIn);
    return decided(others.every((each) => !first || !each || Math.abs(daysBetween(first, each)) <= 1));
  };
}

const NEWBORN_DAYS = 90;

/** 居民医保 categories: adult or minor on January 1 of the year, newborn within 90 days; not yet born counts as 0. */
export function categoryFitsAge(given: unknown): Evaluator {
  const [category, idNo, year] = ['category', 'idNo', 'year'].map((key) => textGiven(given, key));
  return (env) => {
    const birth = birthInId(valueAt(idNo ?? '', env), env.asOf);
    const insured = valueAt(year ?? '', env);
    if (!birth || typeof insured !== 'number') return MET;
    const adult = ageOn(birth, dateOf(`${insured}-01-01`)) >= 18;
    switch (valueAt(category ?? '', env)) {
      case 'adult':
        return decided(adult);
      case 'minor':
        return decided(!adult);
      case 'newborn':
        return decided(daysBetween(birth, env.asOf) <= NEWBORN_DAYS);
      default:
        return MET;
    }
  };
}
