import { dateOf, formatDate } from '../shared/civil-date';
import type { Condition } from './condition';
import { createCompiler, evaluate } from './evaluate';
import type { Env } from './facts';

const on = (asOf: string, facts: unknown, more: Partial<Env> = {}): Env => ({
  facts,
  asOf: dateOf(asOf),
  ...more,
});
const resultOf = (condition: Condition, facts: unknown, asOf = '2026-11-23'): string =>
  evaluate(condition, on(asOf, facts)).result;
const fromOf = (condition: Condition, env: Env): string | undefined => {
  const { from } = evaluate(condition, env);
  return from && formatDate(from);
};

describe('facts', () => {
  it.each<[Condition, unknown, string]>([
    [{ fact: 'a.b', is: 1 }, { a: { b: 1 } }, 'met'],
    [{ fact: 'a.b', is: 1 }, { a: { b: '1' } }, 'unmet'],
    [{ fact: 'a.b', is: 1 }, { a: 7 }, 'unknown'],
    [{ fact: 'a', is: 1 }, { a: null }, 'unknown'],
    [{ fact: 'a', is: 1, whenUnset: 'met' }, {}, 'met'],
    [{ fact: 'a', in: ['x', 'y'] }, { a: 'y' }, 'met'],
    [{ fact: 'a', contains: ['x'] }, { a: ['y', 'x'] }, 'met'],
    [{ fact: 'a', contains: ['x'] }, { a: [] }, 'unmet'],
    [{ fact: 'a', filled: true }, { a: [] }, 'unmet'],
    [{ fact: 'a', filled: true }, { a: false }, 'met'],
    [{ fact: 'a', filled: true }, {}, 'unknown'],
    [{ fact: 'a', known: true }, {}, 'unmet'],
    [{ fact: 'a', matches: '^.{2}[56]' }, { a: 'xx5' }, 'met'],
    [{ fact: 'constructor', filled: true }, {}, 'unknown'],
    [{ fact: 'a', atLeast: 3 }, { a: 'three' }, 'unknown'],
    [{ fact: 'a', onOrAfter: '2026-01-01' }, { a: '2026-02-30' }, 'unknown'],
  ])('%j over %j is %s', (condition, facts, result) => {
    expect(resultOf(condition, facts)).toBe(result);
  });

  it('takes an absent fact as empty where the caller says so', () => {
    const env = on('2026-11-23', {}, { absent: 'unmet' });
    expect(evaluate({ fact: 'a', is: 1 }, env).result).toBe('unmet');
    expect(evaluate({ not: { fact: 'a', is: 1 } }, env).result).toBe('met');
    expect(evaluate({ fact: 'a', atLeast: 1 }, env).result).toBe('unmet');
    expect(evaluate({ anyRow: 'a', where: { fact: '.b', is: 1 } }, env).result).toBe('unmet');
  });
});

