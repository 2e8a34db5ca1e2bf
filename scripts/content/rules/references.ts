/** Rule 12: every reference resolves, the facts of conditions included. */
import type { Guide } from '@/domain/guide/guide';
import type { Fault, Rule } from './rule';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Leaf {
  readonly fact: string;
  readonly values: readonly unknown[];
}

/** The leaves of any condition found below a value, by path. */
function* leavesIn(value: unknown, path: string): Generator<{ path: string; leaf: Leaf }> {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* leavesIn(item, `${path}[${i}]`);
  } else if (isRecord(value)) {
    if (typeof value['fact'] === 'string') {
      const values = Array.isArray(value['in']) ? value['in'] : 'is' in value ? [value['is']] : [];
      yield { path, leaf: { fact: value['fact'], values } };
    }
    for (const [key, item] of Object.entries(value)) yield* leavesIn(item, path ? `${path}.${key}` : key);
  }
}

function conditionFaults(guide: Guide): Fault[] {
  const options = new Map(
    guide.situations.map(({ id, options: all }) => [id, all.map((option) => option.id)]),
  );
  return [...leavesIn(guide, '')].flatMap(({ path, leaf }) => {
    const known = options.get(leaf.fact);
    if (!known) return [{ path, message: `没有编号为 ${leaf.fact} 的情形` }];
    return leaf.values
      .filter((value) => typeof value !== 'string' || !known.includes(value))
      .map((value) => ({ path, message: `情形 ${leaf.fact} 没有选项 ${String(value)}` }));
  });
}

const unresolved = (
  path: string,
  what: string,
  ids: readonly string[],
  known: (id: string) => boolean,
): Fault[] => ids.filter((id) => !known(id)).map((id) => ({ path, message: `${what} ${id} 不存在` }));

export const referenceRules: readonly Rule[] = [
  {
    id: '12-references',
    check: (guide, { library, policyIds }) => {
      const isDepartment = (id: string): boolean =>
        library.departments.some((department) => department.id === id);
      return [
        ...unresolved('department', '部门', [guide.department], isDepartment),
        ...unresolved('jointDepartments', '部门', guide.jointDepartments, isDepartment),
        ...unresolved('theme', '主题', [guide.theme], (id) =>
          library.themes.some((theme) => theme.id === id),
        ),
        ...unresolved('lifeEvents', '人生事件', guide.lifeEvents, (id) =>
          library.lifeEvents.some((event) => event.id === id),
        ),
        ...unresolved('related', '指南', guide.related, (id) => id !== guide.id && library.guides.has(id)),
        ...unresolved('policies', '政策', guide.policies, (id) => policyIds.has(id)),
        ...unresolved(
          'channels.offline',
          '服务场所',
          guide.channels.offline.map(({ hall }) => hall),
          (id) => library.halls.some((hall) => hall.id === id),
        ),
        ...conditionFaults(guide),
      ];
    },
  },
];
