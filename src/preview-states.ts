/**
 * States worth seeing, once: the staff page lists them, and `npm run build:conditions` writes them as compile modes
 * into project.config.json, so that WeChat devtools opens each in one click.
 */
import { BEGUN_ALLOWANCE, BEGUN_CERTIFICATE, type BegunForm } from './preview-drafts';
import { routes, type RouteName } from './routes';

/** What must be on the phone before the page opens. What is not named stays as it is. */
export interface Preparation {
  readonly elder?: boolean;
  /** YYYY-MM-DD: the day that every screen takes for today. */
  readonly on?: string;
  /** Guide → situation → option. */
  readonly answers?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly trip?: readonly string[];
  readonly favourites?: readonly string[];
  readonly recents?: readonly string[];
  readonly reports?: readonly { readonly guide: string; readonly field: string; readonly text: string }[];
  /** A form begun, with what was typed so far. */
  readonly draft?: BegunForm;
  /** A person of the demo server, who is signed in. */
  readonly signIn?: string;
  /** Item of that person's demo case, which the page shows. */
  readonly caseOf?: string;
  /** Purpose of that person's demo certificate, which the page shows. */
  readonly certificateOf?: string;
}

export interface PreviewState {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly page: RouteName;
  readonly query?: Readonly<Record<string, string>>;
  readonly prepare?: Preparation;
}

const browse: readonly PreviewState[] = [
  { id: 'home', name: '首页', group: '找', page: 'home' },
  { id: 'home-normal', name: '首页 · 标准版', group: '找', page: 'home', prepare: { elder: false } },
  { id: 'home-elder', name: '首页 · 长辈版', group: '找', page: 'home', prepare: { elder: true } },
  { id: 'services', name: '办事', group: '找', page: 'services' },
  {
    id: 'topic',
    name: '主题 · 社会保障',
    group: '找',
    page: 'topic',
    query: { kind: 'theme', id: 'social-insurance' },
  },
  { id: 'event', name: '大事 · 生孩子', group: '找', page: 'topic', query: { kind: 'event', id: 'birth' } },
  {
    id: 'topic-wrong',
    name: '没有这一类',
    group: '找',
    page: 'topic',
    query: { kind: 'theme', id: 'no-such' },
  },
  { id: 'search', name: '搜索 · 还没输入', group: '找', page: 'search' },
  {
    id: 'search-found',
    name: '搜索 · 老人八十了能领什么',
    group: '找',
    page: 'search',
    query: { q: '老人八十了能领什么' },
  },
  { id: 'search-nothing', name: '搜索 · 没有找到', group: '找', page: 'search', query: { q: '明天下雨吗' } },
];

const minimum = { income: 'unseen', member: 'present' } as const;

const guides: readonly PreviewState[] = [
  { id: 'guide', name: '指南 · 高龄津贴', group: '查', page: 'guide', query: { id: 'elderly-allowance' } },
  {
    id: 'guide-answered',
    name: '指南 · 低保，情形已选',
    group: '查',
    page: 'guide',
    query: { id: 'minimum-living-security' },
    prepare: { answers: { 'minimum-living-security': minimum } },
  },
  {
    id: 'guide-lookup',
    name: '指南 · 只能查的事项',
    group: '查',
    page: 'guide',
    query: { id: 'marriage-certificate-reissue' },
  },
  {
    id: 'guide-overdue',
    name: '指南 · 已过复核日',
    group: '查',
    page: 'guide',
    query: { id: 'id-card' },
    prepare: { on: '2027-06-01' },
  },
  {
    id: 'guide-holiday',
    name: '指南 · 国庆假期里',
    group: '查',
    page: 'guide',
    query: { id: 'residence-permit' },
    prepare: { on: '2026-10-01' },
  },
  {
    id: 'guide-elder',
    name: '指南 · 长辈版',
    group: '查',
    page: 'guide',
    query: { id: 'elderly-allowance' },
    prepare: { elder: true },
  },
  {
    id: 'guide-wrong',
    name: '指南 · 链接写错了',
    group: '查',
    page: 'guide',
    query: { id: 'no-such-guide' },
  },
  { id: 'note', name: '办事小抄', group: '查', page: 'note', query: { id: 'elderly-allowance' } },
  {
    id: 'trip',
    name: '合并跑一趟 · 三件事',
    group: '查',
    page: 'trip',
    prepare: { trip: ['elderly-allowance', 'id-card', 'residence-permit'] },
  },
  { id: 'trip-empty', name: '合并跑一趟 · 还没选', group: '查', page: 'trip', prepare: { trip: [] } },
  {
    id: 'report',
    name: '清单之外 · 要写的',
    group: '查',
    page: 'report',
    query: { id: 'elderly-allowance' },
  },
  {
    id: 'report-kept',
    name: '清单之外 · 记过的',
    group: '查',
    page: 'report',
    prepare: {
      reports: [{ guide: 'elderly-allowance', field: 'materials', text: '（演示）窗口另要一张照片' }],
    },
  },
];

