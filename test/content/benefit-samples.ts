/** For each policy facts that are just enough, and what breaks each condition by the least that can break it. */
export interface Sample {
  readonly policy: string;
  readonly on: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Expected of the whole sample. */
  readonly amountCents?: number;
  /** Condition → the facts that break it, and nothing else. */
  readonly breaks: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Changes at the very edge that break nothing. */
  readonly holds: readonly Readonly<Record<string, unknown>>[];
}

const child = (facts: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).map(([key, value]) => [`person.children[0].${key}`, value]));
const hire = (facts: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).map(([key, value]) => [`enterprise.hires[0].${key}`, value]));

const disabled = {
  'person.hukou': 'jinpu',
  'person.disability.certValidTo': '2026-11-23',
  'person.workInjuryCareFee': false,
};

export const samples: readonly Sample[] = [
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
  {
    policy: 'job-stabilization-refund',
    on: '2025-09-30',
    facts: {
      'enterprise.orgType': 'company',
      'enterprise.size': 'micro',
      'enterprise.creditStatus': 'normal',
      'enterprise.ui.paidMonths': 12,
      'enterprise.ui.arrears': false,
      'enterprise.ui.paidCents': 10001,
      'enterprise.headcount.base': 200,
      'enterprise.headcount.end': 180,
      'enterprise.headcount.excludedLeavers': 9,
    },
    amountCents: 6001,
    breaks: {
      orgType: { 'enterprise.orgType': 'public' },
      uiPaid12: { 'enterprise.ui.paidMonths': 11 },
      noArrears: { 'enterprise.ui.arrears': true },
      layoffRate: { 'enterprise.headcount.excludedLeavers': 8 },
      creditNormal: { 'enterprise.creditStatus': 'zombie' },
    },
    holds: [
      {
        'enterprise.headcount.base': 30,
        'enterprise.headcount.end': 24,
        'enterprise.headcount.excludedLeavers': 0,
      },
      {
        'enterprise.headcount.base': 31,
        'enterprise.headcount.end': 30,
        'enterprise.headcount.excludedLeavers': 0,
      },
    ],
  },
  {
    policy: 'hiring-expansion-subsidy',
    on: '2025-10-15',
    facts: {
      'enterprise.orgType': 'company',
      ...hire({
        hireDate: '2024-01-01',
        kind: 'graduate',
        graduationYear: 2022,
        contract: true,
        insuredMonths: 3,
        stillInsured: true,
        priorSubsidy: 'none',
      }),
    },
    amountCents: 150000,
    breaks: {
      orgType: { 'enterprise.orgType': 'public' },
      hireDate: hire({ hireDate: '2022-12-31' }),
      hireTarget: hire({ graduationYear: 2021 }),
      contract: hire({ contract: false }),
      insuredMonths: hire({ insuredMonths: 2 }),
      stillInsured: hire({ stillInsured: false }),
      firstTime: hire({ priorSubsidy: 'absorption' }),
    },
    holds: [
      { 'enterprise.orgType': 'socialOrg' },
      hire({ graduationYear: 2024 }),
      hire({ hireDate: '2023-12-31', insuredMonths: 1 }),
      hire({ kind: 'youth', birthDate: '2008-01-01' }),
      hire({ kind: 'youth', birthDate: '1999-01-02' }),
    ],
  },
  {
    policy: 'hitech-first-award',
    on: '2026-06-30',
    facts: {
      'enterprise.hiTech.status': 'first',
      'enterprise.hiTech.certDate': '2023-06-30',
      'enterprise.regArea': 'otherDalian',
    },
    amountCents: 20000000,
    breaks: {
      firstCert: { 'enterprise.hiTech.status': 'renewed' },
      certYear: { 'enterprise.hiTech.certDate': '2024-06-30', 'context.param.hiTechYears': [2025] },
      regDalian: { 'enterprise.regArea': 'outside' },
      certValid: { 'enterprise.hiTech.certDate': '2023-06-29' },
    },
    holds: [{ 'enterprise.hiTech.certDate': '2025-01-01', 'context.param.hiTechYears': [2025] }],
  },
  {
    policy: 'tech-sme-first-award',
    on: '2024-06-30',
    facts: {
      'enterprise.techSme.status': 'first',
      'enterprise.techSme.year': 2023,
      'enterprise.techSme.rdDeductCents': 500000,
      'enterprise.regArea': 'jinpu',
      'context.param.minRdCents': 500000,
    },
    amountCents: 2000000,
    breaks: {
      firstStock: { 'enterprise.techSme.status': 'revoked' },
      stockYear: { 'enterprise.techSme.year': 2022 },
      regJinpu: { 'enterprise.regArea': 'otherDalian' },
      rdDeduct: { 'enterprise.techSme.rdDeductCents': 499999 },
    },
    holds: [],
  },
  {
    policy: 'little-giant-award',
    on: '2026-11-23',
    facts: {
      'enterprise.littleGiant.status': 'new',
      'enterprise.littleGiant.year': 2024,
      'enterprise.regArea': 'jinpu',
      'context.param.littleGiantCents': 1,
    },
    amountCents: 1,
    breaks: {
      newlyListed: { 'enterprise.littleGiant.status': 'renewed' },
      batchYear: { 'enterprise.littleGiant.year': 2023 },
      regJinpu: { 'enterprise.regArea': 'outside' },
    },
    holds: [{ 'enterprise.littleGiant.year': 2025 }],
  },
  {
    policy: 'scale-up-award',
    on: '2026-11-23',
    facts: {
      'enterprise.scaleUp.status': 'first',
      'enterprise.scaleUp.entryYear': 2025,
      'enterprise.scaleUp.kind': 'trade',
      'enterprise.regArea': 'jinpu',
      'context.param.scaleUpYears': [2023, 2025],
      'context.param.scaleUpCents.trade': 5000000,
    },
    amountCents: 5000000,
    breaks: {
      firstEntry: { 'enterprise.scaleUp.status': 'reentry' },
      entryYear: { 'enterprise.scaleUp.entryYear': 2024 },
      regJinpu: { 'enterprise.regArea': 'otherDalian' },
    },
    holds: [{ 'enterprise.scaleUp.entryYear': 2023 }],
  },
  {
    policy: 'listing-subsidy',
    on: '2026-11-23',
    facts: {
      'enterprise.listing.board': 'bse',
      'enterprise.listing.stage': 'filing',
      'enterprise.listing.receivedCents': 399999999,
    },
    amountCents: 1,
    breaks: {
      stageReached: { 'enterprise.listing.stage': 'shareReform' },
      stageAfterPolicy: {
        'context.param.listingFrom': '2024-01-02',
        'enterprise.listing.stageOn': '2024-01-01',
      },
      stageUnpaid: { 'enterprise.listing.receivedCents': 400000000 },
    },
    holds: [
      { 'context.param.listingFrom': '2024-01-02', 'enterprise.listing.stageOn': '2024-01-02' },
      {
        'enterprise.listing.board': 'neeq',
        'enterprise.listing.stage': 'quoted',
        'enterprise.listing.financingCents': 1,
      },
    ],
  },
  {
    policy: 'disabled-employment-levy-relief',
    on: '2026-11-23',
    facts: {
      'enterprise.staffAvg': 31,
      'enterprise.disabledEmployed': 0,
      'enterprise.avgWageCents': 10000,
      'context.param.socialAvgWageCents': 5000,
    },
    // 应缴 = 527‰ × 100 元 = 52.70 元,实缴 90% = 47.43 元。
    amountCents: 527,
    breaks: {},
    holds: [{ 'enterprise.staffAvg': 30, 'enterprise.disabledEmployed': null }],
  },
  {
    policy: 'six-taxes-two-fees-relief',
    on: '2026-11-23',
    facts: {
      'enterprise.orgType': 'company',
      'enterprise.tax.taxpayerType': 'general',
      'enterprise.tax.taxableIncomeCents': 300000000,
      'enterprise.tax.employees': 300,
      'enterprise.tax.assetsCents': 5000000000,
      'enterprise.tax.items[0].kind': 'localEducationSurcharge',
      'enterprise.tax.items[0].payableCents': 101,
      'enterprise.tax.items[1].kind': 'waterResource',
      'enterprise.tax.items[1].payableCents': 1000,
    },
    // 实缴 50.5 分进到 51 分,减 50 分;水资源税不减。
    amountCents: 50,
    breaks: {
      taxpayer: { 'enterprise.tax.employees': 301 },
      coveredTax: { 'enterprise.tax.items[0].kind': 'securitiesStamp' },
    },
    holds: [
      { 'enterprise.tax.taxpayerType': 'smallScale', 'enterprise.tax.employees': null },
      { 'enterprise.orgType': 'selfEmployed', 'enterprise.tax.assetsCents': 5000000001 },
    ],
  },
];
