/** Reads what content gives a rule (`with`); what a rule cannot read is a bug of the content. */
import { propertyOf } from '../../logic/facts';

export function factPathIn(given: unknown, key: string): string {
  const path = propertyOf(propertyOf(given, key), 'fact');
  if (typeof path !== 'string') throw new Error(`rule: ${key} is not { fact: … }`);
  return path;
}

export function intsIn(value: unknown): readonly number[] {
  if (!Array.isArray(value)) throw new Error('rule: not a list of whole numbers');
  return value.map((each: unknown) => {
    if (typeof each !== 'number' || !Number.isSafeInteger(each)) throw new Error('rule: not a whole number');
    return each;
  });
}

export function intIn(given: unknown, key: string): number {
  const [value = 0] = intsIn([propertyOf(given, key)]);
  return value;
}
