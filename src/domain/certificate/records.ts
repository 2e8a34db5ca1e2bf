/** Penalties that the applicant knows of. What counts is the day of the decision, not of the deed (处罚决定日). */
import { isBefore, parseDate, type CivilDate } from '../shared/civil-date';
import { tidyNumber } from '../identity/tidy';
import type { KnownRecordDraft } from './draft';
import { fault, hint, type Fault, type Hint } from './fault';
import { isWithin, type Period } from './period';

export interface KnownRecord {
  readonly documentNumber: string;
  readonly agency: string;
  readonly department?: string;
  readonly entity: string;
  readonly decidedOn: CivilDate;
  readonly reason: string;
  readonly amountCents: number;
  readonly remedied: boolean;
  readonly paidOn?: CivilDate;
}

export const RECORDS_MAX = 20;

interface CheckedRecords {
  readonly records: readonly KnownRecord[];
  readonly faults: readonly Fault[];
  readonly hints: readonly Hint[];
}

function rowFaults(draft: KnownRecordDraft, path: string): Fault[] {
  const faults: Fault[] = [];
  for (const key of ['documentNumber', 'agency', 'reason'] as const) {
    if (draft[key].trim() === '') faults.push(fault('required', `${path}.${key}`));
  }
  if (!Number.isSafeInteger(draft.amountCents) || draft.amountCents < 0) {
    faults.push(fault('recordAmount', `${path}.amountCents`));
  }
  const decidedOn = parseDate(draft.decidedOn);
  if (!decidedOn) faults.push(fault('date', `${path}.decidedOn`));
  if (draft.paidOn !== undefined) {
    const paidOn = parseDate(draft.paidOn);
    if (!paidOn) faults.push(fault('date', `${path}.paidOn`));
    else if (decidedOn && isBefore(paidOn, decidedOn))
      faults.push(fault('recordPaidEarly', `${path}.paidOn`));
  }
  return faults;
}

function toRecord(draft: KnownRecordDraft, decidedOn: CivilDate): KnownRecord {
  const paidOn = draft.paidOn === undefined ? undefined : parseDate(draft.paidOn);
  return {
    documentNumber: draft.documentNumber.trim(),
    agency: draft.agency.trim(),
    ...(draft.department === undefined ? {} : { department: draft.department }),
    entity: tidyNumber(draft.entity),
    decidedOn,
    reason: draft.reason.trim(),
    amountCents: draft.amountCents,
    remedied: draft.remedied,
    ...(paidOn ? { paidOn } : {}),
  };
}

/** `entities` and `departments`: those that a record may name. A record outside the period is a hint, no fault. */
export function checkRecords(
  drafts: readonly KnownRecordDraft[],
  entities: ReadonlySet<string>,
  departments: ReadonlySet<string>,
  period: Period | undefined,
): CheckedRecords {
  const faults: Fault[] = drafts.length > RECORDS_MAX ? [fault('recordsMax', 'knownRecords')] : [];
  const hints: Hint[] = [];
  const records: KnownRecord[] = [];
  for (const [i, draft] of drafts.entries()) {
    const path = `knownRecords[${i}]`;
    faults.push(...rowFaults(draft, path));
    if (!entities.has(tidyNumber(draft.entity))) faults.push(fault('recordEntity', `${path}.entity`));
    if (draft.department !== undefined && !departments.has(draft.department)) {
      faults.push(fault('departments', `${path}.department`));
    }
    const decidedOn = parseDate(draft.decidedOn);
    if (!decidedOn) continue;
    if (period && !isWithin(period, decidedOn)) hints.push(hint('recordOutsidePeriod', path));
    records.push(toRecord(draft, decidedOn));
  }
  return { records, faults, hints };
}

/** Document numbers that the credit platform has and the applicant did not name: each becomes a question (漏报). */
export function undeclaredRecords(
  declared: readonly KnownRecord[],
  platform: readonly { readonly documentNumber: string; readonly decidedOn: CivilDate }[],
  period: Period,
): readonly string[] {
  const known = new Set(declared.map(({ documentNumber }) => tidyNumber(documentNumber)));
  return platform
    .filter(
      ({ documentNumber, decidedOn }) =>
        isWithin(period, decidedOn) && !known.has(tidyNumber(documentNumber)),
    )
    .map(({ documentNumber }) => documentNumber);
}
