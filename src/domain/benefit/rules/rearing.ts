/**
 * 育儿补贴 years: which years a child may claim depends on the year of birth (fixed up to 2024), and later on the year
 * first claimed: that year and the two after it, the first being the year of birth or the next.
 */
import { propertyOf } from '../../logic/facts';
import type { Compiler, Evaluator } from '../../logic/compiler';
import { waitFor } from '../../logic/fact-tests';
import { factReader, type Env } from '../../logic/facts';
import { MET, UNMET, unmetUntil, type Outcome } from '../../logic/outcome';
import type { Reading } from '../../logic/reading';
import type { CivilDate } from '../../shared/civil-date';
import { factPathIn, intIn, intsIn } from './given';

interface Setup {
  readonly birth: (env: Env) => Reading<CivilDate>;
  /** Years claimed; `undefined` when not given. */
  readonly claimed: (env: Env) => readonly number[] | undefined;
  readonly claimedMissing: (env: Env) => readonly string[];
  /** Years open by year of birth. */
  readonly fixed: ReadonlyMap<number, readonly number[]>;
  /** Born in or after this year: three years from the first claim. */
  readonly since: number;
}

const YEARS = 3;

function setupOf(given: unknown, { date }: Compiler): Setup {
  const claimed = factReader(factPathIn(given, 'claimed'));
  const years = propertyOf(given, 'years');
  return {
    birth: date({ fact: factPathIn(given, 'birth') }),
    claimed: (env) => {
      const value = claimed.read(env);
      return Array.isArray(value) ? value.filter((year) => typeof year === 'number') : undefined;
    },
    claimedMissing: claimed.missing,
    fixed: new Map(
      Object.entries(typeof years === 'object' && years !== null ? years : {}).map(([year, open]) => [
        Number(year),
        intsIn(open),
      ]),
    ),
    since: intIn(given, 'since'),
  };
}

/** Without a claim the first year would be the present one, which must be the year of birth or the next. */
function openYears(setup: Setup, born: number, claimed: readonly number[], year: number): readonly number[] {
  if (born < setup.since) return setup.fixed.get(born) ?? [];
  if (claimed.length === 0 && year !== born && year !== born + 1) return [];
  const first = claimed.length === 0 ? year : Math.min(...claimed);
  return Array.from({ length: YEARS }, (_, i) => first + i);
}

const fromYear = (year: number): Outcome => unmetUntil({ year, month: 1, day: 1 });

/** Children born before the first year of the table are for another condition to refuse. */
export function rearingYearOpen(given: unknown, compiler: Compiler): Evaluator {
  const setup = setupOf(given, compiler);
  const firstBorn = Math.min(setup.since, ...setup.fixed.keys());
  return (env) => {
    const birth = setup.birth(env);
    if (birth.kind !== 'value') return waitFor(env, birth.paths);
    const born = birth.value.year;
    if (born < firstBorn) return MET;
    const { year } = env.asOf;
    const claimed = setup.claimed(env);
    if (!claimed && born >= setup.since) {
      if (year === born || year === born + 1) return MET;
      return year > born + YEARS ? UNMET : waitFor(env, setup.claimedMissing(env));
    }
    const open = openYears(setup, born, claimed ?? [], year);
    if (open.includes(year)) return MET;
    const later = open.filter((each) => each > year);
    return later.length > 0 ? fromYear(Math.min(...later)) : UNMET;
  };
}

/** This year's is not claimed yet. Claimed and born on a day not given: next year's may be open, so nothing is said. */
export function rearingYearUnclaimed(given: unknown, compiler: Compiler): Evaluator {
  const setup = setupOf(given, compiler);
  return (env) => {
    const claimed = setup.claimed(env);
    if (!claimed) return waitFor(env, setup.claimedMissing(env));
    const { year } = env.asOf;
    if (!claimed.includes(year)) return MET;
    const birth = setup.birth(env);
    if (birth.kind !== 'value') return waitFor(env, birth.paths);
    const next = year + 1;
    return openYears(setup, birth.value.year, claimed, year).includes(next) ? fromYear(next) : UNMET;
  };
}
