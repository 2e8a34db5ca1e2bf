/** Random enterprises with everything known: mostly small, few listed, fewer still 小巨人. Shares for measuring only. */
import { addDays, dateOf, formatDate } from '@/domain/shared/civil-date';
import type { Facts } from './people';
import { seeded, type Seeded } from './seeded';

const day = (random: Seeded, from: string, days: number): string =>
  formatDate(addDays(dateOf(from), random.int(0, days)));

const HEADS = { micro: [1, 9], small: [10, 99], medium: [100, 299], large: [300, 4000] } as const;

const hire = (random: Seeded): Facts => ({
  hireDate: day(random, '2022-10-01', 1200),
  kind: random.weighted({ graduate: 0.5, youth: 0.2, other: 0.3 }),
  graduationYear: random.int(2020, 2025),
  birthDate: day(random, '1995-01-01', 4700),
  contract: random.chance(0.95),
  insuredMonths: random.int(0, 12),
  stillInsured: random.chance(0.85),
  priorSubsidy: random.weighted({ none: 0.9, expansion: 0.06, absorption: 0.04 }),
});

const TAXES = {
  stamp: 5,
  cityMaintenance: 5,
  educationSurcharge: 4,
  localEducationSurcharge: 4,
  property: 2,
  landUse: 2,
  resource: 0.3,
  waterResource: 0.3,
  farmlandOccupation: 0.1,
  securitiesStamp: 0.2,
  other: 1,
};

const taxItem = (random: Seeded): Facts => ({
  kind: random.weighted(TAXES),
  payableCents: random.int(1, 5_000_000),
});

const many = <T>(random: Seeded, most: number, make: (random: Seeded) => T): readonly T[] =>
  Array.from({ length: random.int(0, most) }, () => make(random));

function stageOf(random: Seeded, board: string): string {
  if (!random.chance(0.03)) return 'none';
  return board === 'neeq'
    ? 'quoted'
    : random.weighted({ shareReform: 3, tutoring: 2, filing: 1, registered: 1 });
}

function listing(random: Seeded): Facts {
  const board = random.weighted({ star: 1, mainOrChinext: 2, bse: 3, neeq: 4 });
  return {
    board,
    stage: stageOf(random, board),
    stageOn: day(random, '2021-01-01', 2000),
    receivedCents: random.pick([0, 0, 100_000_000, 150_000_000]),
  };
}

const tax = (random: Seeded, heads: number): Facts => ({
  taxpayerType: random.weighted({ smallScale: 0.7, general: 0.3 }),
  taxableIncomeCents: random.int(0, 600_000_000),
  employees: heads,
  assetsCents: random.int(100_000, 9_000_000_000),
  items: many(random, 4, taxItem),
});

const recognitions = (random: Seeded): Facts => ({
  hiTech: {
    status: random.weighted({ none: 0.9, pending: 0.005, first: 0.06, renewed: 0.03, revoked: 0.005 }),
    certDate: day(random, '2023-01-01', 1200),
  },
  techSme: {
    status: random.weighted({ none: 0.85, first: 0.06, repeat: 0.08, revoked: 0.01 }),
    year: random.int(2022, 2026),
    rdDeductCents: random.int(0, 500_000_000),
  },
  littleGiant: {
    status: random.weighted({
      none: 0.96,
      provincial: 0.03,
      pending: 0.002,
      new: 0.004,
      renewed: 0.003,
      revoked: 0.001,
    }),
    year: random.int(2022, 2026),
  },
  scaleUp: {
    status: random.weighted({ none: 0.9, first: 0.08, reentry: 0.02 }),
    entryYear: random.int(2023, 2026),
    kind: random.weighted({ industry: 3, construction: 1, trade: 4, service: 2 }),
  },
});

const KINDS = { company: 0.55, selfEmployed: 0.35, socialOrg: 0.04, professionalFirm: 0.03, public: 0.03 };

export function randomEnterprise(random: Seeded): Facts {
  const size = random.weighted({ micro: 0.7, small: 0.24, medium: 0.045, large: 0.015 });
  const [fewest, most] = HEADS[size];
  const base = random.int(fewest, most);
  const end = Math.max(0, base + random.int(-Math.ceil(base / 8), Math.ceil(base / 5)));
  return {
    orgType: random.weighted(KINDS),
    regArea: random.weighted({ jinpu: 0.8, otherDalian: 0.12, outside: 0.08 }),
    size,
    creditStatus: random.weighted({ normal: 0.97, dishonest: 0.02, zombie: 0.01 }),
    ui: {
      paidMonths: random.int(0, 60),
      arrears: random.chance(0.05),
      paidCents: random.int(1000, 20_000_000),
    },
    headcount: { base, end, excludedLeavers: random.int(0, Math.ceil(base / 20)) },
    hires: many(random, 3, hire),
    ...recognitions(random),
    listing: listing(random),
    staffAvg: end,
    disabledEmployed: random.int(0, Math.ceil(end / 40)),
    avgWageCents: random.int(5_000_000, 20_000_000),
    tax: tax(random, end),
  };
}

export function randomEnterprises(count: number, seed: number): readonly Facts[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => randomEnterprise(random));
}
