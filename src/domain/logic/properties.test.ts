import fc from 'fast-check';
import { addDays, compareDates } from '../shared/civil-date';
import { checkCondition } from './check';
import { anyCondition, anyDay, someFacts } from './condition.arbitrary';
import { compileCondition, evaluate } from './evaluate';

describe('conditions, whatever the facts', () => {
  it('stay decided when more is known', () => {
    fc.assert(
      fc.property(anyCondition, someFacts, someFacts, anyDay, (condition, some, more, asOf) => {
        const test = compileCondition(condition);
        const before = test({ facts: some, asOf }).result;
        const after = test({ facts: { ...more, ...some }, asOf }).result;
        if (before !== 'unknown') expect(after).toBe(before);
      }),
      { numRuns: 500 },
    );
  });

  it('keep to De Morgan under three values', () => {
    fc.assert(
      fc.property(
        fc.array(anyCondition, { minLength: 1, maxLength: 3 }),
        someFacts,
        anyDay,
        (parts, facts, asOf) => {
          const env = { facts, asOf };
          const negated = parts.map((not) => ({ not }));
          expect(evaluate({ not: { all: parts } }, env).result).toBe(evaluate({ any: negated }, env).result);
          expect(evaluate({ not: { any: parts } }, env).result).toBe(evaluate({ all: negated }, env).result);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('give missing paths exactly when unknown, each once', () => {
    fc.assert(
      fc.property(anyCondition, someFacts, anyDay, (condition, facts, asOf) => {
        const { result, missing } = evaluate(condition, { facts, asOf });
        expect(missing.length > 0).toBe(result === 'unknown');
        expect(new Set(missing).size).toBe(missing.length);
      }),
      { numRuns: 300 },
    );
  });

  it('flip on the promised day and not the day before, unless time undoes another part', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), anyDay, anyDay, (age, birth, asOf) => {
        const condition = { fact: 'day', ageAtLeast: age };
        const facts = { day: `${birth.year}-${`0${birth.month}`.slice(-2)}-${`0${birth.day}`.slice(-2)}` };
        const { from } = evaluate(condition, { facts, asOf });
        if (!from) return;
        expect(compareDates(from, asOf)).toBeGreaterThan(0);
        expect(evaluate(condition, { facts, asOf: from }).result).toBe('met');
        expect(evaluate(condition, { facts, asOf: addDays(from, -1) }).result).toBe('unmet');
      }),
    );
  });

  it('never throw on facts of any shape', () => {
    fc.assert(
      fc.property(anyCondition, fc.jsonValue(), anyDay, (condition, facts, asOf) => {
        expect(['met', 'unmet', 'unknown']).toContain(evaluate(condition, { facts, asOf }).result);
      }),
      { numRuns: 300 },
    );
  });
});

describe('checkCondition', () => {
  it('takes every condition of the language', () => {
    fc.assert(fc.property(anyCondition, (condition) => expect(checkCondition(condition).ok).toBe(true)));
  });

  it('never throws on any JSON, and what it takes compiles', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.json().map((text): unknown => JSON.parse(text)),
        ),
        (value) => {
          const checked = checkCondition(value);
          if (checked.ok) expect(() => compileCondition(checked.value)).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });

  it('says where and how to mend', () => {
    expect(
      checkCondition({
        all: [
          { fact: 'a', is: 1 },
          { fact: 'a', si: 1 },
        ],
      }),
    ).toMatchObject({
      ok: false,
      error: { path: 'all[1]' },
    });
    expect(checkCondition({ any: [{ fact: 'a', is: 1, extra: 2 }] })).toMatchObject({
      error: { path: 'any[0].extra' },
    });
    expect(checkCondition({ fact: 'a', onOrAfter: '2026-02-30' })).toMatchObject({
      error: { path: 'onOrAfter' },
    });
    expect(checkCondition({ fact: 'a', matches: '(x' })).toMatchObject({ error: { path: 'matches' } });
  });

  it('refuses what is nested too deep for a phone', () => {
    let deep: unknown = { fact: 'a', is: 1 };
    for (let i = 0; i < 20_000; i += 1) deep = { not: deep };
    expect(checkCondition(deep).ok).toBe(false);
  });
});
