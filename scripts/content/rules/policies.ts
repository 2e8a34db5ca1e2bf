/** Lint over policies and what they rest on: every fact, option, table, department and guide that they name exists. */
import { compileBook } from '@/domain/benefit/compiled';
import type { FactEntry, Policy, PolicyCondition } from '@/domain/benefit/policy';
import { factsIn } from '@/domain/logic/facts-in';
import { compareDates, dateOf } from '@/domain/shared/civil-date';
import type { Problem } from '../load';
import { policyBookOf, type PolicyLibrary } from '../policy-compile';
import type { FigureTable, ParameterTable } from '../policy-schema';
import { when, type Fault } from './rule';

export interface PolicyContext {
  readonly departments: ReadonlySet<string>;
  readonly guides: ReadonlySet<string>;
}

const lengthOf = (text: string): number => [...text].length;

interface Part {
  readonly path: string;
  readonly scope: string;
  readonly value: unknown;
}

/** Every condition and expression of a policy, with the rows it is about. */
function partsOf(policy: Policy): readonly Part[] {
  const { conditions, rows, amount, payPermille, registerFrom, notices } = policy;
  const scope = rows ? `${rows.path}[]` : '';
  const each = (at: string, inside: string, list: readonly PolicyCondition[]): Part[] =>
    list.flatMap(({ id, when: test, only }) => [
      { path: `${at}.${id}`, scope: inside, value: test },
      { path: `${at}.${id}.only`, scope: inside, value: only },
    ]);
  return [
    ...each('conditions', '', conditions),
    ...each('rows', scope, rows?.conditions ?? []),
    { path: 'amount', scope, value: amount },
    { path: 'payPermille', scope: '', value: payPermille },
    { path: 'registerFrom', scope: '', value: registerFrom },
    ...notices.map(({ code, when: test }) => ({ path: `notices.${code}`, scope: '', value: test })),
  ];
}

/** What a test compares a fact with, wherever such tests stand. */
function* comparedIn(value: unknown, scope: string): Generator<{ fact: string; values: readonly unknown[] }> {
  if (typeof value !== 'object' || value === null) return;
  const entries = new Map<string, unknown>(Object.entries(value));
  const fact = entries.get('fact');
  const rows = entries.get('anyRow') ?? entries.get('eachRow');
  if (typeof fact === 'string') {
    const listed = [entries.get('in'), entries.get('contains')].find(Array.isArray) ?? [entries.get('is')];
    const values: readonly unknown[] = listed.filter((each: unknown) => each !== undefined);
    yield { fact: fact.startsWith('.') ? scope + fact : fact, values };
  }
  const inner = typeof rows === 'string' ? `${rows.startsWith('.') ? scope + rows : rows}[]` : scope;
  for (const each of entries.values()) yield* comparedIn(each, inner);
}

const fitsType = ({ type, options = [] }: FactEntry, value: unknown): boolean => {
  if (type === 'bool') return typeof value === 'boolean';
  if (type === 'enum' || type === 'enums') return options.some(({ id }) => id === value);
  return typeof value === 'number' && type === 'int';
};

function factFaults(policy: Policy, facts: ReadonlyMap<string, FactEntry>): Fault[] {
  return partsOf(policy).flatMap(({ path, scope, value }) => [
    ...factsIn(value, scope)
      .filter((fact) => !facts.has(fact))
      .map((fact) => ({ path, message: `词表(benefit-facts.yaml)里没有 ${fact}` })),
    ...[...comparedIn(value, scope)].flatMap(({ fact, values }) => {
      const entry = facts.get(fact);
      return values
        .filter((each) => entry && !fitsType(entry, each))
        .map((each) => ({ path, message: `${fact} 不会是 ${String(each)}` }));
    }),
  ]);
}

function referenceFaults(policy: Policy, context: PolicyContext, ids: ReadonlySet<string>): Fault[] {
  const { department, jointDepartments, confirm, sources, guides, interactions } = policy;
  const named = [
    department,
    ...jointDepartments,
    ...confirm.map(({ by }) => by),
    ...sources.map((source) => source.department),
  ];
  return [
    ...named
      .filter((id) => !context.departments.has(id))
      .map((id) => ({ path: 'department', message: `部门 ${id} 不存在` })),
    ...guides
      .filter((id) => !context.guides.has(id))
      .map((id) => ({ path: 'guides', message: `指南 ${id} 不存在` })),
    ...interactions.flatMap(({ policy: other }) =>
      other === undefined || (ids.has(other) && other !== policy.id)
        ? []
        : [{ path: 'interactions', message: `政策 ${other} 不存在` }],
    ),
  ];
}

function shapeFaults(name: string, policy: Policy): Fault[] {
  const { id, per, amount, summary, inForce, conditions, rows } = policy;
  const all = [...conditions, ...(rows?.conditions ?? [])];
  return [
    ...when(id !== name, 'id', 'id 须与文件名相同'),
    ...when(all.length === 0, 'conditions', '至少要有一条能判定的条件'),
    ...when(new Set(all.map((each) => each.id)).size !== all.length, 'conditions', '条件编号重复'),
    ...when((per === 'none') !== (amount === undefined), 'amount', 'per 为 none 时不写 amount,其余都要写'),
    ...when(lengthOf(summary) < 15 || lengthOf(summary) > 60, 'summary', '一句话说明 15–60 个字'),
    ...when(
      inForce?.to !== undefined && compareDates(dateOf(inForce.from), dateOf(inForce.to)) > 0,
      'inForce.to',
      '截止日早于施行日',
    ),
    ...all
      .filter(({ text }) => lengthOf(text) > 60)
      .map((each) => ({ path: `conditions.${each.id}.text`, message: '条件不超过 60 个字,请写短' })),
  ];
}

