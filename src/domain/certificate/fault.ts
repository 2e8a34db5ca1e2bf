/** What may be wrong with an application, and what is worth a hint, in words that say how to mend it. */
import { CREDIT_CODE_MESSAGES, type CreditCodeFault } from '../identity/credit-code';
import type { PeriodFault, PeriodHint } from './period';

export type FaultCode =
  | `creditCode:${CreditCodeFault}`
  | PeriodFault
  | 'required'
  | 'date'
  | 'foundedInFuture'
  | 'industry'
  | 'capital'
  | 'mobile'
  | 'email'
  | 'intermediariesMax'
  | 'purpose'
  | 'board'
  | 'entitiesCount'
  | 'firstNotCompany'
  | 'secondCompany'
  | 'creditCodeTwice'
  | 'district'
  | 'share'
  | 'shareForKind'
  | 'departments'
  | 'departmentTwice'
  | 'scopeNotConfirmed'
  | 'nothingToReview'
  | 'recordsMax'
  | 'recordEntity'
  | 'recordAmount'
  | 'recordPaidEarly'
  | 'copies'
  | 'materialMissing'
  | 'materialNotListed'
  | 'materialTenth'
  | 'fileType'
  | 'fileSize'
  | 'consent';

export type HintCode =
  | PeriodHint
  | 'codeElsewhere'
  | 'entityOutside'
  | 'belowCore'
  | 'departmentsNarrowed'
  | 'recordOutsidePeriod';

export interface Fault {
  readonly code: FaultCode;
  /** Path into the draft, such as `entities[2].creditCode`. */
  readonly path: string;
}

export interface Hint {
  readonly code: HintCode;
  readonly path: string;
}

export const fault = (code: FaultCode, path: string): Fault => ({ code, path });
export const hint = (code: HintCode, path: string): Hint => ({ code, path });

const isCreditCodeFault = (text: string): text is CreditCodeFault => text in CREDIT_CODE_MESSAGES;

type OwnFault = Exclude<FaultCode, `creditCode:${CreditCodeFault}`>;

const MESSAGES: Readonly<Record<OwnFault, string>> = {
  required: '这一项还没有填，请填写。',
  date: '日期写法不对，或没有这一天，请重新选择。',
  foundedInFuture: '成立日期还没有到，请对照营业执照核对。',
  industry: '行业代码应是一个字母加 2 到 4 位数字（GB/T 4754），请重新选择。',
  capital: '注册资本应是不小于 0 的金额，请核对。',
  mobile: '手机号应是 1 开头的 11 位数字，请核对。',
  email: '电子邮箱写法不对，应像 name@example.com，请核对。',
  intermediariesMax: '抄送的中介机构最多 5 家，请删去多出的。',
  purpose: '请选择用途；选“其他”的，请写明。',
  board: '请选择拟上市的板块。',
  periodEndNotPast: '截止日最晚是昨天，今天的记录还没有归集完。',
  periodBeforeFounding: '起始日早于成立日期，请改为成立日期或更晚。',
  periodOrder: '起始日应早于截止日，请核对。',
  periodTooLong: '期间太长：最多往前 5 个整年，加上今年。',
  entitiesCount: '核查主体应有 1 到 30 个，多出的请另行申请。',
  firstNotCompany: '第一行应是申请公司本身，代码须一致。',
  secondCompany: '“本公司”只能有一行，其余请选分公司、子公司或股东。',
  creditCodeTwice: '这个统一社会信用代码前面已经填过，请核对。',
  district: '请选择注册地所在的区县。',
  share: '持股比例应在 0 到 100 之间，请核对。',
  shareForKind: '持股比例与主体类型不符：全资应为 100；控股应超过 50，或勾选“实际控制”；参股不超过 50。',
  departments: '请至少选择一个部门，并从 27 个部门中选。',
  departmentTwice: '这个部门选了两次，请删去一个。',
  scopeNotConfirmed: '您没有选全 27 个部门，请确认：未选的部门会写入证明范围。',
  nothingToReview: '所填主体都在区外注册，请到当地办理，或用当地的专项信用报告。',
  recordsMax: '已知处罚最多列 20 条，请把同一决定书的合并为一条。',
  recordEntity: '这条处罚的主体不在核查主体里，请核对代码。',
  recordAmount: '罚款金额应是不小于 0 的金额，请核对。',
  recordPaidEarly: '缴款日早于处罚决定日，请核对。',
  copies: '份数应是 1 到 10 的整数。',
  materialMissing: '这份材料还没有上传，请补上。',
  materialNotListed: '它不是九类材料之一，请并入所列的一份。',
  materialTenth: '材料最多 9 份，这是第 10 份，请并入所列的一份。',
  fileType: '只收 PDF 或 JPG 文件，请转换后再传。',
  fileSize: '单个文件不能超过 10 MB，请压缩或拆分后再传。',
  consent: '请阅读后勾选：不同意授权核查，就无法出具证明。',
};

const isOwn = (code: FaultCode): code is OwnFault => code in MESSAGES;

export function faultMessage(code: FaultCode): string {
  if (isOwn(code)) return MESSAGES[code];
  const detail = code.slice('creditCode:'.length);
  return isCreditCodeFault(detail) ? CREDIT_CODE_MESSAGES[detail] : MESSAGES.required;
}

export const HINTS: Readonly<Record<HintCode, string>> = {
  periodShort: '期间不足 12 个月，上市核查一般要看三年一期，请确认够用。',
  periodBeforeReport: '2020 年 9 月 1 日之前的一段，专项信用报告不覆盖，须由部门联审。',
  codeElsewhere: '代码显示不是在金普新区登记的，仍可继续；请确认公司现在注册在本区。',
  entityOutside: '在区外注册，不派给本区部门，证明会写明不含它；请到当地办理。',
  belowCore: '没有选全核心部门，上市核查常会要求补开。',
  departmentsNarrowed: '未选的部门会写入证明范围。',
  recordOutsidePeriod: '处罚决定日不在证明期间内，不计入，仅供核对。',
};
