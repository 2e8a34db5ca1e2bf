/** What the console says of a certificate's case. */
import type { CellState } from '@/domain/certificate/board';
import { MAIN_STATES, type ColumnState, type MainState } from '@/domain/certificate/actions';
import type { Clock } from '@/domain/certificate/clock';
import type {
  Action,
  CertificateEvent,
  CourierStep,
  RevocationReason,
  Role,
} from '@/domain/certificate/events';
import type { Assessment } from '@/domain/certificate/reference';
import { formatDate } from '@/domain/shared/civil-date';
import { departmentName } from '../../catalogue';
import type { DeskFault, LogEntry } from '../../certificate/desk-types';
import { REFUSALS } from '@/domain/certificate/refusal';

export type Tone = 'late' | 'soon' | 'fine' | 'muted';

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  enterprise: '企业',
  window: '窗口',
  department: '部门',
  coordinator: '牵头部门',
  supervisor: '督办',
  system: '系统',
  intermediary: '中介',
  public: '公众',
};

/** One character each, for the grid; the word stands beside it. */
export const CELLS: Readonly<Record<CellState, readonly [mark: string, word: string, tone: Tone]>> = {
  outside: ['外', '区外（不含）', 'muted'],
  waiting: ['待', '还没有结论', 'muted'],
  noRecord: ['无', '无记录', 'fine'],
  cleared: ['可', '有记录，不影响出证', 'soon'],
  blocked: ['否', '有记录，不出', 'late'],
  withheld: ['缺', '不出：逾期未说明或裁定不含', 'late'],
};

export const COLUMN_TONES: Readonly<Record<ColumnState, Tone>> = {
  pending: 'muted',
  assigned: 'muted',
  reviewing: 'muted',
  needClarify: 'soon',
  clarified: 'soon',
  externalWait: 'soon',
  recused: 'soon',
  noRecord: 'fine',
  recordFound: 'soon',
  lapsed: 'late',
  excluded: 'muted',
};

export const ASSESSMENTS: Readonly<Record<Assessment, string>> = {
  minor: '情节轻微',
  remedied: '已缴清并整改',
  notMajor: '不属于重大违法违规',
  major: '属于重大违法违规（本部门不出）',
  unremedied: '尚未整改（本部门不出）',
};

export const REVOCATIONS: Readonly<Record<RevocationReason, string>> = {
  falseMaterial: '材料虚假',
  omittedRecord: '遗漏了截至日以内的记录',
  identityChanged: '名称或主体变更',
};

export const COURIER_STEPS: Readonly<Record<CourierStep, string>> = {
  ordered: '已下单',
  picked: '已揽收',
  inTransit: '运送中',
  delivered: '已签收',
  returned: '退回',
};

/** The same states as on the phone, where 您 is the company. */
export const mainText = (main: MainState): string =>
  main === 'clarifying' ? '等企业补充说明' : MAIN_STATES[main];

const EVENTS: Readonly<Record<Action, string>> = {
  submitted: '提交申请',
  correctionAsked: '要求补正',
  corrected: '补正',
  rejected: '不予受理',
  accepted: '受理',
  dispatched: '分派给各部门',
  taken: '开始审查',
  found: '答复',
  asked: '要企业说明',
  answered: '企业说明',
  recused: '退回：不属本部门',
  reassigned: '改派',
  ruled: '裁定',
  externalWait: '等外部回复',
  externalReplied: '外部已回复',
  reopened: '重新审查',
  urged: '催办',
  extended: '延期',
  aggregated: '汇总',
  decided: '签批',
  withdrawn: '撤回',
  courier: '快递',
  handedOver: '送达',
  replaced: '换发',
  revoked: '撤销',
  rated: '评价',
  closed: '办结',
  complained: '投诉',
  complaintAnswered: '答复投诉',
};

/** Why, or what was asked, complained of and answered. */
function textIn(event: CertificateEvent): string {
  if ('reason' in event) return event.reason ?? '';
  return 'text' in event ? event.text : '';
}

function detailOf(event: CertificateEvent): string {
  switch (event.kind) {
    case 'found':
      return event.finding.kind === 'noRecord'
        ? '无记录'
        : `有记录 ${event.finding.records.length} 条，${ASSESSMENTS[event.finding.assessment]}`;
    case 'correctionAsked':
      return event.items.join('；');
    case 'reassigned':
      return `给${departmentName(event.to)}`;
    case 'ruled':
      return `${event.ruling === 'keeps' ? '仍由其承办' : '不含这个部门'}：${event.reason}`;
    case 'extended':
      return `${event.days} 天：${event.reason}`;
    case 'courier':
      return COURIER_STEPS[event.step];
    case 'revoked':
      return REVOCATIONS[event.reason];
    case 'rated':
      return `${event.level} 级`;
    case 'decided':
    case 'replaced':
      return [event.certificate?.number, event.reason].filter((part) => part !== undefined).join('：');
    default:
      return textIn(event);
  }
}

export const sentenceOf = ({ event }: LogEntry): string => {
  const of = 'department' in event ? `${departmentName(event.department)} ` : '';
  const detail = detailOf(event);
  return `${of}${EVENTS[event.kind]}${detail === '' ? '' : `：${detail}`}`;
};

/** 剩 3 天（12 月 2 日到期）, or why it stands still. */
export function clockText({ left, due, paused, overdue, stoppedBy, total }: Clock): {
  readonly text: string;
  readonly tone: Tone;
} {
  const until = `${formatDate(due)} 到期，共 ${total} 天`;
  if (overdue) return { text: `已超期（${until}）`, tone: 'late' };
  if (paused) {
    const who = stoppedBy.map(
      ({ department, why }) =>
        `${departmentName(department)}${why === 'question' ? '等企业说明' : '等外部回复'}`,
    );
    return { text: `不计时：${[...new Set(who)].join('，')}。剩 ${left} 天（${until}）`, tone: 'soon' };
  }
  return { text: `剩 ${left} 天（${until}）`, tone: left <= 1 ? 'soon' : 'fine' };
}

export const STALE = '刚有人动过，下面是最新情况；请看过再办。';

const UNAVAILABLE: Readonly<Record<Extract<DeskFault, { code: 'unavailable' }>['what'], string>> = {
  paper: '没有配置签名密钥，不能出证。请系统管理员设置 APP_CERTIFICATE_KEY。',
  noCourier: '没有接快递，不能在这里下单。请系统管理员设置 SF_PARTNER_ID 等；在此之前请企业到窗口自取。',
  courier: '快递没有回应，没有下单。请稍后再试。',
};

export function faultText(fault: Exclude<DeskFault, { code: 'notFound' }>): string {
  switch (fault.code) {
    case 'stale':
      return STALE;
    case 'refused':
      return REFUSALS[fault.refusal];
    case 'unavailable':
      return UNAVAILABLE[fault.what];
  }
}
