import { dateOf } from '../shared/civil-date';
import { evaluate } from './evaluate';
import { nextQuestion, type AskOptions } from './next-question';
import type { FactEntry, Policy } from './policy';
import { bookOf, conditionOf, factOf, needing, policyWith } from './sample-policy.arbitrary';

const ON = dateOf('2026-11-23');
const person: AskOptions = { audience: 'person', sensitive: true, unsure: [] };
const letters = ['a', 'b', 'c', 'd', 'e'].map((path) => factOf(path));

function asked(
  policies: readonly Policy[],
  facts: readonly FactEntry[] = letters,
  { options = person, known = {} }: { options?: AskOptions; known?: unknown } = {},
): string {
  const book = bookOf(policies, facts);
  const next = nextQuestion(book, evaluate(book, known, ON), options);
  return next ? `${next.fact.path}: ${next.answers} answers decide ${next.decides}` : 'nothing';
}

const all = (...needs: readonly string[]): readonly Policy[] =>
  needs.map((paths) => needing(`needs ${paths}`, paths.split('')));

describe('the plan', () => {
  it.each([
    // One answer for one policy before two answers for one, in any order.
    [['a', 'bc'], 'a: 1 answers decide 1'],
    [['bc', 'a'], 'a: 1 answers decide 1'],
    // Two answers for three policies before one for one.
    [['ab', 'a', 'b'], 'a: 2 answers decide 3'],
    [['c', 'ab', 'a', 'b'], 'a: 2 answers decide 3'],
    [['ab', 'a', 'b', 'c'], 'a: 2 answers decide 3'],
    // As many policies an answer: the fewer answers.
    [['ab', 'ab', 'c'], 'c: 1 answers decide 1'],
    [['c', 'ab', 'ab'], 'c: 1 answers decide 1'],
    [['ab', 'ab', 'cde'], 'a: 2 answers decide 2'],
    // What shares only part of the questions is not decided by them.
    [['ab', 'ac'], 'a: 2 answers decide 1'],
    [['ab', 'bc', 'ac'], 'a: 2 answers decide 1'],
    // Of a plan the question that most wait for.
    [['ab', 'bc'], 'b: 2 answers decide 1'],
    [['abc', 'cd', 'ce'], 'c: 2 answers decide 1'],
  ])('%j: %s', (needs, said) => {
    expect(asked(all(...needs))).toBe(said);
  });

  it('of equals the first of the vocabulary is asked, whatever the order of the conditions', () => {
    expect(asked(all('ba'))).toBe('a: 2 answers decide 1');
    expect(asked(all('cab'), [...letters].reverse())).toBe('c: 3 answers decide 1');
  });

  it('what most answer with a no comes first', () => {
    const facts = letters.map((fact) => (fact.path === 'c' ? { ...fact, screens: true as const } : fact));
    expect(asked(all('ab', 'cde'), facts)).toBe('a: 2 answers decide 1');
    expect(asked(all('abc'), facts)).toBe('c: 3 answers decide 1');
  });
});

describe('what others have to say', () => {
  const facts = [...letters, factOf('context.x')];
  const waits = needing('waits', ['a', 'b', 'context.x']);

  it('is not asked, and without it nothing is sure', () => {
    expect(asked([waits], facts)).toBe('a: 2 answers decide 0');
    expect(asked([waits, ...all('cde')], facts)).toBe('c: 3 answers decide 1');
    expect(asked([needing('waits', ['context.x'])], facts)).toBe('nothing');
  });

  it('nor what the person cannot say', () => {
    const unsure = { ...person, unsure: ['a'] };
    expect(asked([...all('ab')], letters, { options: unsure })).toBe('b: 1 answers decide 0');
    expect(asked([...all('a')], letters, { options: unsure })).toBe('nothing');
  });

  it('nor what is of the other side', () => {
    const firm = { ...person, audience: 'enterprise' as const };
    expect(
      asked([...all('a'), needing('firm', ['b'], { audience: 'enterprise' })], letters, { options: firm }),
    ).toBe('b: 1 answers decide 1');
  });
});

describe('sensitive questions', () => {
  const facts = letters.map((fact) => (fact.path === 'a' ? { ...fact, sensitive: true as const } : fact));

  it('come when all else is said, and only to those who want them', () => {
    expect(asked(all('a', 'bcd'), facts)).toBe('b: 3 answers decide 1');
    expect(asked(all('ab'), facts)).toBe('b: 1 answers decide 0');
    expect(asked(all('a'), facts)).toBe('a: 1 answers decide 1');
    expect(asked(all('a'), facts, { options: { ...person, sensitive: false } })).toBe('nothing');
  });
});

describe('rows', () => {
  const facts = [
    factOf('rows', { type: 'rows' }),
    factOf('rows[].x'),
    factOf('rows[].y'),
    factOf('rows[].sum', { type: 'int', nature: 'A' }),
    factOf('a'),
  ];
  const many = policyWith({
    id: 'many',
    rows: {
      path: 'rows',
      id: 'any',
      text: '',
      clause: '',
      evidence: 'K',
      conditions: [conditionOf('x', { fact: '.x', is: true }), conditionOf('y', { fact: '.y', is: true })],
    },
    amount: { fact: '.sum' },
  });

  it('bring the questions of a row along', () => {
    expect(asked([many], facts)).toBe('rows: 3 answers decide 1');
    expect(asked([many, needing('one', ['a'])], facts)).toBe('a: 1 answers decide 1');
    expect(asked([many], facts, { known: { rows: [{}] } })).toBe('rows[].x: 2 answers decide 1');
  });

  it('ask for the sum only when every verdict is settled', () => {
    const known = { rows: [{ x: true, y: true }] };
    expect(asked([many, needing('one', ['a'])], facts, { known })).toBe('a: 1 answers decide 1');
    const book = bookOf([many], facts);
    expect(nextQuestion(book, evaluate(book, known, ON), person)).toMatchObject({
      settles: 'amount',
      fact: { path: 'rows[].sum' },
    });
  });
});
