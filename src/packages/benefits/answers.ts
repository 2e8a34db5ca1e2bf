/** The answers that a policy, or one condition of it, looked at, in words. */
import type { FactEntry, Policy } from '@/domain/benefit/policy';
import { readPlace } from '@/stores/checker';
import { book } from './book';
import { yuan } from './words';

export interface GivenAnswer {
  readonly place: string;
  readonly question: string;
  readonly answer: string;
}

/** Keys of the language of conditions whose value names a fact, or several. */
const NAMING = new Set(['fact', 'choose', 'anyRow', 'eachRow', 'by']);

const textsIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');

/** Paths named anywhere below; a leading dot is a path inside a row. */
function pathsIn(value: unknown, rows: string | undefined, found: Set<string>): Set<string> {
  if (Array.isArray(value)) for (const item of value) pathsIn(item, rows, found);
  else if (typeof value === 'object' && value !== null) {
    const inner = 'anyRow' in value ? value.anyRow : 'eachRow' in value ? value.eachRow : rows;
    const scope = typeof inner === 'string' ? inner : rows;
    for (const [key, item] of Object.entries(value)) {
      if (NAMING.has(key))
        for (const path of textsIn(item)) found.add(path.startsWith('.') ? `${scope ?? ''}[]${path}` : path);
      else pathsIn(item, scope, found);
    }
  }
  return found;
}

function wordsOf({ type, unit, options = [] }: FactEntry, value: unknown): string {
  const label = (id: unknown): string => options.find((option) => option.id === id)?.label ?? String(id);
  if (type === 'bool') return value === true ? '是' : '不是';
  if (type === 'enum') return label(value);
  if (Array.isArray(value))
    return type === 'rows' ? `${value.length} 个` : value.map(label).join('、') || '没有';
  return unit === 'cents' && typeof value === 'number' ? yuan(value) : String(value);
}

/** Every place of a fact with the rows given. */
function placesOf({ path }: FactEntry, facts: unknown): readonly string[] {
  const at = path.indexOf('[]');
  if (at < 0) return [path];
  const rows = readPlace(facts, path.slice(0, at));
  return Array.isArray(rows) ? rows.map((_, index) => path.replace('[]', `[${index}]`)) : [];
}

const answersAt = (paths: ReadonlySet<string>, facts: unknown): readonly GivenAnswer[] =>
  book.facts
    .filter(({ path }) => paths.has(path))
    .flatMap((fact) =>
      placesOf(fact, facts).flatMap((place) => {
        const value = readPlace(facts, place);
        return value === undefined ? [] : [{ place, question: fact.ask, answer: wordsOf(fact, value) }];
      }),
    );

export function answersBehind(policy: Policy, facts: unknown): readonly GivenAnswer[] {
  const paths = pathsIn([policy.conditions, policy.rows, policy.amount], policy.rows?.path, new Set());
  if (policy.rows !== undefined) paths.add(policy.rows.path);
  return answersAt(paths, facts);
}

/** Of one condition; of the row where it is about one. */
export function answersOf(
  policy: Policy,
  condition: string,
  index: number | undefined,
  facts: unknown,
): readonly GivenAnswer[] {
  const { rows, conditions } = policy;
  if (rows?.id === condition) return answersAt(new Set([rows.path]), facts);
  const found = [...conditions, ...(rows?.conditions ?? [])].find(({ id }) => id === condition);
  const all = answersAt(pathsIn(found?.when, rows?.path, new Set()), facts);
  return index === undefined ? all : all.filter(({ place }) => place.includes(`[${index}]`));
}
