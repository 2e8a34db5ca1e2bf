/** What an editor may write, and where a slip is pointed at. Each kind of key once right and at least once wrong. */
import { checkCondition, checkInt } from './check';

const ok = { fact: 'a', is: 1 };
const whenOk = { when: ok, then: 1 };

const faultOf = (value: unknown): string => {
  const checked = checkCondition(value);
  return checked.ok ? 'right' : `at ${checked.error.path}`;
};

const intFaultOf = (value: unknown): string => {
  const fault = checkInt(value);
  return fault === undefined ? 'right' : `at ${fault.path}`;
};

describe('conditions', () => {
  it.each<unknown>([
    ok,
    { all: [ok] },
    { any: [ok, ok] },
    { not: ok },
    { fact: '.a.b-c', is: 'x', whenUnset: 'unmet' },
    { fact: 'a', in: ['x', 1, true] },
    { fact: 'a', contains: ['x'] },
    { fact: 'a', filled: true },
    { fact: 'a', known: true },
    { fact: 'a', matches: '^x$' },
    { fact: 'a', atLeast: 1 },
    { fact: 'a', atMost: { fact: 'b' } },
    { fact: 'a', above: 0 },
    { fact: 'a', below: -1 },
    { fact: 'a', between: [1, 2] },
    { fact: 'a', inYears: { years: [], fact: 'b' } },
    { fact: 'a', inYears: { years: [2024], fact: 'b', factNeeded: false } },
    { fact: 'a', onOrAfter: 'asOf' },
    { fact: 'a', onOrBefore: '2026-11-23' },
    { fact: 'a', after: { monthStart: 'asOf' } },
    { fact: 'a', before: { plus: 'asOf', months: -3 } },
    { fact: 'a', ageAtLeast: 60, on: 'asOf', flipsBy: { yearEnd: 2026 } },
    { fact: 'a', ageBelow: 0 },
    { fact: 'a', olderThanMonths: 3 },
    { fact: 'a', olderThanDays: 3 },
    { int: { yearOf: 'asOf' }, atLeast: 2025 },
    { date: 'asOf', onOrAfter: '2022-09-01' },
    { inForce: { from: '2025-01-01' } },
    { inForce: { from: '2025-01-01', to: '2030-01-01' } },
    { anyRow: 'a', where: ok },
    { ratioAtMost: { part: 1, whole: 2, permille: 55 } },
    { ratioAtLeast: { part: 1, whole: 2, permille: 55 } },
    { ageOf: 'a', atLeast: 18 },
    { ageOf: 'a', below: 18 },
    { personUnder: 16 },
    { awaits: ok, missing: ['a'] },
    { rule: 'x', with: null },
  ])('%j is right', (value) => expect(faultOf(value)).toBe('right'));

  it.each<[unknown, string]>([
    [undefined, 'at '],
    [null, 'at '],
    [7, 'at '],
    [[ok], 'at '],
    [{}, 'at '],
    [{ all: [ok], any: [ok] }, 'at '],
    [{ fact: 'a', is: 1, in: ['x'] }, 'at '],
    [{ all: [] }, 'at all'],
    [{ all: ok }, 'at all'],
    [{ all: [ok, 7] }, 'at all[1]'],
    [{ any: [ok, { not: {} }] }, 'at any[1].not'],
    [{ not: ok, extra: 1 }, 'at extra'],
    [{ fact: '', is: 1 }, 'at fact'],
    [{ fact: 'a b', is: 1 }, 'at fact'],
    [{ fact: 7, is: 1 }, 'at fact'],
    [{ fact: 'a', is: null }, 'at is'],
    [{ fact: 'a', is: 1.5 }, 'at is'],
    [{ fact: 'a', is: 1, whenUnset: 'unknown' }, 'at whenUnset'],
    [{ fact: 'a' }, 'at '],
    [{ fact: 'a', in: [] }, 'at in'],
    [{ fact: 'a', in: 'x' }, 'at in'],
    [{ fact: 'a', in: [{}] }, 'at in[0]'],
    [{ fact: 'a', filled: false }, 'at filled'],
    [{ fact: 'a', known: 'yes' }, 'at known'],
    [{ fact: 'a', matches: 'x' }, 'at matches'],
    [{ fact: 'a', matches: '^(' }, 'at matches'],
    [{ fact: 'a', matches: 7 }, 'at matches'],
    [{ fact: 'a', atLeast: 'x' }, 'at atLeast'],
    [{ fact: 'a', between: [1] }, 'at between'],
    [{ fact: 'a', between: [1, 2, 3] }, 'at between'],
    [{ fact: 'a', inYears: { years: ['2024'], fact: 'b' } }, 'at inYears.years[0]'],
    [{ fact: 'a', inYears: { years: 2024, fact: 'b' } }, 'at inYears.years'],
    [{ fact: 'a', inYears: { years: [2024] } }, 'at inYears.fact'],
    [{ fact: 'a', inYears: { years: [2024], fact: 'b', factNeeded: 1 } }, 'at inYears.factNeeded'],
    [{ fact: 'a', onOrAfter: '2026-02-30' }, 'at onOrAfter'],
    [{ fact: 'a', onOrAfter: 2026 }, 'at onOrAfter'],
    [{ fact: 'a', ageAtLeast: -1 }, 'at ageAtLeast'],
    [{ fact: 'a', ageAtLeast: 1.5 }, 'at ageAtLeast'],
    [{ fact: 'a', ageAtLeast: 60, flipsBy: 'never' }, 'at flipsBy'],
    [{ fact: 'a', is: 1, on: 'asOf' }, 'at on'],
    [{ int: 'x', atLeast: 1 }, 'at int'],
    [{ int: 1, onOrAfter: 'asOf' }, 'at '],
    [{ date: 'asOf', atLeast: 1 }, 'at '],
    [{ inForce: { from: 'asOf' } }, 'at inForce.from'],
    [{ inForce: { from: '2025-01-01', to: 'x' } }, 'at inForce.to'],
    [{ inForce: { to: '2025-01-01' } }, 'at inForce'],
    [{ anyRow: 'a' }, 'at where'],
    [{ ratioAtMost: { part: 1, whole: 2 } }, 'at ratioAtMost.permille'],
    [{ ageOf: 'a' }, 'at '],
    [{ ageOf: 'a', atLeast: 1, below: 2 }, 'at '],
    [{ personUnder: '16' }, 'at personUnder'],
    [{ awaits: ok }, 'at missing'],
    [{ awaits: ok, missing: [] }, 'at missing'],
    [{ rule: '', with: 1 }, 'at rule'],
    [{ rule: 'x' }, 'at with'],
  ])('%j is wrong, %s', (value, at) => expect(faultOf(value)).toBe(at));
});

