/** Random cases of 27 departments: whatever is tried, in whatever order, the rules below hold after every step. */
import fc from 'fast-check';
import { isWorkday } from '../calendar/workdays';
import { addDays, compareDates, type CivilDate } from '../shared/civil-date';
import type { MainState } from './actions';
import {
  ALL,
  BRANCH,
  certificate,
  clean,
  COMPANY,
  Desk,
  OUTSIDE,
  recordOf,
  rules,
  scope,
} from './desk.arbitrary';
import type { Body } from './desk.arbitrary';
import type { Actor, Finding, Scope } from './events';
import { derive, type CertificateState } from './state';

const entities: Scope['entities'] = [
  { creditCode: COMPANY, name: '甲公司', outside: false },
  { creditCode: BRANCH, name: '分公司', outside: false },
  { creditCode: OUTSIDE, name: '丙公司', outside: true },
];
const INSIDE = [COMPANY, BRANCH];
const FINDINGS: readonly Finding[] = [clean, clean, clean, clean, recordOf('minor'), recordOf('major')];

/** The arrows of the process; staying is always possible. Time alone may end a clarification. */
const ARROWS: Readonly<Record<MainState, readonly MainState[]>> = {
  draft: ['submitted'],
  submitted: ['correction', 'rejected', 'accepted', 'withdrawn'],
  correction: ['submitted', 'withdrawn'],
  accepted: ['jointReview', 'withdrawn'],
  jointReview: ['clarifying', 'aggregating', 'withdrawn'],
  clarifying: ['jointReview', 'aggregating', 'withdrawn'],
  aggregating: ['jointReview', 'clarifying', 'deciding', 'withdrawn'],
  deciding: ['issued', 'partiallyIssued', 'notIssued', 'withdrawn'],
  issued: ['delivering', 'delivered', 'reissued', 'revoked'],
  partiallyIssued: ['delivering', 'delivered', 'reissued', 'revoked'],
  reissued: ['delivering', 'delivered', 'revoked'],
  notIssued: ['closed'],
  delivering: ['delivered', 'reissued', 'revoked'],
  delivered: ['closed', 'reissued', 'revoked'],
  closed: ['reissued', 'revoked'],
  withdrawn: [],
  rejected: [],
  revoked: [],
};

type Command = readonly [kind: number, department: number, pick: number];

/** What the departments said, kept apart from the code under test. */
class Model {
  readonly said = new Map<string, Map<string, Finding>>(ALL.map((id) => [id, new Map()]));
  readonly questions = new Map<string, { from: CivilDate; to?: CivilDate; department: string }>();
  waits: { from: CivilDate; to?: CivilDate; department: string }[] = [];

  note(body: Body, day: CivilDate): void {
    if (body.kind === 'found') this.said.get(body.department)?.set(body.entity, body.finding);
    if (body.kind === 'reassigned' || body.kind === 'reopened') this.said.get(body.department)?.clear();
    if (body.kind === 'ruled') this.said.get(body.department)?.clear();
    if (body.kind === 'asked') this.questions.set(body.question, { from: day, department: body.department });
    if (body.kind === 'answered') {
      const asked = this.questions.get(body.question);
      if (asked) this.questions.set(body.question, { ...asked, to: day });
    }
    if (body.kind === 'externalWait') this.waits.push({ from: day, department: body.department });
    if (body.kind === 'externalReplied') {
      this.waits = this.waits.map((wait) =>
        wait.department === body.department && !wait.to ? { ...wait, to: day } : wait,
      );
    }
  }

  /** The main clock's count, worked out the plain way: day by day, each working day lost to anyone who waits. */
  counted(start: CivilDate, until: CivilDate): number {
    let [count, used, closed] = [0, 0, false];
    const on = (one: { from: CivilDate; to?: CivilDate }, day: CivilDate): boolean =>
      compareDates(one.from, day) <= 0 && (!one.to || compareDates(day, one.to) <= 0);
    for (let day = addDays(start, 1); compareDates(day, until) <= 0; day = addDays(day, 1)) {
      const today = day;
      if (!isWorkday(rules.calendar, today)) continue;
      const asked = !closed && [...this.questions.values()].some((one) => on(one, today));
      const waited = this.waits.some((one) => on(one, today));
      if (asked) used += 1;
      if (used === 10) closed = true;
      if (!asked && !waited) count += 1;
    }
    return count;
  }
}

