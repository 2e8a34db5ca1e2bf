/** What an event must bring besides the right role and state. `undefined`: nothing in the way. */
import { compareDates } from '../shared/civil-date';
import { readAccessCode } from './access-code';
import type { Column } from './board';
import type { Action, Actor, Certificate, CourierStep, EventOf, Finding } from './events';
import { readCertificateNumber } from './numbers';
import { isWithin } from './period';
import type { RefusalCode } from './refusal';
import { openComplaints, type CertificateState, type Rules } from './state';

type Refusal = RefusalCode | undefined;
type Guards = {
  readonly [K in Action]?: (state: CertificateState, event: EventOf<K>, rules: Rules) => Refusal;
};

const said = (text: string): Refusal => (text.trim() === '' ? 'textMissing' : undefined);

export const columnOf = ({ board }: CertificateState, department: string): Column | undefined =>
  board.find((column) => column.department === department);

function findingRefusal(finding: Finding, state: CertificateState, { reference }: Rules): Refusal {
  const phrase = reference.phrases.find(({ id }) => id === finding.phrase);
  if (finding.kind === 'noRecord') return phrase?.class === 'A' ? undefined : 'phrase';
  // 营商局 writes no finding for a department: it is one of the library, or the department's own opinion.
  if (!phrase?.assessments.includes(finding.assessment)) return 'phrase';
  if (phrase.class === 'C' && (finding.opinion ?? '').trim() === '') return 'opinionMissing';
  if (finding.records.length === 0) return 'recordMissing';
  if (finding.records.some(({ documentNumber }) => documentNumber.trim() === '')) return 'recordMissing';
  // The day of the decision counts; what was decided before or after is no record of this certificate.
  const inPeriod = finding.records.every(({ decidedOn }) => isWithin(state.scope.period, decidedOn));
  return inPeriod ? undefined : 'recordOutsidePeriod';
}

function certificateRefusal(
  certificate: Certificate,
  state: CertificateState,
  event: EventOf<Action>,
): Refusal {
  const number = readCertificateNumber(certificate.number);
  if (!number.ok || compareDates(number.value.issuedOn, event.on) !== 0) return 'certificateNumber';
  const code = readAccessCode(certificate.code);
  if (!code.ok || code.value !== certificate.code) return 'certificateCode';
  if (!/^[0-9a-f]{64}$/.test(certificate.fileHash)) return 'fileHash';
  const used = state.certificates.some(
    (one) => one.number === certificate.number || one.code === certificate.code,
  );
  return used ? 'certificateReused' : undefined;
}

function decisionRefusal(state: CertificateState, event: EventOf<'decided'>): Refusal {
  const { outcome, certificate, reason = '' } = event;
  if (state.outcome?.kind !== outcome) return 'outcomeDiffers';
  if (outcome !== 'issued' && reason.trim() === '') return 'reasonMissing';
  const certified = outcome === 'issued' || outcome === 'partiallyIssued';
  if (certified !== (certificate !== undefined)) return 'certificate';
  return certificate && certificateRefusal(certificate, state, event);
}

const COURIER_NEXT: Readonly<Record<CourierStep | 'none', readonly CourierStep[]>> = {
  none: ['ordered'],
  ordered: ['picked'],
  picked: ['inTransit'],
  inTransit: ['delivered', 'returned'],
  delivered: [],
  returned: ['ordered'],
};

function courierRefusal(
  state: CertificateState,
  { step }: EventOf<'courier'>,
  { reference }: Rules,
): Refusal {
  if (state.scope.delivery !== 'courier') return 'notByCourier';
  if (!COURIER_NEXT[state.courier ?? 'none'].includes(step)) return 'courierStep';
  const spent = state.returns >= reference.parameters.returnsBeforeCollection;
  return step === 'ordered' && spent ? 'collectionOnly' : undefined;
}

const isOffline = ({ reference }: Rules, department: string): boolean =>
  reference.departments.some(({ id, offline }) => id === department && offline);

export const GUARDS: Guards = {
  correctionAsked: (_, { items }) => (items.length > 0 ? items.map(said).find(Boolean) : 'textMissing'),
  corrected: ({ scope }, event) =>
    event.scope.creditCode === scope.creditCode ? undefined : 'companyChanged',
  rejected: (_, { reason }) => said(reason),
  found: (state, { entity, finding }, rules) =>
    state.scope.entities.some(({ creditCode, outside }) => creditCode === entity && !outside)
      ? findingRefusal(finding, state, rules)
      : 'entity',
  asked: ({ questions, pauseUse }, { question, text }) => {
    if (questions.some(({ id }) => id === question)) return 'questionTaken';
    return pauseUse.lastDay ? 'pauseUsedUp' : said(text);
  },
  answered: ({ open }, { department, question }) =>
    open.some((one) => one.id === question && one.department === department) ? undefined : 'questionUnknown',
  recused: (_, { reason }) => said(reason),
  reassigned: (state, { department, to }) =>
    columnOf(state, department)?.holder === to ? 'sameHolder' : said(to),
  ruled: (_, { reason }) => said(reason),
  externalWait: (_, { department, reason, by }, rules) =>
    by.role === 'department' && !isOffline(rules, department) ? 'notOffline' : said(reason),
  externalReplied: (_, { scan }) => said(scan),
  reopened: (_, { reason }) => said(reason),
  extended: ({ extensions }, { days, reason }, { reference: { parameters } }) => {
    if (extensions.length >= parameters.extensions) return 'extensionUsed';
    if (!Number.isInteger(days) || days < 1 || days > parameters.extensionDays) return 'extensionDays';
    return said(reason);
  },
  decided: decisionRefusal,
  courier: courierRefusal,
  replaced: (state, event) => said(event.reason) ?? certificateRefusal(event.certificate, state, event),
  rated: ({ rating }, { level, reasons }) => {
    if (rating !== undefined) return 'ratedAlready';
    return level <= 2 && !reasons.some((reason) => reason.trim() !== '') ? 'ratingReason' : undefined;
  },
  complained: (_, { text }) => said(text),
  complaintAnswered: (state, { complaint, text }) =>
    openComplaints(state).some(({ number }) => number === complaint) ? said(text) : 'complaintUnknown',
};

export function guard<K extends Action>(state: CertificateState, event: EventOf<K>, rules: Rules): Refusal {
  return GUARDS[event.kind]?.(state, event, rules);
}

/** A reviewer acts on the columns that the own department holds, and on no other. */
export const holds = (by: Actor, column: Column): boolean => by.department === column.holder;
