/**
 * json-rules-engine holding the same 19 rules for one day. It answers yes or no: no third value, no reasons, no sums. It
 * is helped where it can be: days are worked out beforehand and compared as text, paths are walked by a plain loop and
 * not by JSONPath, and what the library has no words for (rows, tables of years and stages) is a plain function.
 */
import { Engine, type NestedCondition, type RuleProperties } from 'json-rules-engine';
import { PUBLISHED } from '../support/published';

/** 2026-11-23, and the days that the rules of that day look at. */
const ON = '2026-11-23';
const MONTH = '2026-11-01';

const is = (fact: string, path: string, operator: string, value: unknown): NestedCondition => ({
  fact,
  path,
  operator,
  value,
});
const person = (path: string, operator: string, value: unknown): NestedCondition =>
  is('person', path, operator, value);
const enterprise = (path: string, operator: string, value: unknown): NestedCondition =>
  is('enterprise', path, operator, value);
const context = (path: string, operator: string, value: unknown): NestedCondition =>
  is('context', path, operator, value);
const all = (...conditions: NestedCondition[]): NestedCondition => ({ all: conditions });
const any = (...conditions: NestedCondition[]): NestedCondition => ({ any: conditions });

const relief = (...kinds: string[]): NestedCondition =>
  all(person('relief.kind', 'in', kinds), person('relief.endedOn', 'unsetOrFrom', MONTH));

const grade = (low: number, high: number): NestedCondition =>
  all(
    person('disability.grade', 'greaterThanInclusive', low),
    person('disability.grade', 'lessThanInclusive', high),
  );

const rule = (id: string, ...conditions: NestedCondition[]): RuleProperties => ({
  conditions: { all: conditions },
  event: { type: id },
});

const forPeople: readonly RuleProperties[] = [
  rule(
    'elderly-allowance',
    person('hukou', 'in', ['jinpu', 'otherDalian']),
    person('deathDate', 'unsetOrFrom', MONTH),
    person('birthDate', 'until', '1946-11-23'),
  ),
  rule(
    'disability-living-subsidy',
    person('hukou', 'equal', 'jinpu'),
    grade(1, 4),
    person('disability.certValidTo', 'from', ON),
    any(relief('dibao'), all(relief('dibaoEdge'), context('param.livingIncludesEdge', 'equal', true))),
    person('workInjuryCareFee', 'equal', false),
    person('childWelfare', 'notIn', ['orphan', 'deFactoUnraised']),
  ),
  rule(
    'disability-care-subsidy',
    person('hukou', 'equal', 'jinpu'),
    any(
      grade(1, 2),
      all(
        grade(3, 4),
        any(
          person('disability.kinds', 'contains', 'intellectual'),
          person('disability.kinds', 'contains', 'mental'),
        ),
        context('param.careIncludesGrade34', 'equal', true),
      ),
    ),
    person('disability.certValidTo', 'from', ON),
    person('needLongTermCare', 'equal', true),
    person('workInjuryCareFee', 'equal', false),
    { not: relief('tekun') },
  ),
  rule('child-rearing-subsidy', person('children', 'someRearing', 2026)),
  rule('free-preschool-year', person('children', 'someSenior', true)),
  rule(
    'medical-insurance-aid',
    person('medicalInsurance.type', 'notEqual', 'employee'),
    any(
      relief('dibao', 'tekun', 'dibaoEdge'),
      person('childWelfare', 'in', ['orphan', 'deFactoUnraised']),
      grade(1, 2),
      all(
        relief('lowIncome'),
        any(person('birthDate', 'until', '1966-11-23'), person('birthDate', 'from', '2008-11-24')),
      ),
    ),
  ),
  rule(
    'family-planning-aid',
    person('hukou', 'equal', 'jinpu'),
    person('birthDate', 'from', '1933-01-01'),
    person('familyPlanning.femaleBirthDate', 'until', '1977-11-23'),
    person('familyPlanning.oneChildOnly', 'equal', true),
    any(
      person('familyPlanning.childStatus', 'equal', 'deceased'),
      all(
        person('familyPlanning.childStatus', 'equal', 'disabled'),
        person('familyPlanning.childDisabilityGrade', 'lessThanInclusive', 3),
      ),
    ),
    person('familyPlanning.certified', 'equal', true),
  ),
  rule(
    'price-subsidy',
    any(
      context('price.cpiRisePermille', 'greaterThanInclusive', 35),
      context('price.foodRisePermille', 'greaterThanInclusive', 60),
    ),
    any(
      relief('dibao', 'tekun'),
      person('ui.benefit', 'equal', 'insurance'),
      person('specialCare', 'equal', true),
      person('childWelfare', 'in', ['orphan', 'deFactoUnraised', 'hiv']),
    ),
  ),
  rule(
    'unemployed-medical-insurance',
    person('ui.benefit', 'equal', 'insurance'),
    person('ui.paidMonths', 'greaterThanInclusive', 12),
    person('ui.involuntary', 'equal', true),
    person('ui', 'withinPeriod', 2026 * 12 + 11),
    person('employment', 'equal', 'unemployed'),
  ),
  rule(
    'funeral-fee-waiver',
    person('deceased.hukou', 'in', ['jinpu', 'otherDalian']),
    any(
      person('deceased.cremation', 'equal', 'designated'),
      all(
        person('deceased.cremation', 'equal', 'elsewhere'),
        context('param.funeralElsewhere', 'equal', true),
      ),
    ),
  ),
];

