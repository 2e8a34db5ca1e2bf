/** A small case for tests: what happens is a list of [day, role, fact]. */
import { loadCalendar } from '../../../scripts/content/holiday-compile';
import { dateOf, dayNumber, type CivilDate } from '../shared/civil-date';
import { derive, type CaseView } from './derive';
import type { CaseEvent, CaseFact, CasePromise, CaseTask, Role } from './event';
import { LICENCE_RULES, type CaseRules } from './rules';

export const calendar = loadCalendar();

export const RULES: CaseRules = { ...LICENCE_RULES, clock: { kind: 'days', days: 7, unit: 'workday' } };

/** Where silence means nothing. */
export const WITHOUT_SILENCE: CaseRules = {
  clock: RULES.clock,
  correctionDays: 15,
  onCorrectionLapse: 'remind',
  laterCorrection: true,
  extensionDays: 0,
};

export const submittedBy = (
  rules: CaseRules,
  tasks: readonly CaseTask[] = [{ id: 'main', department: 'health' }],
): Extract<CaseFact, { kind: 'submitted' }> => ({
  kind: 'submitted',
  item: 'public-place-hygiene',
  formVersion: 1,
  answers: 1,
  tasks,
  rules,
});

export const submitted = (rules: Partial<CaseRules> = {}, tasks?: readonly CaseTask[]): CaseFact =>
  submittedBy({ ...RULES, ...rules }, tasks);

/** Noon in Shanghai. */
export const noon = (date: CivilDate): number =>
  (dayNumber(date) - dayNumber(dateOf('1970-01-01'))) * 86_400_000 + 4 * 3_600_000;

export type Happening = readonly [day: string, fact: CaseFact, role?: Role, promise?: CasePromise];

export const eventsOf = (happenings: readonly Happening[]): readonly CaseEvent[] =>
  happenings.map(([day, fact, role = 'reviewer', promise], i) => ({
    seq: i + 1,
    at: noon(dateOf(day)),
    actor: { role, id: 'someone' },
    fact,
    ...(promise ? { promise } : {}),
  }));

export const viewOf = (asOf: string, ...happenings: Happening[]): CaseView =>
  derive(eventsOf(happenings), dateOf(asOf), calendar);

/** Facts that a case may meet, one of each. */
export const FACTS = {
  correctionAsked: {
    kind: 'correctionAsked',
    items: [{ target: { kind: 'material', id: 'lease' }, reason: 'R01', note: '请重拍' }],
  },
  corrected: { kind: 'corrected', answers: 2 },
  signed: { kind: 'signed', signature: 's1', where: 'phone' },
  accepted: { kind: 'accepted' },
  deemedAccepted: { kind: 'deemedAccepted' },
  notAccepted: { kind: 'notAccepted', basis: '第32条', note: '不属于本机关职权' },
  paused: { kind: 'paused', reason: 'testing', note: '现场检测' },
  resumed: { kind: 'resumed' },
  extended: { kind: 'extended', days: 10, note: '案情复杂' },
  reviewed: { kind: 'reviewed', task: 'main', opinion: 'pass', note: '' },
  decided: { kind: 'decided', outcome: 'approved', basis: '', note: '' },
  delivered: { kind: 'delivered', method: 'electronic', note: '' },
  correctionLapsed: { kind: 'correctionLapsed' },
  withdrawn: { kind: 'withdrawn', note: '' },
  urged: { kind: 'urged', note: '' },
  complained: { kind: 'complained', note: '一直没有回音' },
  complaintAnswered: { kind: 'complaintAnswered', complaint: 2, note: '已联系' },
  rated: { kind: 'rated', rating: { stars: 5, indicators: {}, reasons: [], comment: '' } },
  ratingAnswered: { kind: 'ratingAnswered', note: '已整改' },
  calendarRevised: { kind: 'calendarRevised' },
} as const satisfies {
  readonly [K in Exclude<CaseFact['kind'], 'submitted'>]: Extract<CaseFact, { kind: K }>;
};
