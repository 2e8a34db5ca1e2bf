/** Every condition of every policy at its edge: just enough holds, one less breaks exactly that condition. */
import { compileBook } from '@/domain/benefit/compiled';
import { evaluate } from '@/domain/benefit/evaluate';
import { toOutputs, type JudgementOutput } from '@/domain/benefit/output';
import { addDays, dateOf, formatDate } from '@/domain/shared/civil-date';
import { loadPolicies, policyBookOf } from '../../scripts/content/policy-compile';
import type { Sample } from './benefit-sample';
import { enterpriseSamples } from './benefit-samples-enterprise';
import { personSamples } from './benefit-samples-person';
import { nested } from './random-facts';

const samples = [...personSamples, ...enterpriseSamples];
const book = compileBook(policyBookOf(loadPolicies()));
const natureOf = (path: string): string | undefined => book.entry.get(path.replace(/\[\d+\]/, '[]'))?.nature;

function judged(policy: string, facts: Sample['facts'], on: string): JudgementOutput {
  const outputs = toOutputs(book, evaluate(book, nested(Object.entries(facts)), dateOf(on)));
  const found = outputs.find((each) => each.policy === policy);
  if (!found) throw new Error(`no policy ${policy}`);
  return found;
}

describe('samples', () => {
  it('cover every policy and every condition but those that time or an empty list breaks', () => {
    const covered = samples.flatMap(({ policy, breaks }) =>
      Object.keys(breaks).map((condition) => `${policy} ${condition}`),
    );
    const all = book.policies.flatMap(({ policy, conditions, rows }) =>
      [...conditions, ...(rows?.conditions ?? [])].map(({ id }) => `${policy.id} ${id}`),
    );
    expect(all.filter((each) => !covered.includes(each) && !each.endsWith('inForce'))).toEqual([
      'elderly-allowance age80',
      'child-rearing-subsidy hasChild',
      'free-preschool-year hasChild',
      'family-planning-aid femaleAge49',
      'hiring-expansion-subsidy hasHire',
      'disabled-employment-levy-relief levyTier',
    ]);
  });
});

describe.each(samples.map((sample) => [sample.policy, sample] as const))('%s', (policy, sample) => {
  const { on, facts, amountCents, breaks, holds } = sample;

  it('is eligible with just enough', () => {
    const output = judged(policy, facts, on);
    expect(output).toMatchObject({ verdict: 'eligible' });
    expect(output.amountCents).toBe(amountCents);
    expect(output.reasons.every(({ result }) => result === 'met')).toBe(true);
  });

  for (const change of holds) {
    it(`still holds with ${JSON.stringify(change)}`, () => {
      expect(judged(policy, { ...facts, ...change }, on).verdict).toBe('eligible');
    });
  }

  for (const [condition, change] of Object.entries(breaks)) {
    it(`is broken by ${condition} alone`, () => {
      const output = judged(policy, { ...facts, ...change }, on);
      // A year claimed may open again with the next: then only time is lacking.
      expect(['ineligible', 'notYet']).toContain(output.verdict);
      expect(output.unmet).toEqual([condition]);
    });
  }

  const needed = Object.keys(facts).filter((path) => natureOf(path) === 'J' && !path.startsWith('context.'));
  it.each(needed)('waits for %s when it is not given', (path) => {
    const output = judged(policy, { ...facts, [path]: null }, on);
    const wanted = path.replace(/\[\d+\]/, '[]');
    // Some facts do not matter beside the others; a tax that is not named leaves only the sum open.
    if (output.verdict === 'eligible' && !path.includes('items')) expect(output.missing).toBeUndefined();
    else expect(output.missing).toContain(wanted);
  });
});

const timed = book.policies.flatMap(({ policy }) =>
  policy.inForce ? [[policy.id, policy.inForce] as const] : [],
);

