import { dateOf } from '../shared/civil-date';
import { ACTIONS, allowedActions, type Action } from './actions';
import { admit } from './admit';
import { FACTS, submitted, viewOf, type Happening } from './cases.arbitrary';
import { isOpen } from './derive';
import { ROLES, type CaseFact } from './event';
import { STATUSES, type Status } from './state';

const DAY = '2026-11-23';
const steps = (...facts: CaseFact[]): Happening[] => [submitted(), ...facts].map((fact) => [DAY, fact]);
const { accepted, correctionAsked, corrected, decided, delivered, notAccepted, paused, reviewed, withdrawn } =
  FACTS;

const WAYS: Readonly<Record<Status, Happening[]>> = {
  submitted: steps(),
  correcting: steps(correctionAsked),
  corrected: steps(correctionAsked, corrected),
  accepted: steps(accepted),
  reviewing: steps(accepted, reviewed),
  paused: steps(accepted, paused),
  decided: steps(accepted, reviewed, decided),
  delivered: steps(accepted, reviewed, decided, delivered),
  notAccepted: steps(notAccepted),
  withdrawn: steps(withdrawn),
};

/** The whole table once more, as a person reads it: status, role, what is allowed on the way there above. */
const ALLOWED: Readonly<Record<Status, string>> = {
  submitted:
    'applicant: withdrawn urged complained; clerk: accepted notAccepted correctionAsked; reviewer: accepted notAccepted correctionAsked',
  corrected:
    'applicant: withdrawn urged complained; clerk: accepted notAccepted correctionAsked; reviewer: accepted notAccepted correctionAsked',
  correcting: 'applicant: corrected withdrawn complained',
  accepted:
    'applicant: withdrawn urged complained; reviewer: reviewed paused; supervisor: extended; system: calendarRevised',
  reviewing:
    'applicant: withdrawn urged complained; reviewer: reviewed paused decided; supervisor: extended; system: calendarRevised',
  paused: 'applicant: withdrawn complained; reviewer: resumed',
  decided: 'applicant: complained rated; clerk: delivered; system: delivered',
  delivered: 'applicant: complained rated',
  notAccepted: 'applicant: complained rated',
  withdrawn: 'applicant: complained',
};

describe.each(STATUSES)('in status %s', (status) => {
  const view = viewOf(DAY, ...WAYS[status]);

  it('the case is in it', () => {
    expect(view.status).toBe(status);
  });

  it('each role may do what the table says, and nothing else', () => {
    const found = ROLES.map((role) => [role, allowedActions(view, role)] as const)
      .filter(([, actions]) => actions.length > 0)
      .map(([role, actions]) => `${role}: ${actions.join(' ')}`);
    expect(found.join('; ')).toBe(ALLOWED[status]);
  });

  it.each(ROLES)('%s is refused everything else', (role) => {
    const allowed = new Set<Action>(allowedActions(view, role));
    for (const fact of Object.values(FACTS)) {
      if (allowed.has(fact.kind)) continue;
      expect(admit(view, role, fact, dateOf(DAY))).toEqual({ ok: false, error: 'notAllowed' });
    }
    expect(admit(view, role, submitted(), dateOf(DAY))).toMatchObject({ ok: false });
  });

  it('lets the auditor do nothing', () => {
    expect(ACTIONS[status].auditor).toBeUndefined();
  });
});