function orderFaults(path: string, rows: readonly { readonly from: string }[]): Fault[] {
  return rows.flatMap(({ from }, i) => {
    const next = rows[i + 1];
    return when(
      next !== undefined && compareDates(dateOf(from), dateOf(next.from)) >= 0,
      `${path}.rows[${i + 1}].from`,
      '行按施行日从早到晚排,同一天只写一行(只加行,不改旧行)',
    );
  });
}

function figureFaults({ path, rows }: FigureTable, entry: FactEntry | undefined): Fault[] {
  const kind = (value: unknown): string => (Array.isArray(value) ? 'ints' : typeof value);
  const wanted: Partial<Record<FactEntry['type'], string>> = {
    int: 'number',
    bool: 'boolean',
    date: 'string',
    ints: 'ints',
  };
  if (!entry || !path.startsWith('context.'))
    return [{ path, message: '本地标准的路径须是词表里 context 下的一项' }];
  return [
    ...orderFaults(path, rows),
    ...rows
      .filter(({ value }) => kind(value) !== wanted[entry.type])
      .map(() => ({ path, message: `值的类型须是 ${entry.type}` })),
  ];
}

function vocabularyFaults({ facts, figures, policies }: PolicyLibrary): Fault[] {
  const used = new Set(
    [...policies.values()].flatMap((policy) => [
      ...(policy.rows ? [policy.rows.path] : []),
      ...partsOf(policy).flatMap(({ scope, value }) => factsIn(value, scope)),
    ]),
  );
  const filled = new Set(figures.map(({ path }) => path));
  return [
    ...when(new Set(facts.map(({ path }) => path)).size !== facts.length, '', '路径重复'),
    ...facts.flatMap(({ path, type, nature, unset, options }) => [
      ...when(!used.has(path), path, '没有政策用到,请删去或核对路径'),
      ...when((nature === 'M') !== (unset !== undefined), path, '只有 M 类写缺省含义(unset),且必须写'),
      ...when(
        (type === 'enum' || type === 'enums') !== (options !== undefined),
        path,
        '只有枚举写 options,且必须写',
      ),
      ...when(
        path.startsWith('context.') && !filled.has(path),
        path,
        '没有指定由哪个部门填(benefit-figures.yaml)',
      ),
    ]),
  ];
}

function compileFaults(library: PolicyLibrary): Fault[] {
  try {
    compileBook(policyBookOf(library));
    return [];
  } catch (error) {
    return [{ path: '', message: `编译不过:${error instanceof Error ? error.message : String(error)}` }];
  }
}

function tableFaults(tables: readonly ParameterTable[], policies: readonly Policy[]): Fault[] {
  const text = JSON.stringify(policies);
  return tables.flatMap(({ id, rows }, i) => [
    ...orderFaults(`[${i}]`, rows),
    ...when(!text.includes(`"param":"${id}"`), `[${i}]`, `没有政策用到参数 ${id}`),
  ]);
}

const problemsOf = (rule: string, file: string, faults: readonly Fault[]): Problem[] =>
  faults.map(({ path, message, level }): Problem => ({
    rule,
    level: level ?? 'error',
    file,
    path,
    message,
  }));

/** All that is wrong with policies, beyond their shape. */
export function lintPolicies(library: PolicyLibrary, context: PolicyContext): Problem[] {
  const policies = [...library.policies];
  const facts = new Map(library.facts.map((entry) => [entry.path, entry]));
  const ids = new Set(library.policies.keys());
  const numbers = policies.map(([, { number }]) => number);
  const expected = Array.from({ length: numbers.length }, (_, i) => `P${String(i + 1).padStart(2, '0')}`);
  return [
    ...library.problems,
    ...problemsOf(
      'policy-count',
      'policies',
      when([...numbers].sort().join() !== expected.join(), '', '编号须从 P01 起连着排，各一'),
    ),
    ...policies.flatMap(([name, policy]) => [
      ...problemsOf('policy-shape', `policies/${name}.yaml`, shapeFaults(name, policy)),
      ...problemsOf('policy-facts', `policies/${name}.yaml`, factFaults(policy, facts)),
      ...problemsOf('policy-references', `policies/${name}.yaml`, referenceFaults(policy, context, ids)),
    ]),
    ...[...library.parameters].flatMap(([name, tables]) =>
      problemsOf(
        'policy-parameters',
        `parameters/${name}.yaml`,
        tableFaults(tables, [...library.policies.values()]),
      ),
    ),
    ...problemsOf(
      'policy-figures',
      'benefit-figures.yaml',
      library.figures.flatMap((figure) => figureFaults(figure, facts.get(figure.path))),
    ),
    ...problemsOf('policy-vocabulary', 'benefit-facts.yaml', vocabularyFaults(library)),
    ...problemsOf('policy-compile', 'policies', compileFaults(library)),
  ];
}
