import { deriveAll } from '@/domain/form/derive';
import { readAnswers } from '@/domain/form/validate';
import { openedForms } from './library';
import { withPath } from './set';

type Set = Readonly<Record<string, unknown>>;

function derived(id: string, sample: string, set: Set = {}): Readonly<Record<string, unknown>> {
  const opened = openedForms.get(id);
  if (!opened) throw new Error(`no form ${id}`);
  const answers = Object.entries(set).reduce<unknown>(
    (now, [path, value]) => withPath(now, path, value),
    opened.samples[sample],
  );
  return Object.fromEntries(deriveAll(opened.form, readAnswers(opened.form, answers, opened.context)));
}

const child = (birthDate: string): Set => ({ 'children[0].birthDate': birthDate });

describe('what forms work out', () => {
  it.each([
    ['disability-two-subsidies', 'both', {}, 'grade', '1 级'],
    ['minimum-living-security', 'family', {}, 'members[2].birthDate', '2024-02-29'],
    // (150000 − 20000) ÷ 3 = 43333.33…
    ['minimum-living-security', 'family', {}, 'perCapita', 43333],
    ['minimum-living-security', 'family', { 'rigidExpense[0].monthly': 200000 }, 'perCapita', 0],
    ['minimum-living-security', 'family', { incomes: [], rigidExpense: [] }, 'perCapita', 0],
    ['temporary-relief', 'expense', {}, 'selfPaid', 200000],
    ['wage-complaint', 'representative', {}, 'total', 1000000],
    ['medical-reimbursement', 'mixed', {}, 'total', 1800000],
    ['internship-subsidy', 'two', {}, 'retention', 500],
    ['employment-difficulty', 'older', {}, 'ageCheck', 56],
    ['public-rental-subsidy', 'family', {}, 'perArea', 6.85],
    ['public-rental-subsidy', 'family', { 'housing.publicArea': 20.57 }, 'perArea', 6.86],
    ['road-occupation', 'person', {}, 'days', 90],
    ['road-occupation', 'person', { period: { from: '2026-11-30', to: '2026-11-30' } }, 'days', 1],
    ['maternity-allowance', 'birth', {}, 'days', 98 + 15 + 15],
    ['maternity-allowance', 'birth', { mode: 'natural', babyCount: 1 }, 'days', 98],
    ['maternity-allowance', 'miscarriage', {}, 'days', 15],
    ['maternity-allowance', 'miscarriage', { gestWeeks: 16 }, 'days', 42],
    // (800000 × 5 + 900000 × 6) ÷ 11 ÷ 30 × 98 = 2791515.15…
    ['maternity-allowance', 'birth', { mode: 'natural', babyCount: 1 }, 'amount', 2791515],
    ['childcare-subsidy', 'first', {}, 'amount', 360000],
    ['childcare-subsidy', 'first', { ...child('2022-05-06'), year: 2025 }, 'amount', 150000],
    ['childcare-subsidy', 'first', { ...child('2023-05-06'), year: 2025 }, 'amount', 360000],
    ['childcare-subsidy', 'first', { ...child('2023-05-06'), year: 2026 }, 'amount', 150000],
    ['childcare-subsidy', 'first', { ...child('2024-12-31'), year: 2027 }, 'amount', 360000],
  ])('%s %s %j: %s is %p', (id, sample, set, path, value) => {
    expect(derived(id, sample, set)[path]).toBe(value);
  });

  it.each([
    ['flexible-employment-subsidy', 'two-months', {}, 'amount'],
    ['road-occupation', 'person', {}, 'fee'],
    ['wage-complaint', 'self', { 'workers[0].amount': 'many' }, 'total'],
    ['minimum-living-security', 'family', { 'incomes[0].monthly': null }, 'perCapita'],
    ['maternity-allowance', 'birth', { babyCount: null }, 'days'],
    ['road-occupation', 'person', { 'period.to': '2026-11-01' }, 'days'],
  ])('%s %s %j leaves %s open', (id, sample, set, path) => {
    expect(derived(id, sample, set)).not.toHaveProperty([path]);
  });
});