const COVERED = [
  ...['resource', 'cityMaintenance', 'property', 'landUse', 'stamp', 'farmlandOccupation'],
  ...['educationSurcharge', 'localEducationSurcharge'],
];

const inJinpu = enterprise('regArea', 'equal', 'jinpu');

/** P11 and P12 are over since 2025-12-31: the day alone refuses. */
const over = (id: string): RuleProperties => rule(id, is('on', '', 'until', '2025-12-31'));

const forEnterprises: readonly RuleProperties[] = [
  over('job-stabilization-refund'),
  over('hiring-expansion-subsidy'),
  rule(
    'hitech-first-award',
    enterprise('hiTech.status', 'equal', 'first'),
    enterprise('hiTech.certDate', 'from', '2023-11-23'),
    enterprise('hiTech.certDate', 'until', '2023-12-31'),
    enterprise('regArea', 'in', ['jinpu', 'otherDalian']),
  ),
  rule(
    'tech-sme-first-award',
    enterprise('techSme.status', 'equal', 'first'),
    enterprise('techSme.year', 'equal', 2023),
    inJinpu,
    enterprise('techSme.rdDeductCents', 'greaterThanInclusive', PUBLISHED.param.minRdCents),
  ),
  rule(
    'little-giant-award',
    enterprise('littleGiant.status', 'equal', 'new'),
    enterprise('littleGiant.year', 'in', [2024, 2025]),
    inJinpu,
  ),
  rule(
    'scale-up-award',
    enterprise('scaleUp.status', 'equal', 'first'),
    enterprise('scaleUp.entryYear', 'in', PUBLISHED.param.scaleUpYears),
    inJinpu,
  ),
  rule('listing-subsidy', enterprise('listing', 'earnsMore', true)),
  rule(
    'disabled-employment-levy-relief',
    enterprise('staffAvg', 'greaterThanInclusive', 0),
    enterprise('disabledEmployed', 'greaterThanInclusive', 0),
  ),
  rule(
    'six-taxes-two-fees-relief',
    any(
      enterprise('tax.taxpayerType', 'equal', 'smallScale'),
      enterprise('orgType', 'equal', 'selfEmployed'),
      all(
        enterprise('tax.taxableIncomeCents', 'lessThanInclusive', 300_000_000),
        enterprise('tax.employees', 'lessThanInclusive', 300),
        enterprise('tax.assetsCents', 'lessThanInclusive', 5_000_000_000),
      ),
    ),
    enterprise('tax.items', 'someKindIn', COVERED),
  ),
];

interface Child {
  readonly birthDate: string;
  readonly hukou: string;
  readonly chineseNational: boolean;
  readonly lawfulBirth: boolean;
  readonly claimedYears: readonly number[];
  readonly kindergarten: { readonly stage: string; readonly approved: boolean };
}

interface Unemployment {
  readonly from: string;
  readonly paidMonths: number;
  readonly carriedMonths: number;
}

interface Listing {
  readonly board: string;
  readonly stage: string;
  readonly receivedCents: number;
}

const YEARS: Readonly<Record<number, readonly number[]>> = {
  2022: [2025],
  2023: [2025, 2026],
  2024: [2025, 2026, 2027],
};

