import { ROLES } from '../case/event';
import { dateOf } from '../shared/civil-date';
import { allowedActions, type EntitlementAction } from './actions';
import { admit, type EntitlementFault } from './admit';
import type { EntitlementFact } from './event';
import { CARD, FACTS, matched, TODAY, viewOf, type Happened } from './matching.arbitrary';
import { ENTITLEMENT_STATUSES, type EntitlementStatus } from './state';

const { noticed, noticeEnded, confirmed } = FACTS;
const C = matched('C');
const toPaying = [C, noticed, noticeEnded, confirmed];

const WAYS: Readonly<Record<EntitlementStatus, readonly Happened[]>> = {
  matched: [C],
  notice: [C, noticed],
  awaiting: [C, noticed, noticeEnded],
  paying: toPaying,
  paid: [...toPaying, FACTS.paid],
  deducted: [matched('D'), FACTS.deducted],
  declined: [C, FACTS.declined],
  disputed: [C, FACTS.objected],
  accountFault: [...toPaying, FACTS.accountFailed],
  stopped: [C, FACTS.notListed],
  expired: [matched('C', { lastDay: '2026-11-23' })],
  awaitingSuccessor: [matched('C', { lastDay: '2026-11-23' }), FACTS.successorAwaited],
};

const all = (
  status: EntitlementStatus,
  on = TODAY,
): Readonly<Record<string, readonly EntitlementAction[]>> => {
  const view = viewOf(WAYS[status], on);
  return Object.fromEntries(
    ROLES.map((role) => [role, allowedActions(view, role)] as const).filter(([, own]) => own.length > 0),
  );
};

it('reaches every state', () => {
  expect(ENTITLEMENT_STATUSES.map((status) => viewOf(WAYS[status]).status)).toEqual(ENTITLEMENT_STATUSES);
});

it.each([
  ['matched', { applicant: ['declined', 'objected'], reviewer: ['noticed', 'stopped'], system: ['stopped'] }],
  ['notice', { applicant: ['declined', 'objected'], reviewer: ['stopped'], system: ['stopped'] }],
  [
    'awaiting',
    { applicant: ['confirmed', 'declined', 'objected'], reviewer: ['stopped'], system: ['stopped'] },
  ],
  [
    'paying',
    {
      applicant: ['accountChanged', 'objected', 'stopped'],
      reviewer: ['paid', 'accountFailed', 'stopped'],
      system: ['stopped'],
    },
  ],
  [
    'paid',
    {
      applicant: ['accountChanged', 'objected', 'stopped'],
      reviewer: ['paid', 'accountFailed', 'stopped'],
      system: ['stopped'],
    },
  ],
  ['deducted', { applicant: ['objected'], reviewer: ['stopped'], system: ['stopped'] }],
  ['declined', {}],
  ['disputed', { reviewer: ['objectionAnswered'] }],
  ['accountFault', { applicant: ['accountChanged', 'stopped'], reviewer: ['stopped'], system: ['stopped'] }],
  ['stopped', { applicant: ['objected'], system: ['rematched'] }],
  ['expired', { supervisor: ['successorAwaited', 'continued'], system: ['successorAwaited'] }],
  ['awaitingSuccessor', { supervisor: ['continued'] }],
] as const)('in %s each role may do what the table says', (status, expected) => {
  expect(all(status)).toEqual(expected);
});

describe('what narrows the table', () => {
  const own = (way: readonly Happened[], role: 'reviewer' | 'applicant' | 'system', on = TODAY) =>
    allowedActions(viewOf(way, on), role);

  it('charges less only where the mode does, and gives notice only elsewhere', () => {
    expect(own([matched('D')], 'reviewer')).toEqual(['deducted', 'stopped']);
    expect(own([matched('A')], 'reviewer')).toEqual(['noticed', 'stopped']);
  });

  it('pays once what comes once, and does not stop what was had', () => {
    const once = [matched('C', { per: 'once' }), noticed, noticeEnded, confirmed, FACTS.paid];
    expect(own(once, 'reviewer')).toEqual(['accountFailed']);
    expect(own(once, 'applicant')).toEqual(['objected']);
    expect(own(once, 'system')).toEqual([]);
    expect(own(once.slice(0, 4), 'reviewer')).toContain('paid');
    expect(own([matched('D', { per: 'none' }), FACTS.deducted], 'system')).toEqual([]);
  });

  it('lists again only whom a run had not found', () => {
    expect(own([C, FACTS.decided], 'system')).toEqual([]);
    expect(own([C, FACTS.asked], 'system')).toEqual([]);
  });

  it('ends the notice on the day after', () => {
    expect(own([C, noticed], 'system', dateOf('2026-11-26'))).toEqual(['noticeEnded', 'stopped']);
  });
});

