/** Checks an application as a whole. The same on the phone and the server; every fault at once, in the draft's order. */
import { checkContact } from '../identity/contact';
import { checkCreditCode } from '../identity/credit-code';
import { isAfter, parseDate, type CivilDate } from '../shared/civil-date';
import { err, ok, type Result } from '../shared/result';
import type { ApplicationDraft, Delivery, OutputMode } from './draft';
import { checkEntities, type Entity } from './entities';
import { fault, hint, type Fault, type Hint } from './fault';
import { checkMaterials, type MaterialSituation } from './materials';
import { checkPeriod, type Period } from './period';
import { checkRecords, type KnownRecord } from './records';
import type { CertificateReference } from './reference';

export interface CertificateApplication {
  readonly creditCode: string;
  readonly companyName: string;
  readonly purpose: string;
  readonly board?: string;
  readonly period: Period;
  readonly entities: readonly Entity[];
  readonly departments: readonly string[];
  readonly knownRecords: readonly KnownRecord[];
  readonly output: OutputMode;
  readonly copies: number;
  readonly language: 'zh' | 'zhEn';
  readonly delivery: Delivery;
}

export interface Accepted {
  readonly application: CertificateApplication;
  readonly hints: readonly Hint[];
}

export interface Refused {
  readonly faults: readonly Fault[];
  readonly hints: readonly Hint[];
}

const INTERMEDIARIES_MAX = 5;
const COPIES_MAX = 10;

export const situationOf = (draft: ApplicationDraft): MaterialSituation => ({
  agent: draft.byAgent,
  relatedEntities: draft.entities.length > 1,
  knownRecords: draft.knownRecords.length > 0,
  sharingFailed: draft.sharingFailed,
});

function companyFaults({ company }: ApplicationDraft, asOf: CivilDate): Fault[] {
  const faults: Fault[] = [];
  const code = checkCreditCode(company.creditCode);
  if (!code.ok) faults.push(fault(`creditCode:${code.error}`, 'company.creditCode'));
  for (const key of ['name', 'legalRepresentative', 'address'] as const) {
    if (company[key].trim() === '') faults.push(fault('required', `company.${key}`));
  }
  if (!Number.isSafeInteger(company.capitalCents) || company.capitalCents < 0) {
    faults.push(fault('capital', 'company.capitalCents'));
  }
  const established = parseDate(company.established);
  if (!established) faults.push(fault('date', 'company.established'));
  else if (isAfter(established, asOf)) faults.push(fault('foundedInFuture', 'company.established'));
  if (!/^[A-T]\d{2,4}$/.test(company.industry)) faults.push(fault('industry', 'company.industry'));
  return faults;
}

function contactFaults({ contact, intermediaries, delivery, copies }: ApplicationDraft): Fault[] {
  const faults: Fault[] = [];
  if (contact.name.trim() === '') faults.push(fault('required', 'contact.name'));
  if (!checkContact('mobile', contact.mobile).ok) faults.push(fault('mobile', 'contact.mobile'));
  if (!checkContact('email', contact.email).ok) faults.push(fault('email', 'contact.email'));
  if (intermediaries.length > INTERMEDIARIES_MAX) faults.push(fault('intermediariesMax', 'intermediaries'));
  for (const [i, { name, email }] of intermediaries.entries()) {
    if (name.trim() === '') faults.push(fault('required', `intermediaries[${i}].name`));
    if (!checkContact('email', email).ok) faults.push(fault('email', `intermediaries[${i}].email`));
  }
  if (!Number.isInteger(copies) || copies < 1 || copies > COPIES_MAX) faults.push(fault('copies', 'copies'));
  if (delivery.kind === 'courier') {
    if (delivery.recipient.trim() === '') faults.push(fault('required', 'delivery.recipient'));
    if (!checkContact('mobile', delivery.mobile).ok) faults.push(fault('mobile', 'delivery.mobile'));
    if (delivery.address.trim() === '') faults.push(fault('required', 'delivery.address'));
  }
  return faults;
}