describe('what narrows the table', () => {
  const on = dateOf(DAY);
  const view = (...facts: CaseFact[]) => viewOf(DAY, ...steps(...facts));

  it('asks for corrections once: again only for what was named', () => {
    const open = view(correctionAsked, corrected);
    expect(admit(open, 'clerk', correctionAsked, on).ok).toBe(true);
    const other = { ...correctionAsked.items[0], target: { kind: 'field', path: 'mobile' } } as const;
    expect(admit(open, 'clerk', { kind: 'correctionAsked', items: [other] }, on)).toEqual({
      ok: false,
      error: 'correctionNotOnce',
    });
  });

  it.each([
    ['correctionEmpty', view(), 'clerk', { kind: 'correctionAsked', items: [] }],
    [
      'correctionTwice',
      view(),
      'clerk',
      { kind: 'correctionAsked', items: [correctionAsked.items[0], correctionAsked.items[0]] },
    ],
    ['answersVersion', view(correctionAsked), 'applicant', { kind: 'corrected', answers: 3 }],
    ['noteRequired', view(), 'clerk', { kind: 'notAccepted', basis: '第32条', note: ' ' }],
    ['noteRequired', view(accepted), 'reviewer', { kind: 'paused', reason: 'hearing', note: '' }],
    ['taskUnknown', view(accepted), 'reviewer', { ...reviewed, task: 'other' }],
    ['noteRequired', view(accepted), 'reviewer', { ...reviewed, opinion: 'fail' }],
    ['noteRequired', view(accepted, reviewed), 'reviewer', { ...decided, outcome: 'refused' }],
    ['tasksDisagree', view(accepted, { ...reviewed, opinion: 'fail', note: '不符' }), 'reviewer', decided],
    ['extensionTooLong', view(accepted), 'supervisor', { ...FACTS.extended, days: 11 }],
    ['extensionTooLong', view(accepted), 'supervisor', { ...FACTS.extended, days: 0 }],
    ['notAllowed', view(accepted, FACTS.extended), 'supervisor', FACTS.extended],
    ['notAllowed', view(accepted), 'reviewer', decided],
    ['notAllowed', view(accepted), 'clerk', correctionAsked],
    ['urgedToday', view(FACTS.urged), 'applicant', FACTS.urged],
    ['complaintUnknown', view(FACTS.complained), 'supervisor', { ...FACTS.complaintAnswered, complaint: 1 }],
    ['notAllowed', view(notAccepted, FACTS.rated), 'applicant', FACTS.rated],
    [
      'ratingReasonRequired',
      view(notAccepted),
      'applicant',
      { kind: 'rated', rating: { stars: 2, indicators: {}, reasons: [], comment: '' } },
    ],
    [
      'ratingCommentRequired',
      view(notAccepted),
      'applicant',
      { kind: 'rated', rating: { stars: 1, indicators: {}, reasons: ['other'], comment: ' ' } },
    ],
    ['notAllowed', view(), 'system', FACTS.deemedAccepted],
    ['notAllowed', view(correctionAsked), 'system', FACTS.correctionLapsed],
  ] as const)('refuses with %s', (error, at, role, fact) => {
    expect(admit(at, role, fact, on)).toEqual({ ok: false, error });
  });

  it('lets the system write down what the days have done', () => {
    const silent = viewOf('2026-12-08', ...steps());
    expect(allowedActions(silent, 'system')).toContain('deemedAccepted');
    const late = viewOf('2026-12-15', ...steps(correctionAsked));
    expect(allowedActions(late, 'system')).toEqual(['correctionLapsed']);
  });

  it('answers a bad rating and each complaint once', () => {
    const bad: CaseFact = {
      kind: 'rated',
      rating: { stars: 1, indicators: { overall: 1 }, reasons: ['slow'], comment: '' },
    };
    expect(allowedActions(view(notAccepted, bad), 'supervisor')).toEqual(['ratingAnswered']);
    expect(allowedActions(view(notAccepted, bad, FACTS.ratingAnswered), 'supervisor')).toEqual([]);
    expect(allowedActions(view(notAccepted, FACTS.rated), 'supervisor')).toEqual([]);
    expect(admit(view(FACTS.complained), 'supervisor', FACTS.complaintAnswered, on).ok).toBe(true);
    expect(allowedActions(view(FACTS.complained, FACTS.complaintAnswered), 'supervisor')).toEqual([]);
  });

  it('decides when every department has reviewed', () => {
    const tasks = [
      { id: 'a', department: 'health' },
      { id: 'b', department: 'tax' },
    ];
    const joint = (...facts: CaseFact[]) =>
      viewOf(DAY, [DAY, submitted({}, tasks)], [DAY, accepted], ...facts.map((f): Happening => [DAY, f]));
    const one = { ...reviewed, task: 'a' };
    expect(admit(joint(one), 'reviewer', decided, on).ok).toBe(false);
    expect(admit(joint(one, { ...reviewed, task: 'b' }), 'reviewer', decided, on).ok).toBe(true);
  });

  it('counts the open statuses', () => {
    expect(STATUSES.filter(isOpen)).toHaveLength(6);
  });
});
