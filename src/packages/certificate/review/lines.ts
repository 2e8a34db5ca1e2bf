/** What will be sent, in the words of the pages that asked. */
import { yuanText } from '@/components/fields/values';
import type { ApplicationDraft, Delivery } from '@/domain/certificate/draft';
import { ENTITY_KINDS } from '@/domain/certificate/draft';
import { situationOf } from '@/domain/certificate/application';
import { neededMaterials } from '@/domain/certificate/materials';
import { showDate } from '@/domain/form/kinds/dates';
import reference from '@/generated/certificate/reference';
import type { PartId } from '../apply/parts';
import { boardName, nameOr, purposeName } from '../words';

export interface Line {
  readonly label: string;
  readonly text: string;
}

function deliveryText(delivery: Delivery): string {
  switch (delivery.kind) {
    case 'electronic':
      return '电子证明，手机上下载';
    case 'selfCollection':
      return '到窗口自取';
    case 'courier':
      return `快递：${delivery.recipient} ${delivery.mobile}，${delivery.address}`;
  }
}

const companyLines = ({ company, byAgent }: ApplicationDraft): readonly Line[] => [
  { label: '统一社会信用代码', text: company.creditCode },
  { label: '公司名称', text: company.name },
  { label: '法定代表人', text: company.legalRepresentative },
  {
    label: '注册资本',
    text: Number.isNaN(company.capitalCents) ? '' : `${yuanText(company.capitalCents)} 元`,
  },
  { label: '成立日期', text: showDate(company.established) },
  { label: '住所', text: company.address },
  { label: '行业代码', text: company.industry },
  { label: '谁来办', text: byAgent ? '经办人' : '法定代表人本人' },
];

/** So many entities are named; a longer list is on its own page. */
const NAMED = 10;

function scopeLines({ entities, departments, period }: ApplicationDraft): readonly Line[] {
  const named = entities
    .slice(0, NAMED)
    .map(({ kind, name }, i) => `${ENTITY_KINDS[kind]}：${nameOr(name, i)}`);
  const rest = entities.length > NAMED ? [`还有 ${entities.length - NAMED} 个`] : [];
  const left = reference.departments.length - departments.length;
  return [
    { label: `主体 ${entities.length} 个`, text: [...named, ...rest].join('；') },
    {
      label: '部门',
      text: left === 0 ? '27 个全选' : `${departments.length} 个；${left} 个没选，写入证明范围`,
    },
    { label: '证明期间', text: `${showDate(period.start)}到 ${showDate(period.end)}` },
  ];
}

function materialLines(application: ApplicationDraft): readonly Line[] {
  const needed = neededMaterials(reference.materials, situationOf(application));
  const files = new Map(application.materials.map(({ kind, files: list }) => [kind, list.length]));
  const besides = application.materials.filter(({ kind }) => !needed.some((each) => each.kind.id === kind));
  return [
    ...needed.map(({ kind: { id, name }, by }) => ({
      label: name,
      text: by === 'upload' ? `已上传 ${files.get(id) ?? 0} 个文件` : by === 'shared' ? '免提交' : '平台生成',
    })),
    ...besides.map(({ title, files: list }) => ({ label: title, text: `已上传 ${list.length} 个文件` })),
  ];
}

/** Nothing that was not asked: the board of a purpose that has none, the address of what is not sent. */
export function linesOf(part: PartId, application: ApplicationDraft): readonly Line[] {
  const { contact, intermediaries, purpose, purposeNote, board, knownRecords } = application;
  switch (part) {
    case 'company':
      return companyLines(application);
    case 'contact':
      return [
        { label: '经办人', text: [contact.name, contact.mobile, contact.email].filter(Boolean).join('，') },
        ...intermediaries.map(({ name, email }) => ({
          label: '抄送（只告诉结论）',
          text: `${name}，${email}`,
        })),
      ];
    case 'purpose':
      return [
        { label: '用在哪里', text: purpose === '' ? '' : purposeName(purpose) },
        ...(purposeNote === undefined ? [] : [{ label: '写明用途', text: purposeNote }]),
        ...(board === undefined ? [] : [{ label: '板块', text: boardName(board) }]),
      ];
    case 'scope':
      return scopeLines(application);
    case 'records':
      return knownRecords.length === 0
        ? [{ label: '已知处罚', text: '没有' }]
        : knownRecords.map(({ documentNumber, agency, decidedOn }) => ({
            label: documentNumber,
            text: `${agency}，${showDate(decidedOn)}`,
          }));
    case 'delivery':
      return [
        { label: '什么时候出', text: application.output === 'once' ? '全部答完，一次出' : '先答完的先出' },
        { label: '份数', text: Number.isNaN(application.copies) ? '' : `${application.copies} 份` },
        { label: '文字', text: application.language === 'zh' ? '中文' : '中英文' },
        { label: '怎么给您', text: deliveryText(application.delivery) },
      ];
    case 'materials':
      return materialLines(application);
    case 'consents':
      return [];
  }
}
