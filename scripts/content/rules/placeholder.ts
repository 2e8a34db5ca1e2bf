/** Beside the twenty rules: what `npm run new-guide` left to be filled must not reach residents. */
import type { Fault, Rule } from './rule';

export const PLACEHOLDER = '待填写';

function* placeholdersIn(value: unknown, path: string): Generator<Fault> {
  if (typeof value === 'string') {
    if (value.includes(PLACEHOLDER)) yield { path, message: '还没有填写' };
  } else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* placeholdersIn(item, `${path}[${i}]`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      yield* placeholdersIn(item, path ? `${path}.${key}` : key);
  }
}

export const placeholderRules: readonly Rule[] = [
  { id: '0-placeholder', check: (guide) => [...placeholdersIn(guide, '')] },
];
