/** Samples of the policies for enterprises. */
import type { Sample } from './benefit-sample';

const hire = (facts: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).map(([key, value]) => [`enterprise.hires[0].${key}`, value]));

export const enterpriseSamples: readonly Sample[] = [
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
