import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StorageFault, StoragePort } from '@/platform/ports';

export interface Kept<S> {
  readonly store: StoreApi<S>;
  readonly clear: () => void;
}

export interface KeepOptions<S> {
  readonly storage: StoragePort;
  readonly key: string;
  /** Makes a state of whatever is stored; another version's or a damaged value becomes what can be saved of it. */
  readonly parse: (stored: unknown) => S;
  readonly onFault: (fault: StorageFault) => void;
}

/** A store that the phone remembers: each change is written at once, and a write that fails is told, never lost in silence. */
export function keptStore<S>({ storage, key, parse, onFault }: KeepOptions<S>): Kept<S> {
  const store = createStore<S>(() => parse(storage.read(key)));
  let silent = false;
  store.subscribe((state) => {
    if (silent) return;
    const written = storage.write(key, state);
    if (!written.ok) onFault(written.error);
  });
  return {
    store,
    clear: () => {
      silent = true;
      storage.remove(key);
      store.setState(parse(undefined), true);
      silent = false;
    },
  };
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const stringsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** The entries of an object that a parser understands. */
export function entriesIn<T>(
  value: unknown,
  parse: (item: unknown) => T | undefined,
): Readonly<Record<string, T>> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const parsed = parse(item);
      return parsed === undefined ? [] : [[key, parsed]];
    }),
  );
}
