import { memorySecret } from '@/platform/memory/secret';
import type { SecretPort, StorageFault } from '@/platform/ports';
import { keptSecretStore, stringsIn } from './persisted';

const KEY = 'answers';
const parse = (stored: unknown): readonly string[] => stringsIn(stored);
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function keep(secret: SecretPort) {
  const faults: StorageFault[] = [];
  const onFault = (fault: StorageFault): void => void faults.push(fault);
  return { ...keptSecretStore({ secret, key: KEY, parse, onFault }), faults };
}

async function holding(value: unknown): Promise<SecretPort> {
  const secret = memorySecret();
  await secret.write(KEY, value);
  return secret;
}

describe('keptSecretStore', () => {
  it('is empty until the phone has read, and writes nothing by reading', async () => {
    const secret = await holding(['a', 'a', 3]);
    const { store, ready } = keep(secret);
    expect(store.getState()).toEqual([]);
    await ready;
    await settled();
    expect([store.getState(), await secret.read(KEY)]).toEqual([['a'], ['a', 'a', 3]]);
  });

  it('keeps what the person did before the phone had read', async () => {
    const secret = await holding(['old']);
    const { store, ready } = keep(secret);
    store.setState(['new'], true);
    await ready;
    await settled();
    expect([store.getState(), await secret.read(KEY)]).toEqual([['new'], ['new']]);
  });

  it('writes in the order of the changes, however slow the phone', async () => {
    const waiting: (() => void)[] = [];
    const written: unknown[] = [];
    const slow: SecretPort = {
      ...memorySecret(),
      write: (_, value) =>
        new Promise((resolve) => {
          waiting.push(() => {
            written.push(value);
            resolve({ ok: true, value: undefined });
          });
        }),
    };
    const { store } = keep(slow);
    store.setState(['1'], true);
    store.setState(['2'], true);
    for (let turn = 0; turn < 3; turn++) {
      await settled();
      waiting.shift()?.();
    }
    await settled();
    expect(written).toEqual([['1'], ['2']]);
  });

  it('is gone after a clear, also when a change was on its way', async () => {
    const secret = await holding(['old']);
    const { store, ready, clear } = keep(secret);
    store.setState(['new'], true);
    clear();
    await ready;
    await settled();
    expect([store.getState(), await secret.read(KEY)]).toEqual([[], undefined]);
  });

  it('does not come back by a reading that was slower than the clear', async () => {
    const { store, ready, clear } = keep(await holding(['old']));
    clear();
    await ready;
    expect(store.getState()).toEqual([]);
  });

  it('tells of each write that failed and keeps the state', async () => {
    const { store, faults } = keep(memorySecret({ full: true }));
    store.setState(['a'], true);
    await settled();
    expect([store.getState(), faults]).toEqual([['a'], ['full']]);
  });
});