describe('the days a policy holds', () => {
  it.each(timed)('%s begins on its first day', (id, { from }) => {
    const reasonOn = (on: string) =>
      judged(id, {}, on).reasons.find(({ condition }) => condition === 'inForce');
    expect(reasonOn(from)?.result).toBe('met');
    expect(reasonOn(formatDate(addDays(dateOf(from), -1)))).toMatchObject({ result: 'unmet', from });
  });

  it.each(timed.filter(([, { to }]) => to !== undefined))('%s ends after its last day', (id, { to = '' }) => {
    const sample = samples.find(({ policy }) => policy === id);
    const next = formatDate(addDays(dateOf(to), 1));
    expect(judged(id, sample?.facts ?? {}, to).verdict).not.toBe('suspended');
    expect(judged(id, sample?.facts ?? {}, next)).toMatchObject({
      verdict: 'suspended',
      reasons: [{ condition: 'inForce', result: 'unmet' }],
    });
    expect(judged(id, {}, next).verdict).toBe('suspended');
  });

  it('does not wait for a birthday after the last day', () => {
    const facts = { 'person.birthDate': '1950-10-01', 'person.hukou': 'jinpu' };
    expect(judged('elderly-allowance', facts, '2026-11-23')).toMatchObject({
      verdict: 'ineligible',
      unmet: ['age80'],
    });
  });

  it('judges the promised day again: what time brings it may also take', () => {
    const facts = {
      'person.birthDate': '1966-12-31',
      'person.relief.kind': 'lowIncome',
      'person.relief.endedOn': '2026-11-30',
      'person.childWelfare': 'none',
      'person.disability.grade': 0,
      'person.medicalInsurance.type': 'resident',
    };
    expect(judged('medical-insurance-aid', facts, '2026-11-23')).toMatchObject({
      verdict: 'ineligible',
      unmet: ['aidIdentity'],
    });
    const still = { ...facts, 'person.relief.endedOn': '2026-12-01' };
    expect(judged('medical-insurance-aid', still, '2026-11-23')).toMatchObject({
      verdict: 'notYet',
      from: '2026-12-31',
    });
  });
});

describe('amounts', () => {
  const elderly = (birthDate: string) =>
    judged('elderly-allowance', { 'person.birthDate': birthDate, 'person.hukou': 'jinpu' }, '2026-11-23')
      .amountCents;

  it.each([
    ['1941-11-24', 3000],
    ['1941-11-23', 5000],
    ['1936-11-24', 5000],
    ['1936-11-23', 20000],
    ['1926-11-24', 20000],
    ['1926-11-23', 101100],
  ])('born %s: %i', (birthDate, cents) => {
    expect(elderly(birthDate)).toBe(cents);
  });

  it.each([
    [31, 0, 900],
    [100, 1, 500],
    [101, 1, 900],
    [1000, 16, 500],
    [1000, 17, 0],
    [30, 0, 0],
  ])('%i staff, %i disabled pay %i‰', (staff, employed, permille) => {
    const facts = { 'enterprise.staffAvg': staff, 'enterprise.disabledEmployed': employed };
    expect(judged('disabled-employment-levy-relief', facts, '2026-11-23').payPermille).toBe(permille);
  });

  it('keep a child that is not settled apart from one that is', () => {
    const [sample] = samples.filter(({ policy }) => policy === 'child-rearing-subsidy');
    const second = Object.fromEntries(
      Object.entries(sample?.facts ?? {}).map(([path, value]) => [path.replace('[0]', '[1]'), value]),
    );
    const both = { ...sample?.facts, ...second };
    expect(judged('child-rearing-subsidy', both, '2026-11-23').amountCents).toBe(300000);
    const open = { ...both, 'person.children[1].hukou': null };
    expect(judged('child-rearing-subsidy', open, '2026-11-23')).toMatchObject({
      verdict: 'eligible',
      amountCents: 150000,
      missing: ['person.children[].hukou'],
    });
    const refused = { ...both, 'person.children[1].hukou': 'outside' };
    const { reasons, ...rest } = judged('child-rearing-subsidy', refused, '2026-11-23');
    expect(rest).toEqual({
      policy: 'child-rearing-subsidy',
      verdict: 'eligible',
      amountCents: 150000,
      per: 'year',
    });
    expect(reasons.filter(({ index }) => index === 1)).toHaveLength(6);
  });

  it('say unpublished for all when one child waits for a figure', () => {
    const place = (i: number, kind: string) => ({
      [`person.children[${i}].kindergarten.stage`]: 'senior',
      [`person.children[${i}].kindergarten.approved`]: true,
      [`person.children[${i}].kindergarten.kind`]: kind,
      [`person.children[${i}].kindergarten.feePerMonthCents`]: 1000,
    });
    const output = judged(
      'free-preschool-year',
      { ...place(0, 'public'), ...place(1, 'private') },
      '2026-11-23',
    );
    expect(output).toMatchObject({ verdict: 'eligible', amount: 'unpublished' });
    expect(output.amountCents).toBeUndefined();
  });

  it('list a second unmet condition in the order of the list', () => {
    const facts = {
      'person.children[0].lawfulBirth': false,
      'person.children[1].chineseNational': false,
    };
    expect(judged('child-rearing-subsidy', facts, '2026-11-23').unmet).toEqual([
      'chineseNational',
      'lawfulBirth',
    ]);
  });
});