const benefits: readonly PreviewState[] = [
  { id: 'benefits', name: '免申即享', group: '享', page: 'benefits' },
  { id: 'ask', name: '免申即享 · 提问', group: '享', page: 'ask' },
  { id: 'results', name: '免申即享 · 结果', group: '享', page: 'results' },
  {
    id: 'results-later',
    name: '免申即享 · 换一天看结果',
    group: '享',
    page: 'results',
    query: { on: '2027-06-01' },
  },
  { id: 'policy', name: '政策 · 高龄津贴', group: '享', page: 'policy', query: { id: 'elderly-allowance' } },
  { id: 'policy-wrong', name: '政策 · 链接写错了', group: '享', page: 'policy', query: { id: 'no-such' } },
  { id: 'missing', name: '应享未享反查单', group: '享', page: 'missing', query: { id: 'elderly-allowance' } },
  { id: 'confirm', name: '兑现进度', group: '享', page: 'confirm', prepare: { signIn: 'li' } },
  {
    id: 'confirm-elder',
    name: '兑现进度 · 长辈版',
    group: '享',
    page: 'confirm',
    prepare: { signIn: 'zhang', elder: true },
  },
  {
    id: 'confirm-wrong',
    name: '兑现进度 · 链接写错了',
    group: '享',
    page: 'confirm',
    query: { id: 'no-such' },
    prepare: { signIn: 'li' },
  },
];

/** A page that shows one of the demo server's cases (`npm start` runs it). */
const onCase = (
  id: string,
  name: string,
  page: RouteName,
  [signIn, caseOf]: readonly [person: string, item: string],
  query?: Readonly<Record<string, string>>,
): PreviewState => ({
  id,
  name: `办件 · ${name}`,
  group: '办',
  page,
  ...(query ? { query } : {}),
  prepare: { signIn, caseOf },
});

const ALLOWANCE = { id: 'minimum-living-security' } as const;
const IN_CORRECTION = ['wang', 'unemployment-registration'] as const;
const DECIDED = ['li', 'gov-info-disclosure'] as const;

const apply: readonly PreviewState[] = [
  { id: 'apply', name: '在线办理 · 低保', group: '办', page: 'apply', query: ALLOWANCE },
  { id: 'apply-wrong', name: '在线办理 · 链接写错了', group: '办', page: 'apply', query: { id: 'no-such' } },
  { id: 'fill', name: '填表 · 第一页', group: '办', page: 'fill', query: ALLOWANCE },
  {
    id: 'fill-rows',
    name: '填表 · 家庭成员',
    group: '办',
    page: 'fill',
    query: { ...ALLOWANCE, page: 'members' },
  },
  {
    id: 'review',
    name: '核对 · 还没填完',
    group: '办',
    page: 'review',
    query: { id: BEGUN_ALLOWANCE.form },
    prepare: { draft: BEGUN_ALLOWANCE },
  },
  onCase('receipt', '回执', 'receipt', ['zhang', 'elderly-allowance']),
  { id: 'cases', name: '我的办件', group: '办', page: 'cases', prepare: { signIn: 'li' } },
  onCase('case', '办理中', 'case', ['zhang', 'disability-two-subsidies']),
  onCase('case-decided', '已办结', 'case', DECIDED),
  onCase('case-rated', '评价过', 'case', ['li', 'social-insurance-certificate']),
  onCase('case-refused', '不予受理', 'case', ['wang', 'resident-medical-registration']),
  onCase('case-correcting', '要补正', 'case', IN_CORRECTION),
  onCase('case-signing', '等家人签名', 'case', ['li', 'public-rental-subsidy']),
  onCase('correct', '补正', 'correct', IN_CORRECTION),
  onCase('complain', '投诉', 'act', ['zhang', 'elderly-allowance'], { kind: 'complained' }),
  onCase('rate', '好差评', 'rate', DECIDED),
  { id: 'inbox', name: '消息', group: '办', page: 'inbox', prepare: { signIn: 'wang' } },
  { id: 'drafts', name: '草稿', group: '办', page: 'drafts' },
  { id: 'sign-in', name: '登录', group: '办', page: 'signIn' },
  {
    id: 'sign-dead',
    name: '签名 · 链接不能用了',
    group: '办',
    page: 'sign',
    query: { t: 'no-such-link' },
    prepare: { signIn: 'wang' },
  },
  {
    id: 'companies',
    name: '我的企业 · 法定代表人',
    group: '办',
    page: 'companies',
    prepare: { signIn: 'li' },
  },
  {
    id: 'companies-agent',
    name: '我的企业 · 受托代办',
    group: '办',
    page: 'companies',
    prepare: { signIn: 'zhang' },
  },
];