function bodyOf(state: CertificateState | undefined, book: Desk, [kind, at, pick]: Command): [Actor, Body] {
  const department = ALL[at] ?? 'tax';
  const holder = state?.board[at]?.holder ?? department;
  const reviewer: Actor = { role: 'department', department: pick % 7 === 6 ? 'court' : holder };
  const question = state?.board[at]?.question?.id ?? `q${book.events.length}`;
  const bodies: readonly (() => [Actor, Body])[] = [
    () => [reviewer, { kind: 'taken', department }],
    () => [reviewer, { kind: 'taken', department }],
    () => [
      reviewer,
      {
        kind: 'found',
        department,
        entity: INSIDE[pick % 2] ?? COMPANY,
        finding: FINDINGS[pick % 6] ?? clean,
      },
    ],
    () => [reviewer, { kind: 'asked', department, question: `q${book.events.length}`, text: '请说明' }],
    () => [{ role: 'enterprise' }, { kind: 'answered', department, question }],
    () => [reviewer, { kind: 'recused', department, reason: '非本辖区' }],
    () => [{ role: 'coordinator' }, { kind: 'reassigned', department, to: ALL[pick % 27] ?? 'tax' }],
    () => [
      { role: 'coordinator' },
      { kind: 'ruled', department, ruling: pick % 2 ? 'keeps' : 'excluded', reason: '裁定' },
    ],
    () => [{ role: 'coordinator' }, { kind: 'externalWait', department, reason: '线下查询' }],
    () => [reviewer, { kind: 'externalReplied', department, scan: 'scan' }],
    () => [{ role: 'coordinator' }, { kind: 'reopened', department, reason: '文书撤销' }],
    () => [{ role: 'coordinator' }, { kind: 'extended', days: 1 + (pick % 4), reason: '案情复杂' }],
    () => [{ role: 'system' }, { kind: 'aggregated' }],
    () => [
      { role: 'coordinator' },
      { kind: 'decided', outcome: 'issued', certificate: certificate(book.day, 1 + (pick % 9)) },
    ],
    () => [{ role: pick % 30 ? 'public' : 'enterprise' }, { kind: 'withdrawn' }],
    () => [{ role: 'system' }, { kind: 'handedOver', way: 'electronic' }],
    () => [{ role: 'coordinator' }, { kind: 'revoked', reason: 'falseMaterial' }],
    () => [
      { role: 'coordinator' },
      { kind: 'replaced', reason: '更名', certificate: certificate(book.day, 10 + (pick % 9)) },
    ],
  ];
  return (bodies[kind] ?? (() => [{ role: 'public' }, { kind: 'closed' }]))();
}
const KINDS = 18;

const anyCommand: fc.Arbitrary<Command> = fc.tuple(fc.nat(KINDS), fc.nat(26), fc.nat(59));
const anyRun = fc.record({
  commands: fc.array(anyCommand, { minLength: 20, maxLength: 90 }),
  days: fc.array(fc.nat(3), { minLength: 90, maxLength: 90 }),
  output: fc.constantFrom('once', 'asReady'),
});

/** The matrix is what was said and nothing else, and the outcome follows from it. */
function checkMatrix(state: CertificateState, model: Model): void {
  const [blocked, lapsed, excluded]: [string[], string[], string[]] = [[], [], []];
  let [returned, clear] = [0, 0];
  for (const { department, state: column, cells } of state.board) {
    const said = model.said.get(department) ?? new Map<string, Finding>();
    for (const cell of cells) {
      const finding = said.get(cell.entity);
      if (cell.state === 'noRecord') expect(finding?.kind).toBe('noRecord');
      if (cell.state === 'cleared' || cell.state === 'blocked') expect(finding?.kind).toBe('record');
      if (cell.state === 'waiting' || cell.state === 'withheld') expect(finding).toBeUndefined();
      expect(cell.state === 'outside').toBe(cell.entity === OUTSIDE);
    }
    if (column === 'noRecord' || column === 'recordFound') expect(said.size).toBe(INSIDE.length);
    const red = [...said.values()].some((one) => one.kind === 'record' && one.assessment === 'major');
    if (said.size === INSIDE.length || column === 'lapsed' || column === 'excluded') returned += 1;
    if (column === 'excluded') excluded.push(department);
    else if (red) blocked.push(department);
    else if (column === 'lapsed') lapsed.push(department);
    else if (said.size === INSIDE.length) clear += 1;
  }
  const whole = blocked.length + lapsed.length === 0 && clear > 0;
  const part = state.scope.output === 'asReady' && clear > 0;
  const kind = whole
    ? 'issued'
    : part
      ? 'partiallyIssued'
      : lapsed.length && !blocked.length
        ? 'withdrawn'
        : 'notIssued';
  expect(state.outcome?.kind).toBe(returned === ALL.length ? kind : undefined);
  if (state.decided) expect(state.decided).toBe(state.outcome?.kind);
}

