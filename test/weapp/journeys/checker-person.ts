/** The person who goes through 免申即享 in the journeys. */
import { answersFrom } from './checker';

/** A day short of 80, with two grandchildren in her care. */
export const facts = {
  person: {
    hukou: 'jinpu',
    birthDate: '1946-11-25',
    children: [
      {
        birthDate: '2023-05-06',
        hukou: 'jinpu',
        chineseNational: true,
        lawfulBirth: true,
        claimedYears: [2025],
        kindergarten: { stage: 'senior', approved: true, kind: 'public', feePerMonthCents: 45_050 },
      },
      {
        birthDate: '2021-03-04',
        hukou: 'jinpu',
        chineseNational: true,
        lawfulBirth: true,
        claimedYears: [],
        kindergarten: { stage: 'notEnrolled', approved: false },
      },
    ],
    ui: { benefit: 'insurance', from: '2026-03-01', paidMonths: 70, carriedMonths: 0, involuntary: true },
    employment: 'retired',
    medicalInsurance: { type: 'resident' },
    relief: { kind: 'none' },
    childWelfare: 'none',
    disability: { grade: 4, kinds: ['visual', 'mental'], certValidTo: '2027-01-31' },
    needLongTermCare: false,
    workInjuryCareFee: false,
    specialCare: false,
    familyPlanning: { oneChildOnly: false },
    deceased: { cremation: 'none' },
  },
};

export const ANSWERS = answersFrom(facts);

/** What must not be found in clear on the phone. */
export const CANARIES = ['1946-11-25', '2023-05-06', '45050', '2026-03-01', 'jinpu', 'insurance'];