function rearing({ birthDate, claimedYears, ...child }: Child, year: number): boolean {
  if (!child.chineseNational || !child.lawfulBirth || child.hukou !== 'jinpu') return false;
  if (birthDate < '2022-01-01' || claimedYears.includes(year)) return false;
  const born = Number(birthDate.slice(0, 4));
  if (born < 2025) return YEARS[born]?.includes(year) ?? false;
  if (claimedYears.length === 0) return year === born || year === born + 1;
  const first = Math.min(...claimedYears);
  return year >= first && year <= first + 2;
}

const EARNED: Readonly<Record<string, number>> = {
  'star shareReform': 100,
  'star tutoring': 400,
  'star filing': 1000,
  'star registered': 1500,
  'mainOrChinext shareReform': 100,
  'mainOrChinext tutoring': 400,
  'mainOrChinext filing': 1000,
  'mainOrChinext registered': 1000,
  'bse tutoring': 200,
  'bse filing': 400,
  'bse registered': 800,
  'neeq quoted': 150,
};

const monthsFor = (paid: number): number => (paid >= 120 ? 24 : paid >= 60 ? 18 : 12);

function addOperators(engine: Engine): void {
  engine.addOperator('from', (day: string, first: string) => day >= first);
  engine.addOperator('until', (day: string, last: string) => day <= last);
  engine.addOperator('unsetOrFrom', (day: string | undefined, first: string) => !day || day >= first);
  engine.addOperator('someRearing', (children: Child[] = [], year: number) =>
    children.some((child) => rearing(child, year)),
  );
  engine.addOperator('someSenior', (children: Child[] = [], wanted: boolean) =>
    children.some(({ kindergarten: { stage, approved } }) => stage === 'senior' && approved === wanted),
  );
  engine.addOperator('withinPeriod', (ui: Unemployment | undefined, now: number) => {
    if (!ui) return false;
    const { from, paidMonths, carriedMonths } = ui;
    const nth = now - (Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7))) + 1;
    return nth >= 1 && nth <= Math.min(24, monthsFor(paidMonths) + carriedMonths);
  });
  engine.addOperator(
    'earnsMore',
    (listing: Listing | undefined, wanted: boolean) =>
      listing !== undefined &&
      (EARNED[`${listing.board} ${listing.stage}`] ?? 0) * 1_000_000 > listing.receivedCents === wanted,
  );
  engine.addOperator('someKindIn', (items: { kind: string }[] = [], kinds: string[]) =>
    items.some(({ kind }) => kinds.includes(kind)),
  );
}

const walk = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
      value,
    );

export interface Peer {
  /** Ids of the policies that hold. */
  readonly eligible: (facts: Readonly<Record<string, unknown>>) => Promise<readonly string[]>;
}

/** `as documented`: paths in JSONPath, as the library's manual has them; else walked by a loop, which helps it. */
type Paths = 'walked' | 'as documented';

const jsonPath = (condition: NestedCondition): NestedCondition => {
  if ('all' in condition) return { ...condition, all: condition.all.map(jsonPath) };
  if ('any' in condition) return { ...condition, any: condition.any.map(jsonPath) };
  if ('not' in condition) return { ...condition, not: jsonPath(condition.not) };
  return 'path' in condition && condition.path ? { ...condition, path: `$.${condition.path}` } : condition;
};

const withJsonPath = ({ conditions, event }: RuleProperties): RuleProperties => {
  const all = 'all' in conditions ? conditions.all : [];
  return { conditions: { all: all.map(jsonPath) }, event };
};

const peerOf = (rules: readonly RuleProperties[], paths: Paths = 'walked'): Peer => {
  const walked = paths === 'walked';
  const engine = new Engine(walked ? [...rules] : rules.map(withJsonPath), {
    allowUndefinedFacts: true,
    ...(walked ? { pathResolver: walk } : {}),
  });
  addOperators(engine);
  return {
    eligible: async (facts) => {
      const { events } = await engine.run({ on: ON, context: PUBLISHED, ...facts });
      return events.map(({ type }) => type);
    },
  };
};

/** Rules of one side only: a person is not asked about taxes. The library runs all rules that it has. */
export const jsonRules = (): Readonly<Record<'person' | 'enterprise', Peer>> => ({
  person: peerOf(forPeople),
  enterprise: peerOf(forEnterprises),
});

/** All 19 at once, as the checker runs them. */
export const jsonRulesForAll = (paths: Paths = 'walked'): Peer =>
  peerOf([...forPeople, ...forEnterprises], paths);
