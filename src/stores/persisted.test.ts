import fc from 'fast-check';
import type { StorageFault } from '@/platform/ports';
import { memoryStorage } from '@/platform/memory/storage';
import { entriesIn, type Kept, keptStore, stringsIn } from './persisted';

const KEY = 'list';
const parse = (stored: unknown): readonly string[] => stringsIn(stored);

interface Tried {
  readonly kept: Kept<readonly string[]>;
  readonly storage: ReturnType<typeof memoryStorage>;
  readonly faults: readonly StorageFault[];
}

function tried(stored: Readonly<Record<string, unknown>> = {}, full = false): Tried {
  const storage = memoryStorage(stored, { full });
  const faults: StorageFault[] = [];
  return {
    kept: keptStore({ storage, key: KEY, parse, onFault: (fault) => faults.push(fault) }),
    storage,
    faults,
  };
}

describe('keptStore', () => {
  it('starts with what is stored and writes nothing by itself', () => {
    const { kept, storage } = tried({ [KEY]: ['a'], other: 1 });
    expect(kept.store.getState()).toEqual(['a']);
    expect(storage.keys()).toEqual([KEY, 'other']);
    expect(tried().storage.keys()).toEqual([]);
  });

  it('writes each change at once', () => {
    const { kept, storage, faults } = tried();
    kept.store.setState(['a', 'b'], true);
    expect(storage.read(KEY)).toEqual(['a', 'b']);
    expect([kept.remembered(), faults]).toEqual([true, []]);
  });

  it('keeps a change in memory and tells of each write that failed', () => {
    const { kept, storage, faults } = tried({ [KEY]: ['a'] }, true);
    kept.store.setState(['b'], true);
    expect([kept.store.getState(), storage.read(KEY)]).toEqual([['b'], ['a']]);
    expect([kept.remembered(), faults]).toEqual([false, ['full']]);
    kept.store.setState(['c'], true);
    expect(faults).toEqual(['full', 'full']);
  });

  it('clears both, leaves other keys, tells who listens and does not write', () => {
    const { kept, storage } = tried({ [KEY]: ['a'], other: 1 });
    const heard: unknown[] = [];
    kept.store.subscribe((state) => heard.push(state));
    kept.clear();
    expect([kept.store.getState(), storage.keys(), heard]).toEqual([[], ['other'], [[]]]);
    kept.store.setState(['b'], true);
    expect(storage.read(KEY)).toEqual(['b']);
  });

  it('clears on a full phone without a fault', () => {
    const { kept, storage, faults } = tried({ [KEY]: ['a'] }, true);
    kept.store.setState(['b'], true);
    kept.clear();
    expect([kept.remembered(), storage.keys(), faults]).toEqual([true, [], ['full']]);
  });

  it('finds after a restart what it had before', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), (list) => {
        const { kept, storage } = tried();
        kept.store.setState(list, true);
        const again = keptStore({ storage, key: KEY, parse, onFault: () => undefined });
        expect(again.store.getState()).toEqual(list);
      }),
    );
  });
});

describe('reading what is stored', () => {
  it('takes the strings of a list, each once', () => {
    expect(stringsIn(['a', 1, null, 'b', 'a', ['c']])).toEqual(['a', 'b']);
    for (const wrong of [undefined, null, 'ab', { 0: 'a', length: 1 }]) expect(stringsIn(wrong)).toEqual([]);
  });

  it('takes the entries that a parser understands, whatever they are called', () => {
    const stored: unknown = JSON.parse('{"__proto__":"x","constructor":"y","n":1}');
    const found = entriesIn(stored, (item) => (typeof item === 'string' ? item : undefined));
    expect(Object.entries(found)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    for (const wrong of [undefined, null, 'ab', ['a']]) expect(entriesIn(wrong, String)).toEqual({});
  });
});
