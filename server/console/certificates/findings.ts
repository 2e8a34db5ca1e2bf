/** The form of findings to what the department said. Whether it may stand is the domain's to say. */
import type { FoundRecord, Finding } from '@/domain/certificate/events';
import type { Assessment } from '@/domain/certificate/reference';
import { parseDate } from '@/domain/shared/civil-date';
import { err, ok, type Result } from '@/domain/shared/result';
import { reference } from '../../certificate/rules';
import { fieldOf, type Fields } from '../route';
import { ASSESSMENTS } from './words';

const ROWS_MAX = 20;
const MAX_TEXT = 80;

export type FindingFault = 'record' | 'assessment' | 'phrase' | 'none';

export const FINDING_FAULTS: Readonly<Record<FindingFault, string>> = {
  record: '有一份决定书没有填全：文号、作出机关、决定日都要有，金额写成 1234.50 这样。',
  assessment: '选了“部门意见见所附意见书”，请再选定性。',
  phrase: '用语不在用语库里，请重新选。',
  none: '还没有给任何主体选用语。',
};

const isAssessment = (text: string): text is Assessment => Object.hasOwn(ASSESSMENTS, text);

/** Yuan with at most two decimals, in cents. */
export function centsOf(text: string): number | undefined {
  const match = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(text.replace(/[,，\s]/g, ''));
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined;
}

function recordIn(fields: Fields, code: string, at: number): Result<FoundRecord | undefined, FindingFault> {
  const read = (key: string): string => fieldOf(fields, `${key}:${code}:${at}`).trim().slice(0, MAX_TEXT);
  const [documentNumber, agency, decided, happened, amount] = [
    read('document'),
    read('agency'),
    read('decided'),
    read('happened'),
    read('amount'),
  ];
  if ([documentNumber, agency, decided, happened, amount].every((text) => text === '')) return ok(undefined);
  const [decidedOn, happenedOn] = [parseDate(decided), parseDate(happened)];
  const amountCents = centsOf(amount);
  if (documentNumber === '' || agency === '' || !decidedOn) return err('record');
  if ((amount !== '' && amountCents === undefined) || (happened !== '' && !happenedOn)) return err('record');
  return ok({
    documentNumber,
    agency,
    decidedOn,
    ...(happenedOn ? { happenedOn } : {}),
    ...(amountCents === undefined ? {} : { amountCents }),
  });
}

function recordsIn(fields: Fields, code: string): Result<readonly FoundRecord[], FindingFault> {
  const records: FoundRecord[] = [];
  for (let at = 0; at < ROWS_MAX; at += 1) {
    const record = recordIn(fields, code, at);
    if (!record.ok) return record;
    if (record.value) records.push(record.value);
  }
  return ok(records);
}

/** A phrase that says how grave it is says it for the department. */
function assessmentIn(fields: Fields, code: string, all: readonly Assessment[]): Assessment | undefined {
  const chosen = fieldOf(fields, `assessment:${code}`);
  if (isAssessment(chosen)) return chosen;
  return all.length === 1 ? all[0] : undefined;
}

function findingIn(
  fields: Fields,
  code: string,
  id: string,
  opinion: string | undefined,
): Result<Finding, FindingFault> {
  const phrase = reference.phrases.find((one) => one.id === id);
  if (!phrase) return err('phrase');
  if (phrase.class === 'A') return ok({ kind: 'noRecord', phrase: id });
  const assessment = assessmentIn(fields, code, phrase.assessments);
  if (!assessment) return err('assessment');
  const records = recordsIn(fields, code);
  if (!records.ok) return records;
  const withOpinion = phrase.class === 'C' && opinion !== undefined ? { opinion } : {};
  return ok({ kind: 'record', records: records.value, assessment, phrase: id, ...withOpinion });
}

export interface EntityFinding {
  readonly entity: string;
  readonly finding: Finding;
}

/** `opinion`: id of the file that came with the form. */
export function findingsIn(
  fields: Fields,
  entities: readonly string[],
  opinion: string | undefined,
): Result<readonly EntityFinding[], FindingFault> {
  const findings: EntityFinding[] = [];
  for (const entity of entities) {
    const id = fieldOf(fields, `phrase:${entity}`);
    if (id === '') continue;
    const finding = findingIn(fields, entity, id, opinion);
    if (!finding.ok) return finding;
    findings.push({ entity, finding: finding.value });
  }
  return findings.length > 0 ? ok(findings) : err('none');
}
