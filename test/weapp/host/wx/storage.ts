import { type Bag, isRecord, jsonBytes, text } from '../values';
import { method, Refusal } from './answer';
import type { Phone } from './phone';

/** As unreadable in the phone's storage as WeChat's own encryption leaves it; a test that looks for clear text finds none. */
const sealed = (value: unknown): unknown => ({ sealed: btoa(encodeURIComponent(JSON.stringify({ value }))) });
const opened = (value: unknown): unknown =>
  isRecord(value) ? JSON.parse(decodeURIComponent(atob(text(value['sealed'])))).value : undefined;

const KEY_LIMIT = 1024 * 1024;
const TOTAL_LIMIT = 10 * 1024 * 1024;

/** wx storage with its two quotas: 1 MB a key, 10 MB in all. */
export function storageApi(phone: Phone): Bag {
  const { storage, clock } = phone;
  const used = (): number =>
    [...storage].reduce((sum, [key, value]) => sum + key.length + jsonBytes(value), 0);

  const write = (key: string, value: unknown): void => {
    const json = JSON.stringify({ value });
    if (json.length > KEY_LIMIT) throw new Refusal('entry size limit reached');
    const before = jsonBytes(storage.get(key) ?? '');
    if (phone.storageFull || used() - before + jsonBytes(json) > TOTAL_LIMIT)
      throw new Refusal('exceed storage max size 10Mb');
    storage.set(key, json);
  };
  const read = (key: string): unknown => {
    const json = storage.get(key);
    const parsed: { value?: unknown } = json === undefined ? {} : JSON.parse(json);
    return json === undefined ? undefined : parsed.value;
  };
  const info = (): Bag => ({
    keys: [...storage.keys()],
    currentSize: Math.ceil(used() / 1024),
    limitSize: TOTAL_LIMIT / 1024,
  });
  const sync =
    (name: string, work: (key: string, value: unknown) => unknown) =>
    (key: unknown, value?: unknown): unknown => {
      try {
        return work(text(key), value);
      } catch (error) {
        throw new Error(`${name}:fail ${error instanceof Error ? error.message : String(error)}`);
      }
    };

  return {
    setStorageSync: sync('setStorageSync', write),
    getStorageSync: (key: unknown) => read(text(key)) ?? '',
    removeStorageSync: sync('removeStorageSync', (key) => void storage.delete(key)),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: info,
    setStorage: method(clock, 'setStorage', ({ key, data, encrypt }) =>
      write(text(key), encrypt === true ? sealed(data) : data),
    ),
    getStorage: method(clock, 'getStorage', ({ key, encrypt }) => {
      if (!storage.has(text(key))) throw new Refusal('data not found');
      const data = read(text(key));
      return { data: encrypt === true ? opened(data) : data };
    }),
    removeStorage: method(clock, 'removeStorage', ({ key }) => void storage.delete(text(key))),
    clearStorage: method(clock, 'clearStorage', () => storage.clear()),
    getStorageInfo: method(clock, 'getStorageInfo', info),
  };
}
