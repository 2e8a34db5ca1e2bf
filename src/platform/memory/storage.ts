import { err, ok } from '@/domain/shared/result';
import type { StoragePort } from '../ports';

/** Storage of a phone that forgets when it is switched off. Values go through JSON, as on a real one. */
export function memoryStorage(
  initial: Readonly<Record<string, unknown>> = {},
  { full = false }: { readonly full?: boolean } = {},
): StoragePort {
  const kept = new Map(Object.entries(initial).map(([key, value]) => [key, JSON.stringify(value)]));
  return {
    read: (key) => {
      const text = kept.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    write: (key, value) => {
      if (full) return err('full');
      kept.set(key, JSON.stringify(value));
      return ok(undefined);
    },
    remove: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
    usedKilobytes: () => Math.ceil([...kept.values()].join('').length / 1024),
  };
}