describe('whole numbers', () => {
  it.each<[Condition, unknown, string]>([
    [{ fact: 'n', between: [1, 4] }, { n: 4 }, 'met'],
    [{ fact: 'n', between: [1, 4] }, { n: 5 }, 'unmet'],
    [{ fact: 'n', above: { fact: 'm' } }, { n: 2, m: 2 }, 'unmet'],
    [{ fact: 'n', atMost: { fact: 'm', whenUnset: 3 } }, { n: 3 }, 'met'],
    [{ int: { lookup: { by: ['a', 'b'], rows: { x: { y: 5 } } } }, above: 0 }, { a: 'x', b: 'y' }, 'met'],
    [{ int: { lookup: { by: ['a', 'b'], rows: { x: { y: 5 } } } }, above: 0 }, { a: 'x', b: 'q' }, 'unmet'],
    [{ int: { yearOf: { fact: 'd' }, plus: 1 }, atLeast: 2026 }, { d: '2025-12-31' }, 'met'],
  ])('%j over %j is %s', (condition, facts, result) => {
    expect(resultOf(condition, facts)).toBe(result);
  });

  it.each([
    [200, 189, 'met'],
    [200, 188, 'unmet'],
    [9007199254740991, 9007199254740990, 'met'],
  ])('compares ratios without dividing: %i → %i is %s', (base, end, result) => {
    const part = { subtract: [{ fact: 'base' }, { fact: 'end' }] };
    expect(resultOf({ ratioAtMost: { part, whole: { fact: 'base' }, permille: 55 } }, { base, end })).toBe(
      result,
    );
  });

  it('names what a comparison waits for, each path once', () => {
    const { missing } = evaluate(
      { int: { sum: [{ fact: 'a' }, { fact: 'b' }, { fact: 'a' }] }, atLeast: { fact: 'b' } },
      on('2026-11-23', {}),
    );
    expect(missing).toEqual(['a', 'b']);
  });

  it('tells years that are over from years that are not open', () => {
    const open: Condition = { fact: 'y', inYears: { years: [2024, 2025], fact: 'more' } };
    const at = (facts: unknown) => evaluate(open, on('2026-11-23', facts));
    expect(at({ y: 2025 }).result).toBe('met');
    expect(at({ y: 2023 })).toEqual({ result: 'unmet', missing: [] });
    expect(at({ y: 2026 }).lapsed).toBe(true);
    expect(at({ y: 2026, more: [2026] }).result).toBe('met');
    expect(at({}).missing).toEqual(['y']);
  });

  it('waits for years that only a department can open', () => {
    const open: Condition = { fact: 'y', inYears: { years: [], fact: 'more', factNeeded: true } };
    expect(evaluate(open, on('2026-11-23', { y: 2025 })).missing).toEqual(['more']);
    expect(evaluate(open, on('2026-11-23', {})).missing).toEqual(['y', 'more']);
    expect(evaluate(open, on('2026-11-23', { y: 2025, more: [] })).lapsed).toBe(true);
  });

  it('takes published figures by date', () => {
    const { condition } = createCompiler({
      parameters: {
        line: [
          { from: dateOf('2024-01-01'), value: 10 },
          { from: dateOf('2025-01-01'), to: dateOf('2025-12-31'), value: 20 },
        ],
      },
    });
    const test = condition({ fact: 'n', atLeast: { param: 'line' } });
    expect(test(on('2023-12-31', { n: 15 })).result).toBe('unknown');
    expect(test(on('2024-12-31', { n: 15 })).result).toBe('met');
    expect(test(on('2025-01-01', { n: 15 })).result).toBe('unmet');
    expect(test(on('2026-01-01', { n: 15 })).result).toBe('met');
  });
});

describe('dates and ages', () => {
  const eighty: Condition = { fact: 'birth', ageAtLeast: 80 };

  it.each([
    ['1946-11-23', '2026-11-23', 'met'],
    ['1946-11-24', '2026-11-23', 'unmet'],
    // Shanghai kept summer time in 1946.
    ['1946-05-15', '2026-05-15', 'met'],
    ['1944-02-29', '2024-02-28', 'unmet'],
    ['1945-02-28', '2025-02-28', 'met'],
  ])('born %s, 80 on %s is %s', (birth, asOf, result) => {
    expect(resultOf(eighty, { birth }, asOf)).toBe(result);
  });

  it('says from when time alone makes it so', () => {
    expect(fromOf(eighty, on('2026-11-23', { birth: '1948-02-29' }))).toBe('2028-02-29');
    expect(
      fromOf({ fact: 'birth', ageAtLeast: 18 }, on('2026-11-23', { birth: '2008-02-29' })),
    ).toBeUndefined();
    expect(fromOf({ fact: 'birth', ageAtLeast: 19 }, on('2026-11-23', { birth: '2008-02-29' }))).toBe(
      '2027-02-28',
    );
    expect(
      fromOf(
        { fact: 'birth', ageAtLeast: 80, flipsBy: '2027-12-31' },
        on('2026-11-23', { birth: '1948-01-01' }),
      ),
    ).toBeUndefined();
  });

  it('does not promise an age that counts on another day', () => {
    const condition: Condition = { fact: 'birth', ageAtLeast: 16, on: { fact: 'hired' } };
    const outcome = evaluate(condition, on('2026-11-23', { birth: '2010-01-02', hired: '2026-01-01' }));
    expect(outcome).toEqual({ result: 'unmet', missing: [] });
  });

  it('takes the later day for and, the earlier for or, and none beside an unmet that time does not mend', () => {
    const env = on('2026-11-23', { birth: '1950-01-01', kind: 'x' });
    const force: Condition = { inForce: { from: '2027-01-01' } };
    expect(fromOf({ all: [eighty, force] }, env)).toBe('2030-01-01');
    expect(fromOf({ any: [eighty, force] }, env)).toBe('2027-01-01');
    expect(fromOf({ all: [eighty, { fact: 'kind', is: 'y' }] }, env)).toBeUndefined();
    expect(fromOf({ any: [eighty, { fact: 'kind', is: 'y' }] }, env)).toBe('2030-01-01');
  });

  it.each([
    ['2025-09-30', 'unmet', undefined],
    ['2025-10-01', 'met', undefined],
    ['2030-09-30', 'met', undefined],
    ['2030-10-01', 'unmet', true],
  ])('in force on %s: %s', (asOf, result, lapsed) => {
    const outcome = evaluate({ inForce: { from: '2025-10-01', to: '2030-09-30' } }, on(asOf, {}));
    expect([outcome.result, outcome.lapsed]).toEqual([result, lapsed]);
  });

  it.each<[Condition, string]>([
    [{ fact: 'd', olderThanMonths: 1 }, '2026-02-28'],
    [{ fact: 'd', olderThanDays: 30 }, '2026-03-02'],
  ])('%j first holds the day after %s', (condition, last) => {
    expect(resultOf(condition, { d: '2026-01-31' }, last)).toBe('unmet');
    const next = last === '2026-02-28' ? '2026-03-01' : '2026-03-03';
    expect(resultOf(condition, { d: '2026-01-31' }, next)).toBe('met');
  });

  it('reckons dates', () => {
    const env = on('2026-11-23', { d: '2026-11-02', y: 2026 });
    expect(evaluate({ fact: 'd', onOrAfter: { monthStart: 'asOf' } }, env).result).toBe('met');
    expect(
      evaluate({ date: 'asOf', onOrBefore: { plus: { fact: 'd' }, months: 1, days: -10 } }, env).result,
    ).toBe('unmet');
    expect(evaluate({ date: { yearEnd: { fact: 'y' } }, after: '2026-12-30' }, env).result).toBe('met');
  });
});

