import { dateOf } from '../shared/civil-date';
import type { IntExpr } from './condition';
import { createCompiler } from './evaluate';

const { int } = createCompiler();
const read = (expression: IntExpr, facts: unknown) => int(expression)({ facts, asOf: dateOf('2026-11-23') });

describe('whole-number expressions', () => {
  it.each<[IntExpr, unknown, number]>([
    [{ product: [101100, { fact: 'p' }], dividedBy: 1000 }, { p: 35 }, 3539],
    [{ subtract: [5, { fact: 'p' }], notBelow: 0 }, { p: 9 }, 0],
    [{ highest: [1, { fact: 'p' }] }, { p: 9 }, 9],
    [
      { eachRow: 'r', where: { fact: '.k', is: 'x' }, amount: { fact: '.n' } },
      { r: [{ k: 'x', n: 2 }, { k: 'y' }] },
      2,
    ],
    [{ choose: 'k', options: { x: 7 }, otherwise: 1 }, { k: 'toString' }, 1],
    [
      {
        highestOf: [
          { when: { fact: 'k', is: 'x' }, then: 3 },
          { when: { fact: 'q', is: 1 }, then: 9 },
        ],
      },
      { k: 'x' },
      3,
    ],
  ])('%j over %j is %i', (expression, facts, value) => {
    expect(read(expression, facts)).toEqual({ kind: 'value', value });
  });

  it('says unpublished before it asks anybody', () => {
    expect(read({ lowest: [{ fact: 'fee' }, { standard: 'cap' }] }, {})).toEqual({
      kind: 'unpublished',
      paths: ['cap'],
    });
    expect(read({ lowest: [{ fact: 'fee' }, { standard: 'cap' }] }, { cap: 1 })).toEqual({
      kind: 'missing',
      paths: ['fee'],
    });
  });

  it('lets a branch that is enough outweigh one that is not published', () => {
    const highest: IntExpr = {
      highestOf: [
        { when: { fact: 'a', is: true }, then: 1000 },
        { when: { fact: 'b', is: true }, then: { standard: 'rate' } },
      ],
      enough: 1000,
    };
    expect(read(highest, { a: true, b: true })).toEqual({ kind: 'value', value: 1000 });
    expect(read(highest, { b: true }).kind).toBe('unpublished');
    expect(read(highest, { b: true, rate: 600 })).toEqual({ kind: 'value', value: 600 });
  });

  it('takes a figure of another day, and what stands in for one not published', () => {
    const parameters = { fee: [{ from: dateOf('2024-01-01'), to: dateOf('2025-12-31'), value: 40 }] };
    const fee = createCompiler({ parameters }).int({
      param: 'fee',
      on: { yearEnd: { fact: 'year' } },
      otherwise: { standard: 'local' },
    });
    const at = (facts: unknown) => fee({ facts, asOf: dateOf('2026-11-23') });
    expect(at({ year: 2025 })).toEqual({ kind: 'value', value: 40 });
    expect(at({ year: 2026 }).kind).toBe('unpublished');
    expect(at({ year: 2026, local: 50 })).toEqual({ kind: 'value', value: 50 });
    expect(at({})).toEqual({ kind: 'missing', paths: ['year'] });
  });

  it('asks for a choice only when one of its options has a figure', () => {
    const choose: IntExpr = {
      choose: 'kind',
      options: { a: { standard: 'cents.a' }, b: { standard: 'cents.b' } },
    };
    expect(read(choose, {}).kind).toBe('unpublished');
    expect(read(choose, { cents: { a: 5 } })).toEqual({ kind: 'missing', paths: ['kind'] });
    expect(read(choose, { cents: { a: 5 }, kind: 'b' }).kind).toBe('unpublished');
    expect(read(choose, { cents: { a: 5 }, kind: 'a' })).toEqual({ kind: 'value', value: 5 });
  });

  it('settles an earlier case before a later one counts', () => {
    const cases: IntExpr = { cases: [{ when: { fact: 'n', atMost: 30 }, then: 200 }], otherwise: 55 };
    expect(read(cases, {})).toEqual({ kind: 'missing', paths: ['n'] });
    expect(read(cases, { n: 31 })).toEqual({ kind: 'value', value: 55 });
  });
});
