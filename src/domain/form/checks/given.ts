/** Reads what content gives to a named rule; a shape that the rule cannot read is a bug of the content and throws. */
import { checkCondition } from '../../logic/check';
import type { Condition } from '../../logic/condition';
import { propertyOf } from '../../logic/facts';

const wrong = (key: string): never => {
  throw new Error(`a rule of a form's checks cannot read ${key}`);
};

export function textGiven(given: unknown, key: string): string {
  const value = propertyOf(given, key);
  return typeof value === 'string' ? value : wrong(key);
}

export function textsGiven(given: unknown, key: string): readonly string[] {
  const value = propertyOf(given, key);
  const texts = Array.isArray(value) ? value : [];
  return texts.length > 0 && texts.every((item): item is string => typeof item === 'string')
    ? texts
    : wrong(key);
}

export function intGiven(given: unknown, key: string, otherwise: number): number {
  const value = propertyOf(given, key) ?? otherwise;
  return typeof value === 'number' ? value : wrong(key);
}

export function conditionGiven(given: unknown, key: string): Condition | undefined {
  const value = propertyOf(given, key);
  if (value === undefined) return undefined;
  const checked = checkCondition(value);
  return checked.ok ? checked.value : wrong(key);
}
