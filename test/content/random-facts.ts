/** Random facts out of the closed vocabulary, thin or thick, for property tests of the policies. */
import fc from 'fast-check';
import type { FactEntry } from '@/domain/benefit/policy';

/** Around the days and years on which policies turn. */
const DATES = [
  '1926-11-23',
  '1932-12-31',
  '1933-01-01',
  '1944-02-29',
  '1946-11-23',
  '1946-11-24',
  '1966-12-31',
  '1977-11-24',
  '2001-03-01',
  '2008-11-23',
  '2021-12-31',
  '2022-05-01',
  '2023-02-28',
  '2024-02-29',
  '2025-01-01',
  '2025-12-31',
  '2026-10-31',
  '2026-11-02',
  '2026-12-01',
  '9999-12-31',
];
const YEARS = [2022, 2023, 2024, 2025, 2026, 2027];

function intFor({ unit, min = 0, max }: FactEntry): fc.Arbitrary<number> {
  if (unit === 'year') return fc.constantFrom(...YEARS);
  if (max !== undefined) return fc.integer({ min, max });
  if (unit === 'cents') return fc.constantFrom(0, 1, 49, 10_000_050, 300_000_000, 300_000_001, 5_000_000_001);
  if (unit === 'permille') return fc.constantFrom(0, 17, 30, 34, 35, 60, 500, 1000);
  return fc.constantFrom(1, 2, 3, 11, 12, 24, 29, 30, 31, 60, 119, 120, 200, 300, 301);
}

function valueFor(entry: FactEntry): fc.Arbitrary<unknown> {
  const ids = (entry.options ?? []).map(({ id }) => id);
  switch (entry.type) {
    case 'date':
      return fc.constantFrom(...DATES);
    case 'int':
      return intFor(entry);
    case 'bool':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...ids);
    case 'enums':
      return fc.subarray(ids);
    case 'ints':
      return fc.subarray(YEARS);
    case 'rows':
      return fc.constant([]);
  }
}

/** Facts as pairs of path and value; rows have their place in the path: `person.children[0].hukou`. */
export type FlatFacts = readonly (readonly [path: string, value: unknown])[];

const placed = (path: string, index: number): string => path.replace('[]', `[${index}]`);

/** Each fact of the vocabulary with the odds of being there. */
export function flatFacts(facts: readonly FactEntry[], rows: number): fc.Arbitrary<FlatFacts> {
  const entries = facts.flatMap((entry) =>
    entry.path.includes('[]')
      ? Array.from({ length: rows }, (_, i) => [placed(entry.path, i), valueFor(entry)] as const)
      : entry.type === 'rows'
        ? []
        : [[entry.path, valueFor(entry)] as const],
  );
  return fc
    .tuple(...entries.map(([path, value]) => value.map((each) => [path, each] as const)))
    .map((pairs) => pairs);
}

interface Tree {
  [key: string]: unknown;
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same facts as the nested JSON that the checker takes. */
export function nested(flat: FlatFacts): Tree {
  const root: Tree = {};
  for (const [path, value] of flat) {
    const keys = path.split('.');
    let at = root;
    keys.forEach((part, i) => {
      const [, key = part, index] = /^(\w+)\[(\d+)\]$/.exec(part) ?? [];
      if (i === keys.length - 1) {
        at[key] = value;
        return;
      }
      const below = at[key];
      if (index === undefined) {
        const next: Tree = isTree(below) ? below : {};
        at[key] = next;
        at = next;
        return;
      }
      const list: unknown[] = Array.isArray(below) ? below : [];
      while (list.length <= Number(index)) list.push({});
      at[key] = list;
      const row = list[Number(index)];
      at = isTree(row) ? row : {};
    });
  }
  return root;
}
