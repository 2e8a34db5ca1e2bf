import { dateOf } from '../shared/civil-date';
import { evaluate } from './evaluate';
import { nearMisses } from './near-misses';
import type { Policy } from './policy';
import { bookOf, conditionOf, policyWith } from './sample-policy.arbitrary';

const ON = dateOf('2026-11-23');

const changeable = conditionOf('debt', { fact: 'debt', is: false }, { change: 'pay' });
const renewable = conditionOf('paper', { fact: 'paper', is: true }, { change: 'renew' });
const given = conditionOf('fate', { fact: 'fate', is: true });

const missesOf = (policy: Policy, facts: unknown) => {
  const book = bookOf([policy]);
  return nearMisses(book, evaluate(book, facts, ON)).map((miss) =>
    miss.kind === 'time' ? miss.from : miss.changes.map(({ condition, what }) => `${condition} ${what}`),
  );
};

const plain = policyWith({ conditions: [changeable, renewable, given] });

describe('what can in decency be done', () => {
  it.each([
    [{ debt: true, paper: true, fate: true }, [['debt pay']]],
    [{ debt: true, paper: false, fate: true }, [['debt pay', 'paper renew']]],
    [{ debt: true, paper: true, fate: false }, []],
    [{ debt: false, paper: true, fate: false }, []],
    [{ debt: false, paper: true, fate: true }, []],
    // Who may fail for another reason is not sent running.
    [{ debt: true, paper: true }, []],
    [{ debt: true, fate: true }, []],
    [{}, []],
  ])('%j: %j', (facts, said) => {
    expect(missesOf(plain, facts)).toEqual(said);
  });
});

describe('of rows', () => {
  const rows = policyWith({
    conditions: [given],
    rows: {
      path: 'rows',
      id: 'any',
      text: '',
      clause: '',
      evidence: 'K',
      conditions: [
        conditionOf('debt', { fact: '.debt', is: false }, { change: 'pay' }),
        conditionOf('paper', { fact: '.paper', is: true }, { change: 'renew' }),
        conditionOf('fate2', { fact: '.fate', is: true }),
      ],
    },
  });
  const said = (...given: readonly object[]) => missesOf(rows, { fate: true, rows: given });
  const one = { debt: true, paper: true, fate: true };
  const two = { debt: true, paper: false, fate: true };
  const other = { debt: false, paper: false, fate: true };
  const lost = { debt: false, paper: true, fate: false };

  it('the one that lacks least is spoken of, the first of equals', () => {
    expect([said(two, one), said(one, two)]).toEqual([[['debt pay']], [['debt pay']]]);
    expect([said(one, other), said(other, one)]).toEqual([[['debt pay']], [['paper renew']]]);
    expect([said(two, lost), said(lost)]).toEqual([[], []]);
  });

  it('a condition of the policy itself counts for each', () => {
    expect(missesOf(rows, { fate: false, rows: [one, two] })).toEqual([]);
  });
});

it('time says from when, and whether one may register before', () => {
  const old = conditionOf('old', { fact: 'born', ageAtLeast: 60 });
  const early = policyWith({
    conditions: [old],
    registerFrom: {
      when: { not: old.when },
      date: { plus: { plus: { fact: 'born' }, years: 60 }, months: -3 },
    },
  });
  const book = bookOf([early, policyWith({ id: 'late', conditions: [old] })]);
  const from = dateOf('2027-01-31');
  expect(nearMisses(book, evaluate(book, { born: '1967-01-31' }, ON))).toEqual([
    { kind: 'time', policy: 'sample', from, registerFrom: dateOf('2026-10-31') },
    { kind: 'time', policy: 'late', from },
  ]);
});
