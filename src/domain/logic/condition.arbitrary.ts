/** Random conditions over a handful of facts, and random answers to them, for property tests. */
import fc from 'fast-check';
import { civilDate, formatDate } from '../shared/civil-date';
import type { Condition, IntExpr } from './condition';

const KINDS = ['a', 'b', 'c'] as const;

export const anyDay = fc
  .tuple(
    fc.integer({ min: 1920, max: 2040 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, day]) => civilDate(year, month, day))
  .filter((date) => date !== undefined);
const dayText = anyDay.map(formatDate);

const anyInt: fc.Arbitrary<IntExpr> = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.constantFrom<IntExpr>(
    { fact: 'n' },
    { fact: 'm' },
    { sum: [{ fact: 'n' }, { fact: 'm' }] },
    { yearOf: { fact: 'day' }, plus: -2000 },
    { lowest: [{ fact: 'n' }, 3] },
  ),
);

/** No `whenUnset` and no `known`: for those an absent fact is an answer in itself. */
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom(...KINDS).map((is) => ({ fact: 'kind', is })),
  fc.subarray([...KINDS], { minLength: 1 }).map((choices) => ({ fact: 'kind', in: choices })),
  fc.constant<Condition>({ fact: 'flag', is: true }),
  fc.subarray([...KINDS], { minLength: 1 }).map((contains) => ({ fact: 'kinds', contains })),
  fc.constantFrom('kind', 'kinds', 'rows').map((fact) => ({ fact, filled: true as const })),
  fc.tuple(fc.constantFrom('n', 'm'), anyInt).map(([fact, atLeast]) => ({ fact, atLeast })),
  fc.tuple(anyInt, anyInt).map(([int, below]) => ({ int, below })),
  dayText.map((onOrAfter) => ({ fact: 'day', onOrAfter })),
  fc.integer({ min: 0, max: 100 }).map((ageAtLeast) => ({ fact: 'day', ageAtLeast })),
  fc.integer({ min: 0, max: 100 }).map((ageBelow) => ({ fact: 'day', ageBelow })),
  fc.constant<Condition>({ anyRow: 'rows', where: { fact: '.kind', is: 'a' } }),
  fc.tuple(anyInt, anyInt).map(([part, whole]) => ({ ratioAtMost: { part, whole, permille: 55 } })),
  dayText.map((from) => ({ inForce: { from } })),
);

export const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('condition').map((not) => ({ not })),
  ),
})).condition;

const row = fc.record({ kind: fc.constantFrom(...KINDS) }, { requiredKeys: [] });

export const someFacts = fc.record(
  {
    kind: fc.constantFrom(...KINDS),
    flag: fc.boolean(),
    kinds: fc.subarray([...KINDS]),
    n: fc.nat(5),
    m: fc.nat(5),
    day: dayText,
    rows: fc.array(row, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);
