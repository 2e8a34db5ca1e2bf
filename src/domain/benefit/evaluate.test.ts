import fc from 'fast-check';
import { dateOf } from '../shared/civil-date';
import { evaluate } from './evaluate';
import { bookOf, conditionOf, factOf, needing, policyWith } from './sample-policy.arbitrary';

const ON = dateOf('2026-11-23');

describe('what is missing', () => {
  const facts = ['x', 'y', 'z'].map((path) => factOf(path));
  const missing = (...paths: readonly string[]): readonly string[] | undefined =>
    evaluate(bookOf([needing('p', paths)], facts), {}, ON)[0]?.missing;

  it('is named in the order of the vocabulary, whatever the order of the conditions', () => {
    expect(missing('z', 'x', 'y')).toEqual(['x', 'y', 'z']);
    expect(missing('x', 'z', 'y')).toEqual(['x', 'y', 'z']);
    expect(missing('y', 'x')).toEqual(['x', 'y']);
    expect(missing('z', 'y', 'x')).toEqual(['x', 'y', 'z']);
    expect(missing('y')).toEqual(['y']);
  });

  it('ends with what is in no vocabulary, in the order of the conditions', () => {
    expect(missing('unheard', 'x', 'of')).toEqual(['x', 'unheard', 'of']);
  });
});

describe('a policy of whose side nothing is known', () => {
  const firm = policyWith({
    id: 'firm',
    audience: 'enterprise',
    conditions: [
      conditionOf('open', { fact: 'context.open', is: true }),
      conditionOf('small', { fact: 'enterprise.small', is: true }),
      conditionOf('since', { date: 'asOf', onOrAfter: '2026-01-01' }),
    ],
  });
  const person = policyWith({
    id: 'person',
    conditions: [
      conditionOf('good', { fact: 'person.good', is: true }),
      conditionOf('open', { fact: 'context.open', is: true }),
      conditionOf('born', { fact: 'person.born', onOrBefore: 'asOf' }),
    ],
  });
  /** It looks at the other side, so that what it says of one person holds for no other. */
  const curious = policyWith({
    id: 'curious',
    audience: 'enterprise',
    conditions: [conditionOf('good', { fact: 'person.good', is: true })],
  });
  const rows = policyWith({
    id: 'rows',
    rows: {
      ...conditionOf('any', { fact: 'person.rows', filled: true }),
      path: 'person.rows',
      conditions: [conditionOf('good', { fact: '.good', is: true })],
    },
  });
  const policies = [firm, person, curious, rows];

  const side = fc.option(
    fc.record(
      {
        good: fc.boolean(),
        small: fc.boolean(),
        born: fc.constantFrom('1950-01-01', '2026-06-01'),
        rows: fc.array(fc.record({ good: fc.boolean() }), { maxLength: 2 }),
      },
      { requiredKeys: [] },
    ),
    { nil: undefined },
  );
  const asked = fc.record({
    person: side,
    enterprise: side,
    context: fc.constantFrom(undefined, { open: true }, { open: false }, {}),
    on: fc.constantFrom('2025-12-31', '2026-01-01', '2026-11-23'),
  });

  it('comes out as if nobody had been judged before', () => {
    fc.assert(
      fc.property(fc.array(asked, { minLength: 2, maxLength: 8 }), (everybody) => {
        const book = bookOf(policies);
        for (const { on, ...facts } of everybody)
          expect(evaluate(book, facts, dateOf(on))).toEqual(evaluate(bookOf(policies), facts, dateOf(on)));
      }),
      { numRuns: 200 },
    );
  });

  it('is judged once for a day and a context', () => {
    const book = bookOf(policies);
    const [context, other] = [{ open: true }, { open: true }];
    const firmOf = (person: unknown, given: unknown, on = ON) =>
      evaluate(book, { person, context: given }, on)[0];
    const first = firmOf({ good: true }, context);
    expect(firmOf({ good: false }, context)).toBe(first);
    expect(firmOf({ good: false }, context, dateOf('2026-11-23'))).toBe(first);
    expect(firmOf({ good: false }, other)).not.toBe(first);
    expect(firmOf({}, context, dateOf('2026-11-24'))).not.toBe(firmOf({}, context, ON));
  });

  it('is not kept when it reads the other side', () => {
    const book = bookOf([curious]);
    const verdictOf = (good: boolean) => evaluate(book, { person: { good } }, ON)[0]?.verdict;
    expect([verdictOf(true), verdictOf(false)]).toEqual(['eligible', 'ineligible']);
  });
});
