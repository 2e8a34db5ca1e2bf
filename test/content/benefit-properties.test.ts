/** What holds for all policies, whatever the facts. */
import fc from 'fast-check';
import { compileBook } from '@/domain/benefit/compiled';
import { evaluate } from '@/domain/benefit/evaluate';
import { toOutputs, type JudgementOutput } from '@/domain/benefit/output';
import { checkFacts, vocabularyOf } from '@/domain/benefit/vocabulary';
import { dateOf, type CivilDate } from '@/domain/shared/civil-date';
import { loadPolicies, policyBookOf } from '../../scripts/content/policy-compile';
import { flatFacts, nested, type FlatFacts } from './random-facts';

const source = policyBookOf(loadPolicies());
const book = compileBook(source);
const vocabulary = vocabularyOf(book.facts);
const places = new Map(book.facts.map(({ path }, i) => [path, i]));

const days = ['2022-10-20', '2023-12-31', '2025-09-30', '2025-10-15', '2026-11-23', '2028-01-01'];
const anyDay = fc.constantFrom(...days).map(dateOf);
const anyFacts = flatFacts(book.facts, 2);

/** Some of the facts, from hardly any to all. */
const someOf = (flat: FlatFacts): fc.Arbitrary<FlatFacts> => fc.subarray([...flat]);
const thinFacts = anyFacts.chain(someOf);

const outputsOf = (flat: FlatFacts, asOf: CivilDate): readonly JudgementOutput[] =>
  toOutputs(book, evaluate(book, nested(flat), asOf));

/** Facts whose absence has a meaning of its own: M, and years that only add to the published ones. */
const settled = new Set([
  ...book.facts.filter(({ nature }) => nature === 'M').map(({ path }) => path),
  'context.param.hiTechYears',
  'context.param.techSmeYears',
  'context.param.littleGiantYears',
]);

