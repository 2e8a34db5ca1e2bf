import fc from 'fast-check';
import { memoryStorage } from './storage';

describe('memoryStorage', () => {
  it('gives back what JSON keeps of a value', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (key, value) => {
        const storage = memoryStorage();
        expect(storage.write(key, value)).toEqual({ ok: true, value: undefined });
        expect(storage.read(key)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(storage.keys()).toEqual([key]);
      }),
    );
  });

  it('hands out copies: what is changed afterwards is not changed in it', () => {
    const list = ['a'];
    const storage = memoryStorage({ list });
    list.push('b');
    expect(storage.read('list')).toEqual(['a']);
    expect(storage.read('list')).not.toBe(storage.read('list'));
  });

  it('knows nothing of other keys, and forgets', () => {
    const storage = memoryStorage({ a: 1, b: 2 });
    storage.remove('a');
    storage.remove('unknown');
    expect([storage.read('a'), storage.read('unknown'), storage.keys()]).toEqual([
      undefined,
      undefined,
      ['b'],
    ]);
  });

  it('refuses when full and keeps what it had', () => {
    const storage = memoryStorage({ a: 1 }, { full: true });
    expect(storage.write('a', 2)).toEqual({ ok: false, error: 'full' });
    expect([storage.read('a'), storage.usedKilobytes()]).toEqual([1, 1]);
  });
});
