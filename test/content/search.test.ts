/** The search as it ships: the index of the real guides and phrases, the sets of queries, and any text at all. */
import fc from 'fast-check';
import { engineOf } from '@/domain/search/engine';
import { highlight } from '@/domain/search/highlight';
import { nearestThemes } from '@/domain/search/nearest-themes';
import { search } from '@/domain/search/search';
import { buildSearchIndex } from '../../scripts/content/search-compile';
import { loadLibrary } from '../../scripts/content/library';
import { loadVocabulary } from '../../scripts/content/search/vocabulary';
import { evaluate, loadQueries, share } from '../search/evaluate';

const guides = [...loadLibrary().guides.values()];
const index = buildSearchIndex(guides);
const ids = (query: string, limit = 5): string[] => search(index, query, { limit }).map(({ id }) => id);

/** How many out-of-scope queries may still find something; to be lowered, never raised. */
const ALLOWED = { a: 0, b: 1, c: 8 } as const;

describe.each(['a', 'b', 'c'] as const)('set %s of the queries', (half) => {
  const { all, nonsense } = evaluate(loadQueries(half), ids);

  it('puts the right guide first, in three and in five as often as promised', () => {
    expect(share(all.first, all.asked)).toBeGreaterThanOrEqual(0.85);
    expect(share(all.three, all.asked)).toBeGreaterThanOrEqual(0.95);
    expect(share(all.five, all.asked)).toBeGreaterThanOrEqual(0.98);
  });

  it('finds nothing for what is out of scope', () => {
    expect(nonsense.asked - nonsense.empty).toBeLessThanOrEqual(ALLOWED[half]);
  });
});

describe('every name and phrase', () => {
  it('finds its own guide in three', () => {
    const { guides: hints } = loadVocabulary();
    const lost = guides.flatMap(({ id, name, commonName, aliases }) =>
      [name, commonName, ...aliases, ...(hints[id] ?? [])].filter((phrase) => !ids(phrase, 3).includes(id)),
    );
    expect(lost).toEqual([]);
  });

  it('belongs to a guide that exists', () => {
    const known = new Set(guides.map(({ id }) => id));
    expect(Object.keys(loadVocabulary().guides).filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('the index', () => {
  it('leaves room for the code below 100 KB', () => {
    expect(Buffer.byteLength(JSON.stringify(index))).toBeLessThanOrEqual(90_000);
  });

  it('has a list for each of its terms', () => {
    const { groups, starts } = engineOf(index);
    const last = [...groups.values()].reduce(
      (most, { term, seconds }) => Math.max(most, term + seconds.length),
      0,
    );
    expect(starts.length).toBe(last + 2);
  });
});

describe('any text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom(...'社保卡丢了gaolingjintie 的怎么办80歲證'), maxLength: 80 }),
  );

  it('is answered without an exception, within the limit, best first', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 20 }), (query, limit) => {
        const hits = search(index, query, { limit });
        expect(hits.length).toBeLessThanOrEqual(limit);
        hits.forEach(({ score }, i) => expect(score).toBeLessThanOrEqual(hits[i - 1]?.score ?? Infinity));
        nearestThemes(index, query, guides);
        highlight(index, query, '社会保障卡申领');
      }),
    );
  });
});

describe('highlighting', () => {
  it.each(['高龄津贴', 'gaolingjintie', '高岭津贴'])('marks the name for %s', (query) => {
    const text = '高龄津贴登记';
    const [first] = highlight(index, query, text);
    expect(first).toBeDefined();
    expect(text.slice(first?.start, first?.end)).toContain('津贴');
  });
});

describe('the page for nothing found', () => {
  it('offers the theme that comes nearest', () => {
    expect(nearestThemes(index, '医院挂号', guides)).toContain('medical-insurance');
    expect(nearestThemes(index, '😀', guides)).toEqual([]);
  });
});