/** What one needs no certificate for. */
const withoutCase = (
  id: string,
  name: string,
  page: RouteName,
  query?: Readonly<Record<string, string>>,
): PreviewState => ({
  id,
  name: `证明 · ${name}`,
  group: '企业上市',
  page,
  ...(query ? { query } : {}),
});

/** A page that shows one of the demo server's certificates. */
const onCertificate = (
  id: string,
  name: string,
  page: RouteName,
  [signIn, certificateOf]: readonly [person: string, purpose: string],
  query?: Readonly<Record<string, string>>,
): PreviewState => ({ ...withoutCase(id, name, page, query), prepare: { signIn, certificateOf } });

const ASKED = ['li', 'refinancing'] as const;
const SENT = ['wang', 'neeq'] as const;

const certificate: readonly PreviewState[] = [
  withoutCase('certificate', '先查后办', 'certificate'),
  withoutCase('certificate-entities', '查谁', 'certificateBuild', { part: 'entities' }),
  withoutCase('certificate-departments', '查哪些部门', 'certificateBuild', { part: 'departments' }),
  withoutCase('certificate-period', '查多久', 'certificateBuild', { part: 'period' }),
  withoutCase('certificate-apply', '申请', 'certificateApply'),
  withoutCase('certificate-apply-papers', '申请 · 材料', 'certificateApply', { part: 'materials' }),
  {
    ...withoutCase('certificate-review', '核对', 'certificateReview'),
    prepare: { draft: BEGUN_CERTIFICATE },
  },
  withoutCase('certificate-materials', '45 份变 9 份', 'certificateMaterials'),
  withoutCase('certificate-look-up', '凭查询码看进度', 'certificateLookUp'),
  withoutCase('certificate-verify', '核验', 'certificateVerify'),
  withoutCase('certificate-verify-wrong', '核验 · 假的', 'certificateVerify', {
    c: 'AQRkZW1vB-oLGwABOTEyMTAyMTNNQVRFWFkwMTM2AAfnAQEH6gsW',
  }),
  onCertificate('certificate-receipt', '回执', 'certificateReceipt', ['li', 'ipo']),
  onCertificate('certificate-submitted', '等受理', 'certificateCase', ['li', 'ipo']),
  onCertificate('certificate-asked', '等说明', 'certificateCase', ASKED),
  onCertificate('certificate-answer', '回答问题', 'certificateAnswer', ASKED),
  onCertificate('certificate-complain', '投诉', 'certificateAct', ASKED, { kind: 'complained' }),
  onCertificate('certificate-withdraw', '撤回', 'certificateAct', ASKED, { kind: 'withdrawn' }),
  onCertificate('certificate-correcting', '要补正', 'certificateCase', ['wang', 'merger']),
  onCertificate('certificate-sent', '已出证，快递在路上', 'certificateCase', SENT),
  {
    id: 'certificates',
    name: '我的证明',
    group: '企业上市',
    page: 'certificates',
    prepare: { signIn: 'li' },
  },
];

const mine: readonly PreviewState[] = [
  { id: 'mine', name: '我的', group: '我的', page: 'mine' },
  {
    id: 'saved',
    name: '收藏和最近看过',
    group: '我的',
    page: 'saved',
    prepare: { favourites: ['elderly-allowance', 'id-card'], recents: ['residence-permit'] },
  },
  {
    id: 'saved-empty',
    name: '收藏 · 空的',
    group: '我的',
    page: 'saved',
    prepare: { favourites: [], recents: [] },
  },
  { id: 'display', name: '字号和长辈版', group: '我的', page: 'display' },
  { id: 'data', name: '清除我的数据', group: '我的', page: 'data' },
  { id: 'privacy', name: '隐私保护指引', group: '我的', page: 'document', query: { id: 'privacy' } },
  { id: 'terms', name: '用户协议', group: '我的', page: 'document', query: { id: 'terms' } },
  { id: 'about', name: '关于', group: '我的', page: 'about' },
];

const staff: readonly PreviewState[] = [
  { id: 'staff-report', name: '内容报告', group: '工作人员', page: 'staffReport' },
  { id: 'staff-states', name: '全部状态与日期', group: '工作人员', page: 'staffStates' },
];

export const previewStates: readonly PreviewState[] = [
  ...browse,
  ...guides,
  ...apply,
  ...benefits,
  ...certificate,
  ...mine,
  ...staff,
];

export interface CompileMode {
  readonly name: string;
  readonly pathName: string;
  readonly query: string;
  readonly launchMode: 'default';
  readonly scene: null;
}

const queryText = (query: Readonly<Record<string, string>>): string =>
  Object.entries(query)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');

/** A state that needs something on the phone first goes through the staff page, which puts it there. */
export function compileMode({ id, name, page, query = {}, prepare }: PreviewState): CompileMode {
  const where =
    prepare === undefined
      ? { pathName: routes[page], query: queryText(query) }
      : { pathName: routes.staffStates, query: queryText({ state: id }) };
  return { name, ...where, launchMode: 'default', scene: null };
}