describe('rows, people and rules', () => {
  const adult: Condition = { anyRow: 'people', where: { fact: '.birth', ageAtLeast: 18 } };

  it('holds when any row does, and names rows without numbers', () => {
    expect(resultOf(adult, { people: [] })).toBe('unmet');
    expect(resultOf(adult, { people: [{}, { birth: '2000-01-01' }] })).toBe('met');
    expect(evaluate(adult, on('2026-11-23', { people: [{}, {}] })).missing).toEqual(['people[].birth']);
    expect(evaluate(adult, on('2026-11-23', {})).missing).toEqual(['people']);
  });

  it('asks the caller for the ages that identity numbers tell', () => {
    const env = on(
      '2026-11-23',
      {},
      {
        birthDateOf: (path) => (path === 'a.idNo' ? dateOf('2000-01-01') : undefined),
        personBirthDates: () => [dateOf('1980-01-01'), dateOf('2013-01-01')],
      },
    );
    expect(evaluate({ ageOf: 'a.idNo', atLeast: 26 }, env).result).toBe('met');
    expect(evaluate({ ageOf: 'a.idNo', below: 26 }, env).result).toBe('unmet');
    expect(evaluate({ ageOf: 'b.idNo', below: 26 }, env).missing).toEqual(['b.idNo']);
    expect(evaluate({ personUnder: 14 }, env).result).toBe('met');
    expect(evaluate({ personUnder: 13 }, env).result).toBe('unmet');
  });

  it('stays unknown while somebody else has yet to act', () => {
    const waiting: Condition = { awaits: { fact: 's', is: 'pending' }, missing: ['cert'] };
    expect(evaluate(waiting, on('2026-11-23', { s: 'pending' }))).toEqual({
      result: 'unknown',
      missing: ['cert'],
    });
    expect(evaluate(waiting, on('2026-11-23', { s: 'none' })).result).toBe('unmet');
  });

  it('runs a rule of the caller and refuses one it does not know', () => {
    const { condition } = createCompiler({
      rules: { never: () => () => ({ result: 'unmet', missing: [] }) },
    });
    expect(condition({ rule: 'never', with: {} })(on('2026-11-23', {})).result).toBe('unmet');
    expect(() => condition({ rule: 'other', with: {} })).toThrow();
  });
});
