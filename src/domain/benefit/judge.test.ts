import { dateOf, formatDate } from '../shared/civil-date';
import { evaluate } from './evaluate';
import type { Policy } from './policy';
import { bookOf, conditionOf, policyWith } from './sample-policy.arbitrary';

const ON = dateOf('2026-11-23');

function judged(policy: Policy, facts: unknown) {
  const [each] = evaluate(bookOf([policy]), facts, ON);
  if (each === undefined) throw new Error('nothing judged');
  return each;
}

const day = (facts: unknown, policy: Policy): string => {
  const { verdict, from } = judged(policy, facts);
  return from ? `${verdict} ${formatDate(from)}` : verdict;
};

/** Old enough on both days. */
const twoAges = policyWith({
  conditions: ['a', 'b'].map((id) => conditionOf(id, { fact: id, ageAtLeast: 60 })),
});

describe('what only time lacks', () => {
  it.each([
    ['1966-12-01', '1967-02-03', 'notYet 2027-02-03'],
    ['1967-02-03', '1966-12-01', 'notYet 2027-02-03'],
    ['1966-12-01', '1966-12-01', 'notYet 2026-12-01'],
    ['1966-11-23', '1966-11-24', 'notYet 2026-11-24'],
    ['1966-11-23', '1966-11-22', 'eligible'],
  ])('%s and %s: the last of the days, %s', (a, b, said) => {
    expect(day({ a, b }, twoAges)).toBe(said);
  });

  it.each([
    ['1966-12-31', 'notYet 2026-12-31'],
    ['1967-01-01', 'ineligible'],
  ])('born %s, while the policy lasts to the end of the year: %s', (a, said) => {
    const policy = policyWith({
      conditions: [conditionOf('a', { fact: 'a', ageAtLeast: 60 })],
      inForce: { from: '2026-01-01', to: '2026-12-31', text: '', clause: '', evidence: 'K' },
    });
    expect(day({ a }, policy)).toBe(said);
    const reason = judged(policy, { a }).reasons.find(({ condition }) => condition === 'a');
    expect(reason?.outcome.from === undefined).toBe(said === 'ineligible');
  });

  it('is no longer so when time takes something else away', () => {
    const policy = policyWith({
      conditions: [
        conditionOf('old', { fact: 'a', ageAtLeast: 60 }),
        conditionOf('valid', { fact: 'until', onOrAfter: 'asOf' }),
      ],
    });
    expect(day({ a: '1966-12-01', until: '2026-12-01' }, policy)).toBe('notYet 2026-12-01');
    expect(day({ a: '1966-12-01', until: '2026-11-30' }, policy)).toBe('ineligible');
  });
});

describe('rows', () => {
  const rows = policyWith({
    conditions: [conditionOf('own', { fact: 'own', is: true })],
    rows: {
      path: 'rows',
      id: 'any',
      text: '',
      clause: '',
      evidence: 'K',
      conditions: [
        conditionOf('old', { fact: '.born', ageAtLeast: 60 }),
        conditionOf('good', { fact: '.good', is: true }),
      ],
    },
    amount: { fact: '.sum' },
  });
  const said = (...given: readonly object[]): string => day({ own: true, rows: given }, rows);
  const late = { born: '1967-02-03', good: true };
  const soon = { born: '1966-12-01', good: true };

  it('that wait for time promise the first of their days', () => {
    expect([said(late, soon), said(soon, late)]).toEqual(['notYet 2026-12-01', 'notYet 2026-12-01']);
  });

  it('one that holds is enough; sums are of those alone', () => {
    const all = [
      { born: '1950-01-01', good: true, sum: 5 },
      { born: '1950-01-01', good: false, sum: 70 },
      { born: '1950-01-01', good: true, sum: 900 },
    ];
    const { verdict, amount, missing, unmet } = judged(rows, { own: true, rows: all });
    expect([verdict, amount, missing, unmet]).toEqual(['eligible', { kind: 'cents', cents: 905 }, [], []]);
  });

  it('name what the others lack beside what the sum lacks', () => {
    const { verdict, missing } = judged(rows, {
      own: true,
      rows: [{ born: '1950-01-01', good: true }, { good: true }],
    });
    expect([verdict, [...missing].sort()]).toEqual(['eligible', ['rows[].born', 'rows[].sum']]);
  });

  it('have their place in the reasons, the others have none', () => {
    const { reasons, unmet } = judged(rows, {
      own: false,
      rows: [soon, { born: '1950-01-01', good: false }],
    });
    expect(reasons.map(({ condition, index }) => `${condition} ${String(index)}`)).toEqual([
      ...['own undefined', 'any undefined', 'old 0', 'good 0', 'old 1', 'good 1'],
    ]);
    expect(Object.keys(reasons[0] ?? {})).not.toContain('index');
    expect(unmet).toEqual(['own', 'old', 'good']);
  });

  it('that are an empty list or no list are judged by the rest', () => {
    expect([said(), day({ own: true }, rows), day({ own: false }, rows)]).toEqual([
      'ineligible',
      'unknown',
      'ineligible',
    ]);
  });
});
