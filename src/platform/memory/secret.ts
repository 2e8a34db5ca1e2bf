import { err, ok } from '@/domain/shared/result';
import type { SecretPort } from '../ports';

/** Secrets of a phone that forgets when it is switched off. Values go through JSON, as on a real one. */
export function memorySecret({ full = false }: { readonly full?: boolean } = {}): SecretPort {
  const kept = new Map<string, string>();
  return {
    read: async (key) => {
      const text = kept.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    write: async (key, value) => {
      if (full) return err('full');
      kept.set(key, JSON.stringify(value));
      return ok(undefined);
    },
    remove: async (key) => void kept.delete(key),
  };
}
