/** The answers that one policy looked at, in words. */
import type { FactEntry, Policy } from '@/domain/benefit/policy';
import { readPlace } from '@/stores/checker';
import { book } from '../book';
import { yuan } from '../words';

export interface GivenAnswer {
  readonly place: string;
  readonly question: string;
  readonly answer: string;
}

/** Paths named anywhere in a policy; a leading dot is a path inside a row. */
function pathsIn(value: unknown, rows: string | undefined, found: Set<string>): Set<string> {
  if (Array.isArray(value)) for (const item of value) pathsIn(item, rows, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (key === 'fact' && typeof item === 'string')
        found.add(item.startsWith('.') ? `${rows ?? ''}[]${item}` : item);
      else pathsIn(item, rows, found);
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

export function answersBehind(policy: Policy, facts: unknown): readonly GivenAnswer[] {
  const paths = pathsIn([policy.conditions, policy.rows, policy.amount], policy.rows?.path, new Set());
  if (policy.rows !== undefined) paths.add(policy.rows.path);
  return book.facts
    .filter(({ path }) => paths.has(path))
    .flatMap((fact) => {
      const rows = fact.path.includes('[]') ? readPlace(facts, fact.path.split('[]')[0] ?? '') : undefined;
      const places = Array.isArray(rows)
        ? rows.map((_, index) => fact.path.replace('[]', `[${index}]`))
        : [fact.path];
      return places.flatMap((place) => {
        const value = readPlace(facts, place);
        return value === undefined ? [] : [{ place, question: fact.ask, answer: wordsOf(fact, value) }];
      });
    });
}
