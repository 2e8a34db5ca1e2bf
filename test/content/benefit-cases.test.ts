/** Judged cases of the 19 policies, every expectation of them; and the facts that each asks for when nothing is known. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileBook } from '@/domain/benefit/compiled';
import { evaluate } from '@/domain/benefit/evaluate';
import { toOutputs } from '@/domain/benefit/output';
import { checkFacts, vocabularyOf } from '@/domain/benefit/vocabulary';
import { dateOf } from '@/domain/shared/civil-date';
import { loadPolicies, policyBookOf } from '../../scripts/content/policy-compile';

interface Case {
  readonly id: string;
  readonly policy: string;
  readonly on: string;
  readonly facts: unknown;
  readonly expect: Readonly<Record<string, unknown>>;
  readonly why: string;
}

const cases: readonly Case[] = JSON.parse(
  readFileSync(join(__dirname, 'fixtures/benefit-cases.json'), 'utf8'),
);
const book = compileBook(policyBookOf(loadPolicies()));
const vocabulary = vocabularyOf(book.facts);

const setOf = (value: unknown): unknown => (Array.isArray(value) ? [...value].sort() : value);

describe('judged cases', () => {
  it.each(cases.map((each) => [each.id, each.why, each] as const))('%s %s', (_, __, each) => {
    expect(checkFacts(vocabulary, each.facts)).toEqual([]);
    const outputs = toOutputs(book, evaluate(book, each.facts, dateOf(each.on)));
    const output = new Map(outputs.map((one) => [one.policy, one])).get(each.policy);
    const got = Object.fromEntries(Object.entries(output ?? {}).map(([key, value]) => [key, setOf(value)]));
    const wanted = Object.fromEntries(Object.entries(each.expect).map(([key, value]) => [key, setOf(value)]));
    expect(got).toMatchObject(wanted);
  });
});

const UNKNOWN: Readonly<Record<string, string>> = {
  'elderly-allowance': 'person.birthDate person.hukou',
  'disability-living-subsidy':
    'person.hukou person.relief.kind person.childWelfare person.disability.grade person.disability.certValidTo person.workInjuryCareFee context.param.livingIncludesEdge',
  'disability-care-subsidy':
    'person.hukou person.relief.kind person.disability.grade person.disability.kinds person.disability.certValidTo person.needLongTermCare person.workInjuryCareFee context.param.careIncludesGrade34',
  'child-rearing-subsidy': 'person.children',
  'free-preschool-year': 'person.children',
  'medical-insurance-aid':
    'person.birthDate person.relief.kind person.childWelfare person.disability.grade person.medicalInsurance.type',
  'family-planning-aid':
    'person.birthDate person.hukou person.familyPlanning.femaleBirthDate person.familyPlanning.oneChildOnly person.familyPlanning.childStatus person.familyPlanning.childDisabilityGrade person.familyPlanning.certified',
  'price-subsidy':
    'person.relief.kind person.childWelfare person.specialCare person.ui.benefit context.price.cpiRisePermille context.price.foodRisePermille',
  'unemployed-medical-insurance':
    'person.ui.benefit person.ui.from person.ui.paidMonths person.ui.carriedMonths person.ui.involuntary person.employment',
  'funeral-fee-waiver': 'person.deceased.hukou person.deceased.cremation context.param.funeralElsewhere',
  'job-stabilization-refund':
    'enterprise.orgType enterprise.creditStatus enterprise.ui.paidMonths enterprise.ui.arrears enterprise.headcount.base enterprise.headcount.end enterprise.headcount.excludedLeavers',
  'hiring-expansion-subsidy': 'enterprise.orgType enterprise.hires context.param.expansionSixTypes',
  'hitech-first-award': 'enterprise.regArea enterprise.hiTech.status enterprise.hiTech.certDate',
  'tech-sme-first-award':
    'enterprise.regArea enterprise.techSme.status enterprise.techSme.year enterprise.techSme.rdDeductCents context.param.minRdCents',
  'little-giant-award': 'enterprise.regArea enterprise.littleGiant.status enterprise.littleGiant.year',
  'scale-up-award':
    'enterprise.regArea enterprise.scaleUp.status enterprise.scaleUp.entryYear context.param.scaleUpYears',
  'listing-subsidy': 'enterprise.listing.board enterprise.listing.stage enterprise.listing.receivedCents',
  'disabled-employment-levy-relief': 'enterprise.staffAvg enterprise.disabledEmployed',
  'six-taxes-two-fees-relief':
    'enterprise.orgType enterprise.tax.taxpayerType enterprise.tax.taxableIncomeCents enterprise.tax.employees enterprise.tax.assetsCents enterprise.tax.items',
};

describe('when nothing is known', () => {
  it.each(book.policies.map(({ policy }) => policy.id))('%s is unknown and names what it waits for', (id) => {
    const outputs = toOutputs(book, evaluate(book, { person: null }, dateOf('2025-10-15')));
    const output = outputs.find(({ policy }) => policy === id);
    expect(output?.verdict).toBe('unknown');
    expect(output?.missing).toEqual(UNKNOWN[id]?.split(' '));
  });

  it.each(['2022-12-31', '2025-10-15', '2026-11-23', '2028-01-01'])('on %s nobody is ineligible', (on) => {
    const verdicts = evaluate(book, {}, dateOf(on)).map(({ verdict }) => verdict);
    expect(verdicts).toHaveLength(19);
    expect(verdicts.every((verdict) => verdict === 'unknown' || verdict === 'suspended')).toBe(true);
  });
});
