import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SecretPort, StorageFault, StoragePort } from '@/platform/ports';

export interface Kept<S> {
  readonly store: StoreApi<S>;
  readonly clear: () => void;
  /** Whether the phone took the last change: asked before a person is told that something is kept. */
  readonly remembered: () => boolean;
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
  let remembered = true;
  store.subscribe((state) => {
    if (silent) return;
    const written = storage.write(key, state);
    remembered = written.ok;
    if (!written.ok) onFault(written.error);
  });
  return {
    store,
    clear: () => {
      silent = true;
      storage.remove(key);
      store.setState(parse(undefined), true);
      silent = false;
      remembered = true;
    },
    remembered: () => remembered,
  };
}

export interface KeepSecretOptions<S> extends Omit<KeepOptions<S>, 'storage'> {
  readonly secret: SecretPort;
}

export interface KeptSecret<S> {
  readonly store: StoreApi<S>;
  readonly clear: () => void;
  /** Resolves when what the phone kept has been read; until then the store is empty. */
  readonly ready: Promise<void>;
  /** Resolves when the last change has been written: whether the phone took it. */
  readonly written: () => Promise<boolean>;
}

/** As `keptStore`, for what a person said of themselves: encrypted on the phone, therefore read late and written behind. */
export function keptSecretStore<S>({ secret, key, parse, onFault }: KeepSecretOptions<S>): KeptSecret<S> {
  const store = createStore<S>(() => parse(undefined));
  let touched = false;
  let silent = false;
  let writing = Promise.resolve();
  let remembered = true;
  store.subscribe((state) => {
    if (silent) return;
    touched = true;
    writing = writing.then(async () => {
      const written = await secret.write(key, state);
      remembered = written.ok;
      if (!written.ok) onFault(written.error);
    });
  });
  const quietly = (state: S): void => {
    silent = true;
    store.setState(state, true);
    silent = false;
  };
  return {
    store,
    ready: secret.read(key).then((stored) => {
      // What the person did in the meantime is newer.
      if (stored !== undefined && !touched) quietly(parse(stored));
    }),
    clear: () => {
      quietly(parse(undefined));
      touched = true;
      writing = writing.then(() => secret.remove(key));
    },
    written: () => writing.then(() => remembered),
  };
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The strings of a list, each once. */
export const stringsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? [...new Set(value.filter((item): item is string => typeof item === 'string'))] : [];

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
