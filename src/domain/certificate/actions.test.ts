import { dateOf } from '../shared/civil-date';
import { ALL_ACTIONS, COLUMN_ACTIONS, MAIN_STATES, type ColumnState, type MainState } from './actions';
import { certificate, clean, Desk, recordOf, scope, type Body } from './desk.arbitrary';
import { ROLES, type Action, type Actor, type Role, type Scope } from './events';

/** Two departments, so that each state is a few events away. */
const small: Scope = { ...scope, departments: ['tax', 'court'], delivery: 'courier' };
const desk = (change: Partial<Scope> = {}) => new Desk({ ...small, ...change });
const issued = () => desk().dispatched().allFind().decided();
const delivered = () =>
  (['ordered', 'picked', 'inTransit', 'delivered'] as const).reduce(
    (book, step) => book.as('system', { kind: 'courier', step }),
    issued(),
  );

const IN_STATE: Readonly<Record<MainState, () => Desk>> = {
  draft: () => desk(),
  submitted: () => desk().as('enterprise', { kind: 'submitted', scope: small }),
  correction: () => IN_STATE.submitted().as('window', { kind: 'correctionAsked', items: ['补章'] }),
  rejected: () => IN_STATE.submitted().as('window', { kind: 'rejected', reason: '不属本区' }),
  accepted: () => IN_STATE.submitted().as('window', { kind: 'accepted' }),
  jointReview: () => desk().dispatched(),
  clarifying: () => desk().dispatched().asks('tax'),
  aggregating: () => desk().dispatched().allFind(),
  deciding: () => IN_STATE.aggregating().as('system', { kind: 'aggregated' }),
  issued,
  partiallyIssued: () =>
    desk({ output: 'asReady' }).dispatched().finds('tax').finds('court', recordOf('major')).decided(),
  notIssued: () => desk().dispatched().finds('tax').finds('court', recordOf('major')).decided(),
  delivering: () => issued().as('system', { kind: 'courier', step: 'ordered' }),
  delivered,
  closed: () => delivered().as('enterprise', { kind: 'rated', level: 5, reasons: [] }),
  withdrawn: () => desk().dispatched().as('enterprise', { kind: 'withdrawn' }),
  reissued: () =>
    issued().as('coordinator', {
      kind: 'replaced',
      reason: '更名',
      certificate: certificate(dateOf('2026-11-23'), 2),
    }),
  revoked: () => issued().as('coordinator', { kind: 'revoked', reason: 'falseMaterial' }),
};

const department = 'tax';
const BODIES: { readonly [K in Action]: Extract<Body, { kind: K }> } = {
  submitted: { kind: 'submitted', scope: small },
  correctionAsked: { kind: 'correctionAsked', items: ['补章'] },
  corrected: { kind: 'corrected', scope: small },
  rejected: { kind: 'rejected', reason: '不属本区' },
  accepted: { kind: 'accepted' },
  dispatched: { kind: 'dispatched' },
  taken: { kind: 'taken', department },
  found: { kind: 'found', department, entity: scope.creditCode, finding: clean },
  asked: { kind: 'asked', department, question: 'q', text: '请说明' },
  answered: { kind: 'answered', department, question: 'q-tax' },
  recused: { kind: 'recused', department, reason: '非本辖区' },
  reassigned: { kind: 'reassigned', department, to: 'finance' },
  ruled: { kind: 'ruled', department, ruling: 'keeps', reason: '裁定' },
  externalWait: { kind: 'externalWait', department, reason: '线下查询' },
  externalReplied: { kind: 'externalReplied', department, scan: 'scan-1' },
  reopened: { kind: 'reopened', department, reason: '文书撤销' },
  urged: { kind: 'urged', department },
  extended: { kind: 'extended', days: 3, reason: '案情复杂' },
  aggregated: { kind: 'aggregated' },
  decided: { kind: 'decided', outcome: 'issued', certificate: certificate(dateOf('2026-11-23')) },
  withdrawn: { kind: 'withdrawn' },
  courier: { kind: 'courier', step: 'ordered' },
  handedOver: { kind: 'handedOver', way: 'collected' },
  replaced: { kind: 'replaced', reason: '更名', certificate: certificate(dateOf('2026-11-23'), 9) },
  revoked: { kind: 'revoked', reason: 'identityChanged' },
  rated: { kind: 'rated', level: 4, reasons: [] },
  closed: { kind: 'closed' },
  complained: { kind: 'complained', text: '没有回音' },
  complaintAnswered: { kind: 'complaintAnswered', complaint: 1, text: '已联系' },
};

/** Written a second time, from the process and not from the table: who @ when. */
const REVIEW = 'jointReview clarifying';
const ONCE_IN =
  `submitted correction rejected accepted ${REVIEW} aggregating deciding issued partiallyIssued notIssued ` +
  'delivering delivered closed withdrawn reissued revoked';
