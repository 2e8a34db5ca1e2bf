/**
 * The `context` of a day on which the departments have published everything, with figures made up for measuring: what is
 * counted is what a person has to answer, and every rule runs to its end.
 */
export const PUBLISHED = {
  price: { cpiRisePermille: 36, foodRisePermille: 10 },
  param: {
    livingCents: 8000,
    livingIncludesEdge: true,
    careCents: { grade1: 1, grade2: 1, grade3: 1, grade4: 1 },
    careIncludesGrade34: true,
    preschoolPublicFeeCents: 60_000,
    edgeAidPermille: 600,
    severeDisabilityAidPermille: 600,
    lowIncomeAidPermille: 600,
    residentFeeCents: { adult: 1, minorOrStudent: 1 },
    priceSubsidyMinCents: 0,
    funeralElsewhere: false,
    minRdCents: 1,
    scaleUpYears: [2025, 2026],
    littleGiantCents: 1,
    scaleUpCents: { industry: 1, construction: 1, trade: 1, service: 1 },
    socialAvgWageCents: 9_000_000,
  },
};
