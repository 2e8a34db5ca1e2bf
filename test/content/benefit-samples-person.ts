/** Samples of the policies for people. */
import type { Sample } from './benefit-sample';

const child = (facts: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).map(([key, value]) => [`person.children[0].${key}`, value]));

const disabled = {
  'person.hukou': 'jinpu',
  'person.disability.certValidTo': '2026-11-23',
  'person.workInjuryCareFee': false,
};

export const personSamples: readonly Sample[] = [
  {
    policy: 'elderly-allowance',
    on: '2026-11-23',
    facts: { 'person.birthDate': '1946-11-23', 'person.hukou': 'jinpu' },
    amountCents: 3000,
    breaks: {
      hukouDalian: { 'person.hukou': 'outside' },
      alive: { 'person.deathDate': '2026-10-31' },
    },
    holds: [{ 'person.hukou': 'otherDalian' }, { 'person.deathDate': '2026-11-01' }],
  },
  {
    policy: 'disability-living-subsidy',
    on: '2026-11-23',
    facts: {
      ...disabled,
      'person.disability.grade': 4,
      'person.relief.kind': 'dibao',
      'person.childWelfare': 'none',
      'context.param.livingCents': 8000,
    },
    amountCents: 8000,
    breaks: {
      hukouJinpu: { 'person.hukou': 'otherDalian' },
      disabilityGrade: { 'person.disability.grade': 0 },
      certValid: { 'person.disability.certValidTo': '2026-11-22' },
      lowIncome: { 'person.relief.endedOn': '2026-10-31' },
      noWorkInjuryCare: { 'person.workInjuryCareFee': true },
      notOrphan: { 'person.childWelfare': 'deFactoUnraised' },
    },
    holds: [
      { 'person.relief.endedOn': '2026-11-01' },
      { 'person.disability.grade': 1 },
      { 'person.childWelfare': 'hiv' },
      { 'person.relief.kind': 'dibaoEdge', 'context.param.livingIncludesEdge': true },
    ],
  },
  {
    policy: 'disability-care-subsidy',
    on: '2026-11-23',
    facts: {
      ...disabled,
      'person.disability.grade': 2,
      'person.needLongTermCare': true,
      'person.relief.kind': 'none',
      'context.param.careCents.grade2': 7000,
    },
    amountCents: 7000,
    breaks: {
      hukouJinpu: { 'person.hukou': 'outside' },
      severeGrade: { 'person.disability.grade': 3, 'person.disability.kinds': ['physical'] },
      certValid: { 'person.disability.certValidTo': '2026-11-22' },
      needsCare: { 'person.needLongTermCare': false },
      noWorkInjuryCare: { 'person.workInjuryCareFee': true },
      notTekun: { 'person.relief.kind': 'tekun', 'person.relief.endedOn': '2026-11-30' },
    },
    holds: [
      { 'person.relief.kind': 'tekun', 'person.relief.endedOn': '2026-10-31' },
      {
        'person.disability.grade': 4,
        'person.disability.kinds': ['mental'],
        'context.param.careIncludesGrade34': true,
      },
    ],
  },
  {
    policy: 'child-rearing-subsidy',
    on: '2026-11-23',
    facts: child({
      birthDate: '2023-05-05',
      hukou: 'jinpu',
      chineseNational: true,
      lawfulBirth: true,
      claimedYears: [],
    }),
    amountCents: 150000,
    breaks: {
      chineseNational: child({ chineseNational: false }),
      lawfulBirth: child({ lawfulBirth: false }),
      bornSince2022: child({ birthDate: '2021-12-31' }),
      childHukouJinpu: child({ hukou: 'otherDalian' }),
      yearOpen: child({ birthDate: '2022-12-31' }),
      yearUnclaimed: child({ claimedYears: [2026] }),
    },
    holds: [
      child({ birthDate: '2023-01-01' }),
      child({ birthDate: '2026-11-23' }),
      child({ birthDate: '2025-01-01', claimedYears: [2025] }),
      child({ birthDate: '2025-12-31' }),
    ],
  },
  {
    policy: 'free-preschool-year',
    on: '2026-11-23',
    facts: child({
      'kindergarten.stage': 'senior',
      'kindergarten.approved': true,
      'kindergarten.kind': 'public',
      'kindergarten.feePerMonthCents': 45050,
    }),
    amountCents: 45050,
    breaks: {
      seniorStage: child({ 'kindergarten.stage': 'notEnrolled' }),
      approvedKindergarten: child({ 'kindergarten.approved': false }),
    },
    holds: [],
  },
  {
    policy: 'medical-insurance-aid',
    on: '2025-03-01',
    facts: {
      'person.birthDate': '1980-01-01',
      'person.relief.kind': 'dibao',
      'person.childWelfare': 'none',
      'person.disability.grade': 0,
      'person.medicalInsurance.type': 'resident',
      'person.medicalInsurance.payYear': 2025,
      'person.medicalInsurance.category': 'adult',
    },
    amountCents: 46000,
    breaks: {
      notEmployeeInsured: { 'person.medicalInsurance.type': 'employee' },
      aidIdentity: { 'person.relief.kind': 'none' },
    },
    holds: [
      { 'person.medicalInsurance.type': 'none' },
      { 'person.relief.kind': 'none', 'person.disability.grade': 2 },
      { 'person.relief.kind': 'none', 'person.childWelfare': 'orphan' },
      { 'person.relief.kind': 'lowIncome', 'person.birthDate': '1965-03-01' },
      { 'person.relief.kind': 'lowIncome', 'person.birthDate': '2007-03-02' },
    ],
  },
  {
    policy: 'family-planning-aid',
    on: '2026-11-23',
    facts: {
      'person.birthDate': '1933-01-01',
      'person.hukou': 'jinpu',
      'person.familyPlanning.femaleBirthDate': '1977-11-23',
      'person.familyPlanning.oneChildOnly': true,
      'person.familyPlanning.childStatus': 'disabled',
      'person.familyPlanning.childDisabilityGrade': 3,
      'person.familyPlanning.certified': true,
    },
    amountCents: 46000,
    breaks: {
      hukouJinpu: { 'person.hukou': 'outside' },
      bornSince1933: { 'person.birthDate': '1932-12-31' },
      oneChildOnly: { 'person.familyPlanning.oneChildOnly': false },
      childLoss: { 'person.familyPlanning.childDisabilityGrade': 4 },
      certified: { 'person.familyPlanning.certified': false },
    },
    holds: [
      { 'person.familyPlanning.childStatus': 'deceased', 'person.familyPlanning.childDisabilityGrade': null },
    ],
  },
  {
    policy: 'price-subsidy',
    on: '2026-11-23',
    facts: {
      'person.relief.kind': 'tekun',
      'person.childWelfare': 'none',
      'person.specialCare': false,
      'person.ui.benefit': 'none',
      'context.price.cpiRisePermille': 35,
      'context.price.foodRisePermille': 0,
      'context.param.priceSubsidyMinCents': 0,
    },
    amountCents: 3539,
    breaks: {
      priceTrigger: { 'context.price.cpiRisePermille': 34, 'context.price.foodRisePermille': 59 },
      identity: { 'person.relief.kind': 'dibaoEdge' },
    },
    holds: [
      { 'context.price.cpiRisePermille': 0, 'context.price.foodRisePermille': 60 },
      { 'person.relief.kind': 'none', 'person.childWelfare': 'hiv' },
      { 'person.relief.kind': 'none', 'person.specialCare': true },
    ],
  },
  {
    policy: 'unemployed-medical-insurance',
    on: '2026-11-23',
    facts: {
      'person.ui.benefit': 'insurance',
      'person.ui.from': '2025-12-31',
      'person.ui.paidMonths': 12,
      'person.ui.carriedMonths': 0,
      'person.ui.involuntary': true,
      'person.employment': 'unemployed',
    },
    breaks: {
      receiving: { 'person.ui.benefit': 'assistance' },
      paid12: { 'person.ui.paidMonths': 11 },
      involuntary: { 'person.ui.involuntary': false },
      withinPeriod: { 'person.ui.from': '2025-11-30' },
      unemployed: { 'person.employment': 'employed' },
    },
    holds: [
      { 'person.ui.from': '2025-11-30', 'person.ui.carriedMonths': 1 },
      { 'person.ui.from': '2025-06-01', 'person.ui.paidMonths': 60 },
      { 'person.ui.from': '2024-12-01', 'person.ui.paidMonths': 12, 'person.ui.carriedMonths': 12 },
    ],
  },
  {
    policy: 'funeral-fee-waiver',
    on: '2026-11-23',
    facts: { 'person.deceased.hukou': 'otherDalian', 'person.deceased.cremation': 'designated' },
    breaks: {
      hukouDalian: { 'person.deceased.hukou': 'outside' },
      cremation: { 'person.deceased.cremation': 'elsewhere', 'context.param.funeralElsewhere': false },
    },
    holds: [{ 'person.deceased.cremation': 'elsewhere', 'context.param.funeralElsewhere': true }],
  },
];