function checkCertificates({ main, decided, certificates }: CertificateState): void {
  const valid = certificates.filter(({ status }) => status === 'valid').length;
  const certified = decided === 'issued' || decided === 'partiallyIssued';
  expect(valid).toBe(certified && main !== 'revoked' ? 1 : 0);
  expect(new Set(certificates.map(({ number }) => number)).size).toBe(certificates.length);
}

function checkClock({ clock, decided, main }: CertificateState, model: Model, asOf: CivilDate): void {
  if (!clock || decided || main === 'withdrawn') return;
  const counted = Math.min(model.counted(clock.start, asOf), clock.total);
  expect([clock.elapsed, clock.left]).toEqual([counted, clock.total - counted]);
  const free = clock.days.filter(({ date }) => !isWorkday(rules.calendar, date)).length;
  expect(clock.total + clock.lostDays + free).toBe(clock.days.length);
}

/** Time alone says nothing of anyone: it may only let questions lapse and make things overdue. */
function checkSilence(book: Desk, state: CertificateState): void {
  const later = derive(book.events, addDays(book.day, 400), rules);
  const good = (one: CertificateState | undefined): number =>
    (one?.board ?? []).flatMap(({ cells }) => cells).filter((cell) => cell.state === 'noRecord').length;
  expect(good(later)).toBe(good(state));
  if (!state.outcome) expect(later?.outcome?.kind).not.toBe('issued');
  expect(later?.certificates).toEqual(state.certificates);
}

function play(commands: readonly Command[], days: readonly number[], output: 'once' | 'asReady'): Desk {
  const book = new Desk({ ...scope, entities, output });
  const model = new Model();
  let last: MainState = 'draft';
  const step = (by: Actor, body: Body): void => {
    const before = book.events.length;
    const accepted = book.try(by, body) === 'ok';
    expect(book.events.length - before).toBe(accepted ? 1 : 0);
    if (!accepted) return;
    model.note(body, book.day);
    check();
  };
  const check = (): void => {
    const { state } = book;
    if (state.main !== last) expect([last, ...ARROWS[last]]).toContain(state.main);
    last = state.main;
    checkMatrix(state, model);
    checkCertificates(state);
    checkClock(state, model, book.day);
  };
  const decide = (): void => {
    const kind = book.state.outcome?.kind;
    if (book.state.main !== 'deciding' || !kind) return;
    const paper =
      kind === 'issued' || kind === 'partiallyIssued' ? { certificate: certificate(book.day) } : {};
    step({ role: 'coordinator' }, { kind: 'decided', outcome: kind, reason: '依据汇总', ...paper });
  };
  step({ role: 'enterprise' }, { kind: 'submitted', scope: book.scope });
  step({ role: 'window' }, { kind: 'accepted' });
  step({ role: 'system' }, { kind: 'dispatched' });
  for (const [i, command] of commands.entries()) {
    // Many departments answer on a day; time moves now and then.
    if (i % 6 === 5) {
      book.day = addDays(book.day, days[i] ?? 1);
      check();
    }
    const [by, body] = bodyOf(derive(book.events, book.day, rules), book, command);
    step(by, body);
  }
  checkSilence(book, book.state);
  // The rest answer, so that most runs come to a decision.
  for (const [at, department] of ALL.entries()) {
    for (const kind of [4, 9, 6])
      step(...bodyOf(book.state, book, [kind, at, kind === 6 ? (at + 1) % 27 : 0]));
    step(...bodyOf(book.state, book, [0, at, 0]));
    const holder = book.column(department)?.holder ?? department;
    for (const entity of INSIDE) {
      if (model.said.get(department)?.has(entity)) continue;
      step({ role: 'department', department: holder }, { kind: 'found', department, entity, finding: clean });
    }
  }
  step({ role: 'system' }, { kind: 'aggregated' });
  decide();
  checkSilence(book, book.state);
  return book;
}

describe('a case, whatever happens', () => {
  it('keeps to the process; matrix, outcome and certificate agree; silence is never 无记录; days add up', () => {
    const ends = new Map<MainState, number>();
    fc.assert(
      fc.property(anyRun, ({ commands, days, output }) => {
        const { main } = play(commands, days, output).state;
        ends.set(main, (ends.get(main) ?? 0) + 1);
      }),
      { numRuns: 60 },
    );
    // The runs are of use only if they come to an end in more than one way.
    expect([...ends.keys()].filter((main) => main !== 'jointReview').length).toBeGreaterThan(1);
  });
});
