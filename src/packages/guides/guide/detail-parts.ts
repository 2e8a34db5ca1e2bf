import type { PersonalGuide } from '@/domain/guide/checklist';
import type { Guide, Rights } from '@/domain/guide/guide';
import { departmentName } from '@/shell/catalogue';
import {
  AUDIENCE_WORDS,
  clauseText,
  DELIVERY_WORDS,
  limitText,
  phoneText,
  POWER_WORDS,
  UNCONFIRMED,
} from '../words';

export interface DetailPart {
  readonly title: string;
  readonly lines: readonly string[];
}

const VERDICTS = { met: '✓ ', unmet: '✕ ', unknown: '' } as const;

function conditionLines(guide: Guide, personal: PersonalGuide): string[] {
  return guide.conditions.map(({ text }, index) => {
    const result = personal.conditions[index];
    return `${result === undefined ? '' : VERDICTS[result]}${text}`;
  });
}

function timeLines({ time }: Guide): string[] {
  const { statutory, promised, excluded, variants = [] } = time;
  const withNote = (name: string, limit: typeof promised): string =>
    `${name}：${limitText(limit)}${limit.note === undefined ? '' : `（${limit.note}）`}`;
  return [
    time.caseType === 'instant' ? '即办件：材料齐，当场办完' : '承诺件：受理后按承诺时限办完',
    withNote('法定时限', statutory),
    withNote('承诺时限', promised),
    ...variants.map(({ label, promised: limit }) => withNote(label, limit)),
    ...(excluded.length > 0 ? [`不算在内：${excluded.join('、')}`] : []),
  ];
}

const feeLines = ({ fees }: Guide): string[] =>
  [
    fees.charged ? '收费' : '不收费',
    ...fees.items.map(
      ({ name, standard, per, basis }) =>
        `${name}：${standard}${per === undefined ? '' : `/${per}`}（依据：${basis === 'pending' ? '待核' : basis}）`,
    ),
    fees.reductions === undefined ? '' : `减免：${fees.reductions}`,
    fees.note ?? '',
  ].filter((line) => line !== '');

const remedyLine = (name: string, remedy: Rights['litigation']): string =>
  'none' in remedy ? `${name}：${remedy.none}` : `${name}：${remedy.within}，向${remedy.to}提出`;

const resultLines = ({ result }: Guide): string[] =>
  [
    `拿到：${result.name}`,
    `怎么拿：${result.delivery.map((way) => DELIVERY_WORDS[way]).join('、')}`,
    `有效期：${result.validity}`,
    result.sample === undefined ? '' : `样子：${result.sample}`,
  ].filter((line) => line !== '');

const basisLines = ({ basis }: Guide): string[] =>
  basis.map(({ law, docNo, clause, gist, readOn }) => {
    const number = docNo === undefined ? '' : docNo === 'pending' ? '（文号待核）' : `（${docNo}）`;
    return `《${law.replace(/[《》]/g, '')}》${number}${clauseText(clause)}：${gist}（${readOn} 查阅）`;
  });

const aboutLines = (guide: Guide): string[] => [
  `责任部门：${departmentName(guide.department)}${guide.departmentNote === undefined ? '' : `（${guide.departmentNote}）`}`,
  ...(guide.jointDepartments.length > 0
    ? [`联办：${guide.jointDepartments.map(departmentName).join('、')}`]
    : []),
  `事项类型：${POWER_WORDS[guide.powerType]}`,
  `面向：${guide.audience.map((who) => AUDIENCE_WORDS[who]).join('、')}`,
  `投诉：${phoneText(guide.channels.complaint)}`,
  `资料：整理于 ${guide.freshness.sourceReadOn}，下次复核 ${guide.freshness.reviewBy}`,
  `版本：第 ${guide.version} 版，${guide.effectiveFrom} 起`,
  `标“${UNCONFIRMED}”的，是责任部门还没有确认的内容，不作承诺。`,
];

/** The second layer in the order of questions; parts without content are left out. */
export function detailParts(guide: Guide, personal: PersonalGuide): readonly DetailPart[] {
  const { fairPlay, rights } = guide;
  const parts: readonly DetailPart[] = [
    {
      title: '谁能办',
      lines: [...conditionLines(guide, personal), guide.quota ?? '', guide.commitment ?? ''],
    },
    { title: '这些情况办不了', lines: guide.refusals },
    { title: '常见退回原因', lines: guide.returns.map(({ text }) => text) },
    { title: '时限怎么算', lines: timeLines(guide) },
    { title: '收费说明', lines: feeLines(guide) },
    { title: '办完拿到什么', lines: resultLines(guide) },
    { title: '办事不找关系：合规怎么办', lines: fairPlay.proper },
    { title: '办事不找关系：这些不能办', lines: fairPlay.forbidden },
    { title: '办事不找关系：缺这个可先办', lines: fairPlay.deferrable },
    {
      title: '不服怎么办',
      lines: [
        remedyLine('行政复议', rights.reconsideration),
        remedyLine('诉讼', rights.litigation),
        `投诉：${rights.complaint}`,
      ],
    },
    { title: '法律依据', lines: basisLines(guide) },
    { title: '部门、版本和资料来源', lines: aboutLines(guide) },
  ];
  return parts
    .map(({ title, lines }) => ({ title, lines: lines.filter((line) => line !== '') }))
    .filter(({ lines }) => lines.length > 0);
}
