/**
 * 先查后办: which cells of entity × department need a review here at all, and why.
 *
 * The provincial 专项信用报告 says whether there is a record, from 2020-09-01; a department's review also says how
 * grave one is (定性). So a report replaces a review only where every field of the department is known to be covered
 * in Liaoning, the whole period is, and no finding is wanted.
 */
import { dateOf, isAfter, isBefore, type CivilDate } from '../shared/civil-date';
import { isWithin, type Period } from './period';
import type { CertificateReference, ListingDepartment, ListingField } from './reference';

export type Verdict = 'replaceable' | 'jointReview' | 'outside' | 'notApplicable';

export type Reason =
  /** replaceable */
  | 'covered'
  /** jointReview, the first that holds */
  | 'findingWanted'
  | 'knownRecord'
  | 'startsBeforeReport'
  | 'coverageUnconfirmed'
  | 'notCovered'
  /** outside */
  | 'registeredElsewhere'
  /** notApplicable */
  | 'notSelected'
  | 'foundedAfterPeriod';

export const REASONS: Readonly<Record<Reason, string>> = {
  covered: '这个领域在辽宁可用专项信用报告替代，自助下载即可，不用申请。',
  findingWanted: '您需要部门定性（是否属于重大违法违规），信用报告只反映有无记录。',
  knownRecord: '您列有这个部门的处罚，需要部门书面定性。',
  startsBeforeReport: '期间早于 2020 年 9 月 1 日，信用报告不覆盖这一段。',
  coverageUnconfirmed: '这个领域是否在辽宁 52 个替代领域内，尚未核实，仍走联审。',
  notCovered: '没有查到信用报告覆盖这个领域，走联审。',
  registeredElsewhere: '在区外注册，请到当地办理，或用当地的专项信用报告。',
  notSelected: '您没有选这个部门，证明范围会写明。',
  foundedAfterPeriod: '它在证明期间之后才成立。',
};

export interface TriageEntity {
  readonly creditCode: string;
  readonly outside: boolean;
  readonly established?: CivilDate;
}

export interface TriageInput {
  readonly entities: readonly TriageEntity[];
  /** Ids of the departments chosen. */
  readonly departments: readonly string[];
  readonly period: Period;
  readonly knownRecords: readonly {
    readonly entity: string;
    readonly department?: string;
    readonly decidedOn: CivilDate;
  }[];
  /** The applicant's sponsor asks for findings, not only for whether there is a record. */
  readonly findingWanted: boolean;
}

export interface TriageCell {
  readonly department: string;
  readonly entity: string;
  readonly verdict: Verdict;
  readonly reason: Reason;
  /** 也可先自助下载: a report may say something, but does not spare the review. */
  readonly alsoDownload: boolean;
}

export interface TriageSummary {
  /** All departments of the certificate: 27. */
  readonly from: number;
  /** Those left when each that a report replaces for every entity is taken off, and only those. */
  readonly to: number;
  /** Department ids by what becomes of their columns, each department in one list. */
  readonly departments: Readonly<Record<Verdict, readonly string[]>>;
}

export interface Triage {
  readonly cells: readonly TriageCell[];
  readonly summary: TriageSummary;
}

type Coverage = 'confirmed' | 'unconfirmed' | 'unknown';

export function fieldCoverage({ report }: ListingField): Coverage {
  if (!report || report.evidence === 'N') return 'unknown';
  const confirmed = report.province === 'liaoning' && (report.evidence === 'C' || report.evidence === 'L');
  return confirmed ? 'confirmed' : 'unconfirmed';
}

/** Confirmed only when each of its fields is. */
function departmentCoverage({ fields }: ListingDepartment): Coverage {
  const all = fields.map(fieldCoverage);
  if (all.length > 0 && all.every((one) => one === 'confirmed')) return 'confirmed';
  return all.every((one) => one === 'unknown') ? 'unknown' : 'unconfirmed';
}

type Decision = Pick<TriageCell, 'verdict' | 'reason' | 'alsoDownload'>;

const spared = (verdict: Verdict, reason: Reason): Decision => ({ verdict, reason, alsoDownload: false });

function decide(
  input: TriageInput,
  entity: TriageEntity,
  department: ListingDepartment,
  reportFrom: CivilDate,
): Decision {
  const { period, knownRecords, findingWanted } = input;
  if (entity.outside) return spared('outside', 'registeredElsewhere');
  if (!input.departments.includes(department.id)) return spared('notApplicable', 'notSelected');
  if (entity.established && isAfter(entity.established, period.end)) {
    return spared('notApplicable', 'foundedAfterPeriod');
  }
  const coverage = departmentCoverage(department);
  const review = (reason: Reason): Decision => ({
    verdict: 'jointReview',
    reason,
    // A report that ends before it begins says nothing.
    alsoDownload: coverage !== 'unknown' && !isBefore(period.end, reportFrom),
  });
  const recorded = knownRecords.some(
    (record) =>
      record.entity === entity.creditCode &&
      // Where the applicant does not know whose it is, it may be anyone's.
      (record.department ?? department.id) === department.id &&
      isWithin(period, record.decidedOn),
  );
  if (findingWanted) return review('findingWanted');
  if (recorded) return review('knownRecord');
  if (isBefore(period.start, reportFrom)) return review('startsBeforeReport');
  if (coverage === 'confirmed') return spared('replaceable', 'covered');
  return review(coverage === 'unconfirmed' ? 'coverageUnconfirmed' : 'notCovered');
}

/** What stands for a column: one cell to review makes it a review. */
const COLUMN_ORDER: readonly Verdict[] = ['jointReview', 'replaceable', 'notApplicable', 'outside'];

export function triage(input: TriageInput, reference: CertificateReference): Triage {
  const reportFrom = dateOf(reference.parameters.reportFrom);
  const cells: TriageCell[] = [];
  const departments: Record<Verdict, string[]> = {
    replaceable: [],
    jointReview: [],
    outside: [],
    notApplicable: [],
  };
  for (const department of reference.departments) {
    const column = input.entities.map((entity) => ({
      department: department.id,
      entity: entity.creditCode,
      ...decide(input, entity, department, reportFrom),
    }));
    cells.push(...column);
    const verdict = COLUMN_ORDER.find((wanted) => column.some((cell) => cell.verdict === wanted));
    departments[verdict ?? 'notApplicable'].push(department.id);
  }
  const from = reference.departments.length;
  return { cells, summary: { from, to: from - departments.replaceable.length, departments } };
}
