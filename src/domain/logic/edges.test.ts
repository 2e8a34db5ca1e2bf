/** Each comparison of the language just below, at and just above its border. */
import { dateOf, formatDate } from '../shared/civil-date';
import { checkInt } from './check';
import type { Condition, IntExpr } from './condition';
import { createCompiler, evaluate } from './evaluate';

const ON = dateOf('2026-11-23');
const say = (condition: Condition, facts: unknown): string => evaluate(condition, { facts, asOf: ON }).result;

describe('numbers', () => {
  it.each<[Condition, readonly string[]]>([
    [{ fact: 'n', atLeast: 5 }, ['unmet', 'met', 'met']],
    [{ fact: 'n', atMost: 5 }, ['met', 'met', 'unmet']],
    [{ fact: 'n', above: 5 }, ['unmet', 'unmet', 'met']],
    [{ fact: 'n', below: 5 }, ['met', 'unmet', 'unmet']],
    [{ fact: 'n', between: [5, 5] }, ['unmet', 'met', 'unmet']],
    [{ ratioAtLeast: { part: { fact: 'n' }, whole: 1000, permille: 5 } }, ['unmet', 'met', 'met']],
    [{ ratioAtMost: { part: { fact: 'n' }, whole: 1000, permille: 5 } }, ['met', 'met', 'unmet']],
  ])('%j at 4, 5 and 6: %j', (condition, results) => {
    expect([4, 5, 6].map((n) => say(condition, { n }))).toEqual(results);
    expect(say(condition, {})).toBe('unknown');
  });
});

describe('days', () => {
  const DAYS = ['2026-01-09', '2026-01-10', '2026-01-11'];

  it.each<[Condition, readonly string[]]>([
    [{ fact: 'd', onOrAfter: '2026-01-10' }, ['unmet', 'met', 'met']],
    [{ fact: 'd', onOrBefore: '2026-01-10' }, ['met', 'met', 'unmet']],
    [{ fact: 'd', after: '2026-01-10' }, ['unmet', 'unmet', 'met']],
    [{ fact: 'd', before: '2026-01-10' }, ['met', 'unmet', 'unmet']],
  ])('%j on the day before, on it and after: %j', (condition, results) => {
    expect(DAYS.map((d) => say(condition, { d }))).toEqual(results);
  });

  it.each<[Condition, readonly string[]]>([
    [{ fact: 'd', ageBelow: 18 }, ['unmet', 'unmet', 'met']],
    [{ fact: 'd', ageAtLeast: 18 }, ['met', 'met', 'unmet']],
    [{ fact: 'd', ageBelow: 18, on: '2026-11-24' }, ['unmet', 'unmet', 'unmet']],
    [{ fact: 'd', ageAtLeast: 18, on: '2026-11-22' }, ['met', 'unmet', 'unmet']],
  ])('%j, of people born a day before, on and after the 18th birthday: %j', (condition, results) => {
    const born = ['2008-11-22', '2008-11-23', '2008-11-24'];
    expect(born.map((d) => say(condition, { d }))).toEqual(results);
  });

  it.each([
    ['1948-01-01', 'unmet', undefined],
    ['1947-12-31', 'unmet', '2027-12-31'],
  ])('born %s: the promise ends with the last day given', (d, result, from) => {
    const outcome = evaluate(
      { fact: 'd', ageAtLeast: 80, flipsBy: '2027-12-31' },
      { facts: { d }, asOf: ON },
    );
    expect([outcome.result, outcome.from && formatDate(outcome.from)]).toEqual([result, from]);
  });

  it.each<[IntExpr, number]>([
    [{ yearOf: 'asOf', plus: -1 }, 2025],
    [{ yearOf: { plus: 'asOf', years: 1, months: 2, days: -23 } }, 2027],
    [{ monthOf: { plus: 'asOf', months: 2 } }, 1],
    [{ monthOf: { yearEnd: { yearOf: 'asOf' } } }, 12],
    [{ monthOf: { monthStart: 'asOf' } }, 11],
  ])('%j is %i', (expression, value) => {
    expect(checkInt(expression)).toBeUndefined();
    expect(createCompiler().int(expression)({ facts: {}, asOf: ON })).toEqual({ kind: 'value', value });
  });
});

describe('people named by their numbers', () => {
  const birthDateOf = (): typeof ON => dateOf('2008-11-23');
  const at = (condition: Condition): string =>
    evaluate(condition, { facts: {}, asOf: ON, birthDateOf }).result;

  it('are of an age on the day itself', () => {
    expect([at({ ageOf: 'x', atLeast: 18 }), at({ ageOf: 'x', atLeast: 19 })]).toEqual(['met', 'unmet']);
    expect([at({ ageOf: 'x', below: 18 }), at({ ageOf: 'x', below: 19 })]).toEqual(['unmet', 'met']);
  });

  it('are nobody where the caller names none', () => {
    expect(say({ personUnder: 14 }, {})).toBe('unmet');
    expect(say({ ageOf: 'x', atLeast: 18 }, {})).toBe('unknown');
  });

  it('are under an age until the birthday', () => {
    const personBirthDates = (): readonly (typeof ON)[] => [dateOf('2012-11-23'), dateOf('1980-01-01')];
    const under = (personUnder: number): string =>
      evaluate({ personUnder }, { facts: {}, asOf: ON, personBirthDates }).result;
    expect([under(14), under(15)]).toEqual(['unmet', 'met']);
  });
});

describe('all, any and not over three values', () => {
  const met: Condition = { fact: 'yes', is: true };
  const unmet: Condition = { fact: 'no', is: true };
  const unknown: Condition = { fact: 'nothing', is: true };
  const facts = { yes: true, no: false };

  it.each<[Condition, string]>([
    [{ all: [met, met] }, 'met'],
    [{ all: [met, unmet, unknown] }, 'unmet'],
    [{ all: [unknown, unmet] }, 'unmet'],
    [{ all: [met, unknown] }, 'unknown'],
    [{ any: [unmet, unmet] }, 'unmet'],
    [{ any: [unknown, met] }, 'met'],
    [{ any: [unmet, unknown] }, 'unknown'],
    [{ not: met }, 'unmet'],
    [{ not: unmet }, 'met'],
    [{ not: unknown }, 'unknown'],
  ])('%j is %s', (condition, result) => expect(say(condition, facts)).toBe(result));

  it('what time brings is not promised beside what is not known', () => {
    const later: Condition = { inForce: { from: '2027-01-01' } };
    const outcome = evaluate({ all: [later, unknown] }, { facts, asOf: ON });
    expect([outcome.result, outcome.from]).toEqual(['unmet', undefined]);
    const either = evaluate({ any: [later, unknown] }, { facts, asOf: ON });
    expect([either.result, either.missing]).toEqual(['unknown', ['nothing']]);
    expect(evaluate({ not: later }, { facts, asOf: ON })).toEqual({ result: 'met', missing: [] });
  });
});