function purposeFaults(
  { purpose, purposeNote, board }: ApplicationDraft,
  reference: CertificateReference,
): Fault[] {
  const chosen = reference.purposes.find(({ id }) => id === purpose);
  if (!chosen) return [fault('purpose', 'purpose')];
  if (chosen.note && (purposeNote ?? '').trim() === '') return [fault('purpose', 'purposeNote')];
  const known = reference.boards.some(({ id }) => id === board);
  // A board left over from another purpose is not an answer to a question that was asked.
  return chosen.board === (board !== undefined) && (!chosen.board || known) ? [] : [fault('board', 'board')];
}

function checkDepartments(
  { departments, scopeConfirmed }: ApplicationDraft,
  reference: CertificateReference,
): { faults: Fault[]; hints: Hint[] } {
  const faults: Fault[] = [];
  const hints: Hint[] = [];
  const known = new Set(reference.departments.map(({ id }) => id));
  const chosen = new Set(departments);
  if (chosen.size === 0 || departments.some((id) => !known.has(id)))
    faults.push(fault('departments', 'departments'));
  if (chosen.size < departments.length) faults.push(fault('departmentTwice', 'departments'));
  if (chosen.size > 0 && reference.departments.some(({ id }) => !chosen.has(id))) {
    hints.push(hint('departmentsNarrowed', 'departments'));
    if (!scopeConfirmed) faults.push(fault('scopeNotConfirmed', 'scopeConfirmed'));
  }
  if (reference.departments.some(({ id, core }) => core && !chosen.has(id))) {
    hints.push(hint('belowCore', 'departments'));
  }
  return { faults, hints };
}

function checkDraftPeriod(
  draft: ApplicationDraft,
  asOf: CivilDate,
  reference: CertificateReference,
): { period?: Period; faults: Fault[]; hints: Hint[] } {
  const [start, end] = [parseDate(draft.period.start), parseDate(draft.period.end)];
  if (!start || !end) {
    return { faults: [fault('date', start ? 'period.end' : 'period.start')], hints: [] };
  }
  const period = { start, end };
  const established = parseDate(draft.company.established) ?? start;
  const { faults, hints } = checkPeriod(period, established, asOf, reference.parameters);
  return {
    period,
    faults: faults.map((code) => fault(code, code === 'periodEndNotPast' ? 'period.end' : 'period.start')),
    hints: hints.map((code) => hint(code, 'period.start')),
  };
}

/** `asOf` is today in Asia/Shanghai, as the server says it. */
export function checkApplication(
  draft: ApplicationDraft,
  reference: CertificateReference,
  asOf: CivilDate,
): Result<Accepted, Refused> {
  const code = checkCreditCode(draft.company.creditCode);
  const creditCode = code.ok ? code.value.code : draft.company.creditCode;
  const { district } = reference.parameters;
  const elsewhere =
    code.ok && code.value.region !== district ? [hint('codeElsewhere', 'company.creditCode')] : [];
  const { period, ...dated } = checkDraftPeriod(draft, asOf, reference);
  const { entities, ...listed } = checkEntities(draft.entities, creditCode, asOf, reference.parameters);
  const chosen = checkDepartments(draft, reference);
  const { records, ...recorded } = checkRecords(
    draft.knownRecords,
    new Set(entities.map((entity) => entity.creditCode)),
    new Set(reference.departments.map(({ id }) => id)),
    period,
  );
  const hints = [...elsewhere, ...dated.hints, ...listed.hints, ...chosen.hints, ...recorded.hints];
  const { review, truth, disclosure } = draft.consents;
  const faults = [
    ...companyFaults(draft, asOf),
    ...contactFaults(draft),
    ...purposeFaults(draft, reference),
    ...dated.faults,
    ...listed.faults,
    ...chosen.faults,
    ...recorded.faults,
    ...checkMaterials(reference.materials, situationOf(draft), draft.materials),
    ...(review && truth && disclosure ? [] : [fault('consent', 'consents')]),
  ];
  if (faults.length > 0 || !period) return err({ faults, hints });
  const application: CertificateApplication = {
    creditCode,
    companyName: draft.company.name.trim(),
    purpose: draft.purpose,
    ...(draft.board === undefined ? {} : { board: draft.board }),
    period,
    entities,
    // In the order of the 27, whatever the order of the ticks.
    departments: reference.departments.filter(({ id }) => draft.departments.includes(id)).map(({ id }) => id),
    knownRecords: records,
    output: draft.output,
    copies: draft.copies,
    language: draft.language,
    delivery: draft.delivery,
  };
  return ok({ application, hints });
}
