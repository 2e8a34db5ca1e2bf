/** The closed vocabulary of facts: whatever is not in it, or not of its kind, is refused by name. */
import { parseDate } from '../shared/civil-date';
import type { FactEntry } from './policy';

export type FactProblem = 'unknownPath' | 'wrongType' | 'badEnum' | 'badDate' | 'outOfRange' | 'badJson';

export interface FactError {
  /** Of the value itself, rows and list items with their place: `person.children[0].hukou`. */
  readonly path: string;
  readonly problem: FactProblem;
}

/** The vocabulary as a tree: objects by key, rows by what one row holds. */
type Node =
  | { readonly kind: 'object'; readonly keys: Map<string, Node> }
  | { readonly kind: 'rows'; readonly row: Map<string, Node> }
  | { readonly kind: 'value'; readonly entry: FactEntry };

export type Vocabulary = Extract<Node, { kind: 'object' }>;

function keysBelow(node: Node): Map<string, Node> {
  switch (node.kind) {
    case 'object':
      return node.keys;
    case 'rows':
      return node.row;
    case 'value':
      throw new Error(`${node.entry.path} holds a value and facts below it`);
  }
}

const emptyNode = (rows: boolean): Node =>
  rows ? { kind: 'rows', row: new Map() } : { kind: 'object', keys: new Map() };

export function vocabularyOf(facts: readonly FactEntry[]): Vocabulary {
  const root: Vocabulary = { kind: 'object', keys: new Map() };
  for (const entry of facts) {
    const parts = entry.path.split('.');
    let keys = root.keys;
    parts.forEach((part, i) => {
      const rows = part.endsWith('[]') || (i === parts.length - 1 && entry.type === 'rows');
      const key = part.replace('[]', '');
      const last = i === parts.length - 1 && entry.type !== 'rows';
      const node = keys.get(key) ?? (last ? { kind: 'value', entry } : emptyNode(rows));
      keys.set(key, node);
      if (!last) keys = keysBelow(node);
    });
  }
  return root;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checkInt({ min = 0, max }: FactEntry, value: unknown): FactProblem | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) return 'wrongType';
  const inRange = Number.isSafeInteger(value) && value >= min && (max === undefined || value <= max);
  return inRange ? undefined : 'outOfRange';
}

function checkEnum({ options = [] }: FactEntry, value: unknown): FactProblem | undefined {
  if (typeof value !== 'string') return 'wrongType';
  return options.some(({ id }) => id === value) ? undefined : 'badEnum';
}

function checkDate(value: unknown): FactProblem | undefined {
  if (typeof value !== 'string') return 'wrongType';
  return parseDate(value) ? undefined : 'badDate';
}

type Check = (value: unknown) => FactProblem | undefined;

const one = (path: string, problem: FactProblem | undefined): readonly FactError[] =>
  problem ? [{ path, problem }] : [];

const each = (path: string, value: unknown, check: Check): readonly FactError[] =>
  Array.isArray(value)
    ? value.flatMap((item: unknown, i) => one(`${path}[${i}]`, check(item)))
    : [{ path, problem: 'wrongType' }];

function checkValue(entry: FactEntry, path: string, value: unknown): readonly FactError[] {
  switch (entry.type) {
    case 'date':
      return one(path, checkDate(value));
    case 'int':
      return one(path, checkInt(entry, value));
    case 'bool':
      return one(path, typeof value === 'boolean' ? undefined : 'wrongType');
    case 'enum':
      return one(path, checkEnum(entry, value));
    case 'enums':
      return each(path, value, (item) => checkEnum(entry, item));
    case 'ints':
      return each(path, value, (item) => checkInt(entry, item));
    case 'rows':
      return [];
  }
}

function checkKeys(keys: Map<string, Node>, path: string, value: unknown): readonly FactError[] {
  if (!isRecord(value)) return [{ path, problem: 'wrongType' }];
  return Object.entries(value).flatMap(([key, child]): readonly FactError[] => {
    const below = path ? `${path}.${key}` : key;
    const node = keys.get(key);
    return node ? checkNode(node, below, child) : [{ path: below, problem: 'unknownPath' }];
  });
}

function checkNode(node: Node, path: string, value: unknown): readonly FactError[] {
  // null is "not known", anywhere.
  if (value === null) return [];
  switch (node.kind) {
    case 'object':
      return checkKeys(node.keys, path, value);
    case 'value':
      return checkValue(node.entry, path, value);
    case 'rows':
      if (!Array.isArray(value)) return [{ path, problem: 'wrongType' }];
      return value.flatMap((row: unknown, i) => checkKeys(node.row, `${path}[${i}]`, row));
  }
}

/** All that is wrong with an input, in its own order; empty when nothing is. */
export const checkFacts = (vocabulary: Vocabulary, input: unknown): readonly FactError[] =>
  checkKeys(vocabulary.keys, '', input);