describe('policies', () => {
  it('never go from decided back to unknown when more is known', () => {
    const less = anyFacts.chain((all) =>
      fc.subarray([...all]).map((some) => ({
        all,
        some: all.filter((pair) => some.includes(pair) || settled.has(pair[0])),
      })),
    );
    fc.assert(
      fc.property(less, anyDay, ({ all, some }, asOf) => {
        const after = outputsOf(all, asOf);
        outputsOf(some, asOf).forEach((before, i) => {
          if (before.verdict !== 'unknown') expect(after[i]?.verdict).not.toBe('unknown');
        });
      }),
      { numRuns: 150 },
    );
  });

  it('do not depend on the order of the facts', () => {
    fc.assert(
      fc.property(thinFacts, anyDay, (flat, asOf) => {
        expect(outputsOf([...flat].reverse(), asOf)).toEqual(outputsOf(flat, asOf));
      }),
      { numRuns: 60 },
    );
  });

  it('give every verdict its reasons and its fields', () => {
    fc.assert(
      fc.property(thinFacts, anyDay, (flat, asOf) => {
        for (const output of outputsOf(flat, asOf)) {
          const results = output.reasons.map(({ result }) => result);
          expect(results.length).toBeGreaterThan(0);
          expect(output.reasons.every(({ clause }) => clause !== '' && !clause.includes('同上'))).toBe(true);
          expect('per' in output).toBe(output.verdict === 'eligible');
          expect('from' in output).toBe(output.verdict === 'notYet');
          expect('unmet' in output).toBe(output.verdict === 'ineligible' || output.verdict === 'notYet');
          expect('amountCents' in output && 'amount' in output).toBe(false);
          if (output.verdict === 'unknown') expect(output.missing).not.toHaveLength(0);
          if (output.verdict === 'suspended') expect(results).toEqual(['unmet']);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('name only what is not known, in the order of the vocabulary', () => {
    // 已公示未发证、未公告 names the paper that is waited for, whatever was said of it.
    const awaited = ['enterprise.hiTech.certDate', 'enterprise.littleGiant.year'];
    fc.assert(
      fc.property(thinFacts, anyDay, (flat, asOf) => {
        const known = new Set(flat.map(([path]) => path));
        for (const { missing = [] } of outputsOf(flat, asOf)) {
          const order = missing.map((path) => places.get(path) ?? -1);
          expect(order).toEqual([...order].sort((a, b) => a - b));
          expect(order).not.toContain(-1);
          for (const path of missing.filter((each) => !awaited.includes(each) && !each.includes('[]')))
            expect(known.has(path)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('turn eligible on the promised day', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (flat, asOf) => {
        outputsOf(flat, asOf).forEach(({ verdict, from }, i) => {
          if (verdict !== 'notYet' || from === undefined) return;
          expect(outputsOf(flat, dateOf(from))[i]?.verdict).toBe('eligible');
        });
      }),
      { numRuns: 100 },
    );
  });

  it('take null as not known', () => {
    // Rows stay out: a row of nulls is still a row.
    const plain = anyFacts.map((flat) => flat.filter(([path]) => !path.includes('[')));
    const halved = plain.chain((flat) => fc.tuple(fc.constant(flat), someOf(flat)));
    fc.assert(
      fc.property(halved, anyDay, ([all, some], asOf) => {
        const blanked = all.map((pair) => (some.includes(pair) ? pair : ([pair[0], null] as const)));
        expect(outputsOf(blanked, asOf)).toEqual(outputsOf(some, asOf));
      }),
      { numRuns: 40 },
    );
  });
});

describe('the vocabulary', () => {
  it('takes everything that it describes', () => {
    fc.assert(
      fc.property(thinFacts, (flat) => expect(checkFacts(vocabulary, nested(flat))).toEqual([])),
      { numRuns: 60 },
    );
  });

  it.each<[unknown, string, string]>([
    [{ person: { name: 'x' } }, 'person.name', 'unknownPath'],
    [{ persona: {} }, 'persona', 'unknownPath'],
    [{ person: { children: [{ age: 3 }] } }, 'person.children[0].age', 'unknownPath'],
    [{ person: { birthDate: 19460101 } }, 'person.birthDate', 'wrongType'],
    [{ person: { birthDate: '2023-02-29' } }, 'person.birthDate', 'badDate'],
    [{ person: { birthDate: '2023/01/01' } }, 'person.birthDate', 'badDate'],
    [{ person: { hukou: 'Jinpu' } }, 'person.hukou', 'badEnum'],
    [{ person: { hukou: 1 } }, 'person.hukou', 'wrongType'],
    [{ person: { disability: { grade: 5 } } }, 'person.disability.grade', 'outOfRange'],
    [{ person: { disability: { grade: 1.5 } } }, 'person.disability.grade', 'wrongType'],
    [{ person: { disability: { kinds: ['visual', 'x'] } } }, 'person.disability.kinds[1]', 'badEnum'],
    [{ person: { disability: { kinds: 'visual' } } }, 'person.disability.kinds', 'wrongType'],
    [{ person: { children: {} } }, 'person.children', 'wrongType'],
    [{ person: { children: [null] } }, 'person.children[0]', 'wrongType'],
    [
      { person: { children: [{ claimedYears: ['2025'] }] } },
      'person.children[0].claimedYears[0]',
      'wrongType',
    ],
    [{ enterprise: { headcount: { base: 0 } } }, 'enterprise.headcount.base', 'outOfRange'],
    [{ enterprise: { staffAvg: -1 } }, 'enterprise.staffAvg', 'outOfRange'],
    [{ enterprise: { staffAvg: 2 ** 53 } }, 'enterprise.staffAvg', 'outOfRange'],
    [{ enterprise: { ui: { arrears: 'false' } } }, 'enterprise.ui.arrears', 'wrongType'],
    [{ enterprise: [] }, 'enterprise', 'wrongType'],
    [[], '', 'wrongType'],
    ['facts', '', 'wrongType'],
  ])('%j is refused at %s: %s', (facts, path, problem) => {
    expect(checkFacts(vocabulary, facts)).toEqual([{ path, problem }]);
  });

  it('takes null anywhere and a fall in prices', () => {
    expect(checkFacts(vocabulary, { person: null, enterprise: { ui: null, hires: null } })).toEqual([]);
    expect(checkFacts(vocabulary, { context: { price: { cpiRisePermille: -5 } } })).toEqual([]);
  });

  it('names every fault of an input', () => {
    expect(checkFacts(vocabulary, { person: { a: 1, hukou: 'x' }, b: 2 })).toHaveLength(3);
  });

  it('never throws on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), anyDay, (facts, asOf) => {
        expect(Array.isArray(checkFacts(vocabulary, facts))).toBe(true);
        expect(evaluate(book, facts, asOf)).toHaveLength(19);
      }),
    );
  });
});