describe('refusals', () => {
  const refused = (
    status: EntitlementStatus,
    role: 'reviewer' | 'applicant' | 'supervisor' | 'system',
    fact: EntitlementFact,
  ): EntitlementFault | undefined => {
    const admitted = admit(viewOf(WAYS[status]), role, fact, TODAY);
    return admitted.ok ? undefined : admitted.error;
  };

  it.each([
    ['confirmed twice', 'paying', 'applicant', { kind: 'confirmed', account: CARD }, 'notAllowed'],
    ['matched again', 'matched', 'system', C[1], 'notAllowed'],
    ['confirmed by an office', 'awaiting', 'reviewer', { kind: 'confirmed', account: CARD }, 'notAllowed'],
    ['no account', 'awaiting', 'applicant', { kind: 'confirmed', account: ' ' }, 'account.empty'],
    [
      'a wrong digit',
      'awaiting',
      'applicant',
      { kind: 'confirmed', account: '6228480999999999992' },
      'account.checksum',
    ],
    ['a short account', 'paying', 'applicant', { kind: 'accountChanged', account: '123' }, 'account.length'],
    ['a notice to today', 'matched', 'reviewer', { kind: 'noticed', until: '2026-11-24' }, 'noticeTooShort'],
    ['a notice to no day', 'matched', 'reviewer', { kind: 'noticed', until: '2026-02-30' }, 'badDay'],
    ['an empty objection', 'matched', 'applicant', { kind: 'objected', note: ' ' }, 'noteRequired'],
    [
      'an empty answer',
      'disputed',
      'reviewer',
      { kind: 'objectionAnswered', outcome: 'kept', note: '' },
      'noteRequired',
    ],
    [
      'a correction to nothing',
      'disputed',
      'reviewer',
      { kind: 'objectionAnswered', outcome: 'corrected', note: 'x' },
      'badAmount',
    ],
    [
      'a negative correction',
      'disputed',
      'reviewer',
      { kind: 'objectionAnswered', outcome: 'corrected', cents: -1, note: 'x' },
      'badAmount',
    ],
    ['paid tomorrow', 'paying', 'reviewer', { kind: 'paid', on: '2026-11-25', cents: 1 }, 'badDay'],
    ['paid on no day', 'paying', 'reviewer', { kind: 'paid', on: 'x', cents: 1 }, 'badDay'],
    ['half a cent', 'paying', 'reviewer', { kind: 'paid', on: '2026-11-24', cents: 0.5 }, 'badAmount'],
    ['a failure without a reason', 'paying', 'reviewer', { kind: 'accountFailed', note: '' }, 'noteRequired'],
    [
      'stopped without a reason',
      'paying',
      'reviewer',
      { kind: 'stopped', reason: 'decided', note: '' },
      'noteRequired',
    ],
    [
      'continued into the past',
      'expired',
      'supervisor',
      { kind: 'continued', lastDay: '2026-11-24' },
      'noticeTooShort',
    ],
  ] as const)('%s', (_, status, role, fact, fault) => {
    expect(refused(status, role, fact)).toBe(fault);
  });

  it.each([
    ['awaiting', 'applicant', { kind: 'confirmed', account: '6228 4809 9999 9999 991' }],
    ['matched', 'reviewer', { kind: 'noticed', until: '2026-11-25' }],
    ['paying', 'reviewer', { kind: 'paid', on: '2026-11-24', cents: 0 }],
    ['matched', 'applicant', { kind: 'declined' }],
    ['paying', 'applicant', { kind: 'stopped', reason: 'asked', note: '' }],
    ['matched', 'system', { kind: 'stopped', reason: 'notListed', note: '' }],
    ['disputed', 'reviewer', { kind: 'objectionAnswered', outcome: 'corrected', cents: 0, note: 'x' }],
    ['disputed', 'reviewer', { kind: 'objectionAnswered', outcome: 'removed', note: 'x' }],
    ['expired', 'supervisor', { kind: 'continued', lastDay: '2026-11-25' }],
    ['expired', 'supervisor', { kind: 'continued' }],
    ['expired', 'system', { kind: 'successorAwaited' }],
  ] as const)('and in %s a %s may', (status, role, fact) => {
    expect(refused(status, role, fact)).toBeUndefined();
  });
});
