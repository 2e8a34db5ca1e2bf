import { dateOf } from '../shared/civil-date';
import { evaluate } from './evaluate';
import { clauseOf, toOutputs } from './output';
import type { Policy } from './policy';
import { bookOf, conditionOf, policyWith } from './sample-policy.arbitrary';

const ON = dateOf('2026-11-23');

const policy = policyWith({
  inForce: { from: '2026-01-01', text: '', clause: 'clause of force', evidence: 'K' },
  conditions: [
    conditionOf('old', { fact: 'born', ageAtLeast: 60 }),
    conditionOf('good', { fact: 'good', is: true }),
  ],
  rows: {
    path: 'rows',
    id: 'any',
    text: '',
    clause: 'clause of rows',
    evidence: 'K',
    conditions: [conditionOf('x', { fact: '.x', is: true })],
  },
  amount: 500,
  payPermille: 0,
  notices: [{ code: 'late', when: { fact: 'good', is: true }, text: '' }],
});

const outputOf = (each: Policy, facts: unknown) => {
  const book = bookOf([each]);
  return toOutputs(book, evaluate(book, facts, ON))[0];
};

const force = { condition: 'inForce', result: 'met', clause: 'clause of force' };
const any = { condition: 'any', result: 'met', clause: 'clause of rows' };

describe('fields', () => {
  it('are there only where they apply: eligible', () => {
    expect(outputOf(policy, { born: '1950-01-01', good: true, rows: [{ x: true }] })).toEqual({
      policy: 'sample',
      verdict: 'eligible',
      amountCents: 500,
      per: 'month',
      payPermille: 0,
      notices: ['late'],
      reasons: [
        force,
        { condition: 'old', result: 'met', clause: 'clause of old' },
        { condition: 'good', result: 'met', clause: 'clause of good' },
        any,
        { condition: 'x', result: 'met', clause: 'clause of x', index: 0 },
      ],
    });
  });

  it('only time lacks', () => {
    const output = outputOf(policy, { born: '1966-12-01', good: true, rows: [{ x: true }] });
    expect(output).toMatchObject({ verdict: 'notYet', from: '2026-12-01', unmet: ['old'] });
    expect(output?.reasons[1]).toEqual({
      condition: 'old',
      result: 'unmet',
      from: '2026-12-01',
      clause: 'clause of old',
    });
    expect(Object.keys(output ?? {})).toEqual(['policy', 'verdict', 'from', 'unmet', 'reasons']);
  });

  it('something is not known', () => {
    const output = outputOf(policy, { good: true });
    expect(output).toMatchObject({ verdict: 'unknown', missing: ['born', 'rows'] });
    expect(output?.reasons.slice(1)).toEqual([
      { condition: 'old', result: 'unknown', missing: ['born'], clause: 'clause of old' },
      { condition: 'good', result: 'met', clause: 'clause of good' },
      { condition: 'any', result: 'unknown', missing: ['rows'], clause: 'clause of rows' },
    ]);
  });

  it('something is not so', () => {
    const output = outputOf(policy, { born: '1950-01-01', good: false, rows: [] });
    expect(Object.keys(output ?? {})).toEqual(['policy', 'verdict', 'unmet', 'reasons']);
    expect(output?.unmet).toEqual(['good', 'any']);
  });

  it('a figure is not published', () => {
    const waiting = policyWith({ amount: { standard: 'context.x' } });
    expect(outputOf(waiting, {})).toEqual({
      policy: 'sample',
      verdict: 'eligible',
      amount: 'unpublished',
      per: 'month',
      reasons: [],
    });
  });
});

it('a condition that is not there has no clause', () => {
  expect([clauseOf(policy, 'nothing'), clauseOf(policyWith({}), 'inForce')]).toEqual(['', '']);
});