const EXPECTED: Readonly<Record<Action, string>> = {
  submitted: 'enterprise @ draft',
  correctionAsked: 'window @ submitted',
  corrected: 'enterprise @ correction',
  rejected: 'window @ submitted',
  accepted: 'window @ submitted',
  dispatched: 'coordinator system @ accepted',
  taken: `department @ ${REVIEW}`,
  found: `department @ ${REVIEW}`,
  asked: `department @ ${REVIEW}`,
  answered: 'enterprise @ clarifying',
  recused: `department @ ${REVIEW}`,
  reassigned: `coordinator @ ${REVIEW}`,
  ruled: `coordinator @ ${REVIEW}`,
  externalWait: `department coordinator @ ${REVIEW}`,
  externalReplied: `department coordinator @ ${REVIEW}`,
  reopened: `coordinator @ ${REVIEW} aggregating`,
  urged: `enterprise coordinator system @ ${REVIEW}`,
  extended: `coordinator @ accepted ${REVIEW} aggregating deciding`,
  aggregated: 'coordinator system @ aggregating',
  decided: 'coordinator @ deciding',
  withdrawn: `enterprise @ submitted correction accepted ${REVIEW} aggregating deciding`,
  courier: 'window system @ issued partiallyIssued reissued delivering',
  handedOver: 'window system @ issued partiallyIssued reissued delivering',
  replaced: 'coordinator @ issued partiallyIssued reissued delivering delivered closed',
  revoked: 'coordinator @ issued partiallyIssued reissued delivering delivered closed',
  rated: 'enterprise @ delivered notIssued closed',
  closed: 'coordinator system @ delivered notIssued',
  complained: `enterprise @ ${ONCE_IN}`,
  complaintAnswered: `supervisor @ ${ONCE_IN}`,
};

const actorOf = (role: Role): Actor => (role === 'department' ? { role, department } : { role });
const states = Object.entries(IN_STATE);

describe('every state', () => {
  it.each(states)('%s is reached', (state, reach) => {
    expect(reach().main).toBe(state);
    expect(Object.keys(MAIN_STATES)).toContain(state);
  });

  it.each(states)('%s takes of each role only what the process allows', (state, reach) => {
    const events = reach().events;
    for (const action of ALL_ACTIONS) {
      const [who = '', when = ''] = EXPECTED[action].split(' @ ').map((part) => ` ${part} `);
      for (const role of ROLES) {
        const tried = desk(state === 'partiallyIssued' ? { output: 'asReady' } : {});
        tried.events = events;
        const answer = tried.try(actorOf(role), BODIES[action]);
        const refused = !who.includes(` ${role} `)
          ? 'role'
          : !when.includes(` ${state} `)
            ? 'state'
            : undefined;
        if (refused) expect([action, role, answer]).toEqual([action, role, refused]);
        else expect([action, role, ['role', 'state'].includes(answer)]).toEqual([action, role, false]);
      }
    }
  });
});

const COLUMN: Readonly<Record<Exclude<ColumnState, 'pending'>, () => Desk>> = {
  assigned: () => desk().dispatched(),
  reviewing: () => COLUMN.assigned().by('tax', { kind: 'taken', department }),
  needClarify: () => COLUMN.assigned().asks('tax'),
  clarified: () => COLUMN.needClarify().as('enterprise', { kind: 'answered', department, question: 'q-tax' }),
  externalWait: () =>
    COLUMN.reviewing().as('coordinator', { kind: 'externalWait', department, reason: '线下查询' }),
  recused: () => COLUMN.reviewing().by('tax', { kind: 'recused', department, reason: '非本辖区' }),
  noRecord: () => COLUMN.assigned().finds('tax'),
  recordFound: () => COLUMN.assigned().finds('tax', recordOf('minor')),
  lapsed: () => COLUMN.needClarify().on('2026-12-15'),
  excluded: () =>
    COLUMN.recused().as('coordinator', { kind: 'ruled', department, ruling: 'excluded', reason: '无主' }),
};

describe('every state of a column', () => {
  it.each(Object.entries(COLUMN))('%s takes only its own actions', (state, reach) => {
    expect(reach().column('tax')?.state).toBe(state);
    for (const [action, allowed] of Object.entries(COLUMN_ACTIONS)) {
      const body = Object.values(BODIES).find(({ kind }) => kind === action);
      const role = ALL_ACTIONS.find((one) => one === action && EXPECTED[one].startsWith('department'))
        ? 'department'
        : action === 'answered'
          ? 'enterprise'
          : 'coordinator';
      if (!body) throw new Error(action);
      const answer = reach().try(actorOf(role), body);
      const fits = allowed.some((one) => one === state);
      expect([action, answer === 'columnState' || answer === 'state']).toEqual([action, !fits]);
    }
  });

  it('is touched by the department that holds it, and no other', () => {
    const book = COLUMN.recused();
    const other = { role: 'department', department: 'finance' } as const;
    expect(COLUMN.assigned().try(other, BODIES.taken)).toBe('notYours');
    book.as('coordinator', { kind: 'reassigned', department, to: 'finance' });
    expect(book.try({ role: 'department', department: 'tax' }, BODIES.taken)).toBe('notYours');
    expect(book.try(other, BODIES.taken)).toBe('ok');
    expect([book.column('tax')?.holder, book.column('tax')?.state]).toEqual(['finance', 'reviewing']);
    expect(book.try({ role: 'department' }, BODIES.found)).toBe('notYours');
  });
});