describe('whole numbers', () => {
  it.each<unknown>([
    0,
    -5,
    { fact: 'a', whenUnset: 0 },
    { standard: 'context.x' },
    { param: 'x', on: 'asOf', otherwise: 1 },
    { yearOf: 'asOf', plus: -2 },
    { monthOf: { fact: 'a' } },
    { lookup: { by: ['a', 'b'], rows: { x: { y: 1 }, z: 2 } } },
    { sum: [1, 2] },
    { subtract: [1], notBelow: 0 },
    { product: [1, 2], dividedBy: 1 },
    { product: [1, 2], dividedBy: 1_000_000 },
    { lowest: [1] },
    { highest: [1] },
    { highestOf: [whenOk], enough: 1000 },
    { cases: [whenOk], otherwise: 0 },
    { choose: 'a', options: { x: 1 }, otherwise: 2 },
    { eachRow: 'a', where: ok, amount: 1 },
    { rule: 'x', with: {} },
  ])('%j is right', (value) => expect(intFaultOf(value)).toBe('right'));

  it.each<[unknown, string]>([
    [1.5, 'at '],
    ['1', 'at '],
    [null, 'at '],
    [{}, 'at '],
    [{ fact: 'a', whenUnset: 'x' }, 'at whenUnset'],
    [{ fact: 'a', standard: 'b' }, 'at '],
    [{ param: '' }, 'at param'],
    [{ param: 7 }, 'at param'],
    [{ yearOf: 'x' }, 'at yearOf'],
    [{ yearOf: 'asOf', plus: 0.5 }, 'at plus'],
    [{ lookup: { by: [], rows: { x: 1 } } }, 'at lookup.by'],
    [{ lookup: { by: ['a'], rows: {} } }, 'at lookup.rows'],
    [{ lookup: { by: ['a'], rows: { x: 'y' } } }, 'at lookup.rows.x'],
    [{ lookup: { by: ['a'], rows: { x: { y: 0.5 } } } }, 'at lookup.rows.x.y'],
    [{ sum: [] }, 'at sum'],
    [{ product: [1], dividedBy: 1 }, 'at product'],
    [{ product: [1, 2] }, 'at dividedBy'],
    [{ product: [1, 2], dividedBy: 0 }, 'at dividedBy'],
    [{ product: [1, 2], dividedBy: 1_000_001 }, 'at dividedBy'],
    [{ product: [1, 2], dividedBy: 1.5 }, 'at dividedBy'],
    [{ highestOf: [{ when: ok }] }, 'at highestOf[0].then'],
    [{ cases: [whenOk] }, 'at otherwise'],
    [{ cases: [{ when: 7, then: 1 }], otherwise: 1 }, 'at cases[0].when'],
    [{ choose: 'a', options: {} }, 'at options'],
    [{ choose: 'a', options: [] }, 'at options'],
    [{ choose: 'a', options: { x: 'y' } }, 'at options.x'],
    [{ eachRow: 'a', where: ok }, 'at amount'],
  ])('%j is wrong, %s', (value, at) => expect(intFaultOf(value)).toBe(at));
});

describe('depth', () => {
  const nested = (levels: number): unknown =>
    Array.from({ length: levels - 1 }).reduce<unknown>((inner) => ({ not: inner }), ok);
  const sums = (levels: number): unknown =>
    Array.from({ length: levels }).reduce<unknown>((inner) => ({ sum: [inner] }), 1);

  it('is sixty at most', () => {
    expect([faultOf(nested(60)), faultOf(nested(61))]).toEqual(['right', 'at ']);
    expect([intFaultOf(sums(30)), intFaultOf(sums(31))]).toEqual(['right', 'at ']);
  });

  it('says how to mend a list, by its length', () => {
    const message = (value: unknown): string => {
      const checked = checkCondition(value);
      return checked.ok ? '' : checked.error.message;
    };
    expect(message({ all: [] })).not.toBe(message({ fact: 'a', between: [1] }));
    expect(message({ fact: 'a', between: [1] })).toContain('2');
    expect(message(nested(61))).toContain('60');
  });
});
