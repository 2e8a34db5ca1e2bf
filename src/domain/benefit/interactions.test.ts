import type { IntExpr } from '../logic/condition';
import { dateOf } from '../shared/civil-date';
import { evaluate } from './evaluate';
import { meetings, totals, type Totals } from './interactions';
import type { Interaction, Period, Policy } from './policy';
import { bookOf, policyWith } from './sample-policy.arbitrary';

const ON = dateOf('2026-11-23');

const beside = (id: string, kind: Interaction['kind'], other?: string): Partial<Policy> => ({
  id,
  interactions: [{ kind, text: `${kind} ${other ?? ''}`, ...(other === undefined ? {} : { policy: other }) }],
});

const paying = (id: string, amount: IntExpr | undefined, per: Period, more: Partial<Policy> = {}): Policy =>
  policyWith({ id, per, ...(amount === undefined ? {} : { amount }), ...more });

function meet(policies: readonly Policy[]) {
  const book = bookOf(policies);
  const judged = evaluate(book, {}, ON);
  return { met: meetings(book, judged), sums: totals(book, judged) };
}

const higher = (a: IntExpr, b: IntExpr, per: readonly [Period, Period] = ['month', 'month']) =>
  meet([paying('a', a, per[0], beside('a', 'higher', 'b')), paying('b', b, per[1])]);

describe('of two that exclude one another', () => {
  it.each([
    [5, 3, 'a'],
    [3, 5, 'b'],
    [5, 5, 'a'],
  ])('%i and %i: %s is had, and counts alone', (a, b, keep) => {
    const { met, sums } = higher(a, b);
    expect(met.map((each) => each.keep)).toEqual([keep]);
    expect(sums.cents.month).toBe(5);
  });

  it('none is chosen over different periods, or while a sum is open', () => {
    expect(higher(5, 3, ['month', 'year']).met.map(({ keep }) => keep)).toEqual([undefined]);
    expect(higher({ fact: 'x' }, 3).met.map(({ keep }) => keep)).toEqual([undefined]);
    expect(higher(3, { standard: 'context.x' }).met.map(({ keep }) => keep)).toEqual([undefined]);
    expect(higher(5, 3, ['month', 'year']).sums.cents).toEqual({ once: 0, month: 5, year: 3 });
  });
});

it('what may stand side by side loses nothing', () => {
  const { met, sums } = meet([
    paying('a', 5, 'month', beside('a', 'together', 'b')),
    paying('b', 3, 'month', beside('b', 'together', 'a')),
  ]);
  expect(met).toEqual([{ kind: 'together', policies: ['a', 'b'], text: 'together b' }]);
  expect(sums.cents.month).toBe(8);
});

it('only what is had meets, and only what is of the list', () => {
  const refused = policyWith({
    id: 'b',
    conditions: [{ id: 'c', text: '', clause: '', evidence: 'K', when: { fact: 'no', is: true } }],
  });
  expect(meet([paying('a', 5, 'month', beside('a', 'higher', 'b')), refused]).met).toEqual([]);
  expect(meet([paying('a', 5, 'month', beside('a', 'higher'))]).met).toEqual([]);
});

it('counts each kind of what is had by itself', () => {
  const { sums } = meet([
    paying('a', 5, 'once'),
    paying('b', 7, 'once'),
    paying('c', undefined, 'none'),
    paying('d', undefined, 'none'),
    paying('e', { standard: 'context.x' }, 'year'),
    paying('f', { standard: 'context.y' }, 'year'),
    paying('g', { fact: 'x' }, 'month'),
    paying('h', { fact: 'y' }, 'month'),
  ]);
  const wanted: Totals = { cents: { once: 12, month: 0, year: 0 }, inKind: 2, unpublished: 2, open: 2 };
  expect(sums).toEqual(wanted);
});
