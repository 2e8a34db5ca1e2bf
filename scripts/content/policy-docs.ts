/** docs/benefit-rules.md: the 19 policies as tables that a department can read and sign. */
import type { Policy, PolicyCondition } from '@/domain/benefit/policy';
import type { PolicyLibrary } from './policy-compile';

const MODES = { A: 'A 自动到账', B: 'B 一次登记后自动', C: 'C 意愿确认', D: 'D 直接减免' } as const;
const PERIODS = { once: '一次性', month: '每月', year: '每年', none: '不发钱' } as const;

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(head),
  row(head.map(() => '---')),
  ...rows.map(row),
  '',
];
const bullets = (title: string, items: readonly string[]): string[] =>
  items.length > 0 ? [`**${title}**`, '', ...items.map((item) => `- ${item}`), ''] : [];

type Line = Pick<PolicyCondition, 'id' | 'text' | 'clause' | 'evidence'>;

function conditionsOf({ inForce, conditions, rows }: Policy): readonly (readonly string[])[] {
  const line = ({ id, text, clause, evidence }: Line, of: string): string[] => [
    `\`${id}\``,
    of + text,
    clause,
    evidence,
  ];
  return [
    ...(inForce ? [line({ ...inForce, id: 'inForce' }, '')] : []),
    ...conditions.map((each) => line(each, '')),
    ...(rows ? [line(rows, ''), ...rows.conditions.map((each) => line(each, '(逐个)'))] : []),
  ];
}

function sectionOf(policy: Policy, nameOf: (department: string) => string): string[] {
  const { number, name, id, mode, per, inForce, department, jointDepartments } = policy;
  return [
    `## ${number} ${name}(\`${id}\`)`,
    '',
    policy.summary,
    '',
    ...table(
      ['方式', '周期', '有效期', '责任部门', '怎样到手'],
      [
        [
          MODES[mode],
          PERIODS[per],
          inForce ? `${inForce.from} 起${inForce.to ? `至 ${inForce.to}` : ''}` : '长期',
          [department, ...jointDepartments].map(nameOf).join('、'),
          `${policy.channel};${policy.arrives}`,
        ],
      ],
    ),
    ...table(['条件', '成立', '依据', '证据'], conditionsOf(policy)),
    `**金额** ${policy.amountText}`,
    '',
    ...bullets(
      '待部门确认',
      policy.confirm.map(({ text, by }) => `${text}(${nameOf(by)})`),
    ),
    ...bullets('自愿', policy.voluntary),
    ...bullets(
      '与其他待遇',
      policy.interactions.map(({ text }) => text),
    ),
  ];
}

/** The whole document; `nameOf` gives a department's name. */
export function benefitRules(library: PolicyLibrary, nameOf: (department: string) => string): string {
  const policies = [...library.policies.values()].sort((a, b) => (a.number < b.number ? -1 : 1));
  const parameters = [...library.parameters.values()]
    .flat()
    .flatMap(({ id, name, unit, rows }) =>
      rows.map(({ from, to, value, source, evidence }) => [
        `\`${id}\``,
        name,
        from,
        to ?? '',
        unit === 'cents' ? `${(value / 100).toFixed(2)} 元` : `${value}‰`,
        source,
        evidence,
      ]),
    );
  return [
    '# 免申即享判定表',
    '',
    '由 `npm run docs:rules` 从 `src/content` 生成,请勿手改。证据:S 区年报、L 法条、C 网页、K 通行做法、P 待责任部门确认。',
    '',
    ...policies.flatMap((policy) => sectionOf(policy, nameOf)),
    '## 已公布的标准',
    '',
    ...table(['参数', '名称', '起', '止', '值', '来源', '证据'], parameters),
    '## 待责任部门公布的本地标准',
    '',
    ...table(
      ['事实', '填报部门', '现状'],
      library.figures.map(({ path, department, rows }) => [
        `\`${path}\``,
        nameOf(department),
        rows.length > 0 ? `已公布 ${rows.length} 行` : '未公布',
      ]),
    ),
  ].join('\n');
}
