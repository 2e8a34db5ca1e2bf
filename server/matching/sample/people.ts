/**
 * Random residents with everything known, drawn so that the rare is as rare as in a district of 1.6 million: one in
 * seventeen holds a disability certificate, one in forty is on relief, one household in ten has a child below seven.
 * The shares are round figures for measuring, not statistics of anywhere.
 */
import { addDays, dateOf, formatDate, type CivilDate } from '@/domain/shared/civil-date';
import { seeded, type Seeded } from './seeded';

export type Facts = Readonly<Record<string, unknown>>;

const TODAY = dateOf('2026-11-23');
const HUKOU = { jinpu: 0.62, otherDalian: 0.1, outside: 0.28 };
const YEAR_DAYS = 365.25;

/** A birth date for an age in years, any day of that year of life. */
const bornAt = (random: Seeded, age: number): CivilDate =>
  addDays(TODAY, -Math.floor((age + random.next()) * YEAR_DAYS));

const dayBetween = (random: Seeded, from: string, days: number): string =>
  formatDate(addDays(dateOf(from), random.int(0, days)));

const BANDS = {
  child: [0, 17],
  young: [18, 34],
  middle: [35, 59],
  old: [60, 79],
  oldest: [80, 103],
} as const;

function ageOf(random: Seeded): number {
  const [low, high] =
    BANDS[random.weighted({ child: 0.13, young: 0.22, middle: 0.4, old: 0.21, oldest: 0.04 })];
  return random.int(low, high);
}

/** Years that a child of that birth year may have been paid for already. */
const claimedYears = (random: Seeded, born: number): readonly number[] =>
  [2025, 2026].filter((year) => year >= born && year - born <= 3 && random.chance(year === 2025 ? 0.8 : 0.5));

function child(random: Seeded): Facts {
  const birth = bornAt(random, random.int(0, 8));
  const age = TODAY.year - birth.year;
  const stage = age < 3 || age > 6 ? 'notEnrolled' : random.weighted({ notEnrolled: 1, lower: 6, senior: 3 });
  const kind = random.weighted({ public: 0.6, private: 0.4 });
  return {
    birthDate: formatDate(birth),
    hukou: random.weighted(HUKOU),
    chineseNational: random.chance(0.995),
    lawfulBirth: random.chance(0.99),
    claimedYears: claimedYears(random, birth.year),
    kindergarten: {
      stage,
      approved: random.chance(0.97),
      kind,
      feePerMonthCents: kind === 'public' ? random.int(300, 700) * 100 : random.int(900, 3000) * 100,
    },
  };
}

const DISABILITIES = { physical: 50, hearing: 16, visual: 14, mental: 10, intellectual: 8, speech: 2 };

function disability(random: Seeded): Facts {
  const grade = random.chance(0.06) ? random.int(1, 4) : 0;
  if (grade === 0) return { grade, kinds: [], certValidTo: '2026-01-01' };
  return {
    grade,
    kinds: [random.weighted(DISABILITIES)],
    certValidTo: dayBetween(random, '2025-06-01', 3650),
  };
}

const unemployment = (random: Seeded, benefit: string): Facts => ({
  benefit,
  from: dayBetween(random, '2025-01-01', 700),
  paidMonths: random.int(0, 240),
  carriedMonths: random.chance(0.1) ? random.int(1, 12) : 0,
  involuntary: random.chance(0.7),
});

function relief(random: Seeded): Facts {
  const kind = random.weighted({ none: 0.955, dibao: 0.02, tekun: 0.003, dibaoEdge: 0.012, lowIncome: 0.01 });
  const ended = kind !== 'none' && random.chance(0.1);
  return { kind, ...(ended ? { endedOn: dayBetween(random, '2026-06-01', 175) } : {}) };
}

const familyPlanning = (random: Seeded, age: number): Facts => ({
  femaleBirthDate: formatDate(bornAt(random, Math.max(18, age + random.int(-4, 4)))),
  oneChildOnly: random.chance(0.4),
  childStatus: random.weighted({ deceased: 0.03, disabled: 0.04, healthy: 0.93 }),
  childDisabilityGrade: random.int(1, 4),
  certified: random.chance(0.7),
});

/** One resident with every fact known but those that the system fills in. */
export function randomPerson(random: Seeded): Facts {
  const age = ageOf(random);
  const working = age >= 18 && age < 60;
  const minor = age < 18;
  return {
    birthDate: formatDate(bornAt(random, age)),
    hukou: random.weighted(HUKOU),
    relief: relief(random),
    childWelfare: minor
      ? random.weighted({ none: 0.985, orphan: 0.005, deFactoUnraised: 0.009, hiv: 0.001 })
      : 'none',
    disability: disability(random),
    needLongTermCare: random.chance(age >= 80 ? 0.25 : 0.02),
    workInjuryCareFee: random.chance(0.002),
    specialCare: random.chance(0.01),
    children:
      age >= 22 && random.chance(0.2) ? Array.from({ length: random.int(1, 3) }, () => child(random)) : [],
    medicalInsurance: {
      type: random.weighted(
        working
          ? { employee: 0.6, resident: 0.35, none: 0.05 }
          : { employee: 0.4, resident: 0.57, none: 0.03 },
      ),
      payYear: random.pick([2026, 2027]),
      category: minor ? 'minorOrStudent' : 'adult',
    },
    familyPlanning: familyPlanning(random, age),
    ui: unemployment(
      random,
      working ? random.weighted({ none: 0.96, insurance: 0.03, assistance: 0.01 }) : 'none',
    ),
    employment:
      age >= 60
        ? random.weighted({ retired: 0.9, unemployed: 0.1 })
        : random.weighted({ employed: 0.7, unemployed: 0.3 }),
    deceased: {
      hukou: random.weighted(HUKOU),
      cremation: random.weighted({ none: 0.985, designated: 0.013, elsewhere: 0.002 }),
    },
  };
}

/** `count` residents, the same for the same seed. */
export function randomPeople(count: number, seed: number): readonly Facts[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => randomPerson(random));
}
