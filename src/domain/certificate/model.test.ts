/** Random cases of 27 departments: whatever is tried, in whatever order, the rules below hold after every step. */
import fc from 'fast-check';
import { isWorkday } from '../calendar/workdays';
import { addDays, compareDates, type CivilDate } from '../shared/civil-date';
import type { ColumnState, MainState } from './actions';
import { hasReturned } from './aggregate';
import type { Cell, Column } from './board';
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
import type { Actor, Finding, OutcomeKind, Scope } from './events';
import { derive, type CertificateState } from './state';

const entities: Scope['entities'] = [
  { creditCode: COMPANY, name: '甲公司', outside: false },
  { creditCode: BRANCH, name: '分公司', outside: false },
  { creditCode: OUTSIDE, name: '丙公司', outside: true },
];
const INSIDE = [COMPANY, BRANCH];
const findingOf = (pick: number): Finding =>
  pick === 58 ? recordOf('major') : pick % 6 === 4 ? recordOf('minor') : clean;

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

  of(department: string): ReadonlyMap<string, Finding> {
    return this.said.get(department) ?? new Map();
  }

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
        finding: findingOf(pick),
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
/** Beyond these a command is the next thing that a department in that state would do. */
const KINDS = 18;

function natural(column: ColumnState | undefined, pick: number): number {
  switch (column) {
    case 'reviewing':
      return pick % 10 === 9 ? 3 : 2;
    case 'needClarify':
      return 4;
    case 'recused':
      return 6;
    case 'externalWait':
      return 9;
    default:
      return 0;
  }
}

const anyCommand: fc.Arbitrary<Command> = fc.tuple(fc.nat(2 * KINDS), fc.nat(26), fc.nat(59));
const anyRun = fc.record({
  commands: fc.noBias(fc.array(anyCommand, { minLength: 20, maxLength: 90 })),
  days: fc.array(fc.nat(3), { minLength: 90, maxLength: 90 }),
  /** What each department that is left says at last. */
  endings: fc.noBias(fc.array(fc.nat(99), { minLength: 27, maxLength: 27 })),
  afterwards: fc.array(fc.tuple(fc.integer({ min: 14, max: 17 }), fc.nat(26), fc.nat(59)), { maxLength: 6 }),
  output: fc.constantFrom('once', 'asReady'),
});

/** What a cell shows must be what was said. */
function fits(cell: Cell, finding: Finding | undefined): boolean {
  if ((cell.state === 'outside') !== (cell.entity === OUTSIDE)) return false;
  switch (cell.state) {
    case 'outside':
    case 'waiting':
      return finding === undefined;
    case 'withheld':
      return true;
    case 'noRecord':
      return finding?.kind === 'noRecord';
    case 'cleared':
    case 'blocked':
      return finding?.kind === 'record';
  }
}

type Said = ReadonlyMap<string, Finding>;
const isRed = (said: Said): boolean =>
  [...said.values()].some((one) => one.kind === 'record' && one.assessment === 'major');
const hasAll = (said: Said): boolean => said.size === INSIDE.length;

/** What the board must come to, from what was said. */
function expectedOutcome({ board, scope: { output } }: CertificateState, model: Model): string | undefined {
  const columns = board.map(({ department, state }) => ({ state, said: model.of(department) }));
  const open = columns.filter(
    ({ state, said }) => !hasAll(said) && state !== 'lapsed' && state !== 'excluded',
  );
  if (open.length > 0) return undefined;
  const counted = columns.filter(({ state }) => state !== 'excluded');
  const blocked = counted.filter(({ said }) => isRed(said));
  const lapsed = counted.filter(({ state, said }) => state === 'lapsed' && !isRed(said));
  const clear = counted.length - blocked.length - lapsed.length;
  if (blocked.length + lapsed.length === 0) return clear > 0 ? 'issued' : 'notIssued';
  if (output === 'asReady' && clear > 0) return 'partiallyIssued';
  return blocked.length > 0 ? 'notIssued' : 'withdrawn';
}

/** The matrix is what was said and nothing else, and the outcome follows from it. */
function checkMatrix(state: CertificateState, model: Model): void {
  const wrong = state.board.flatMap(({ department, cells }) =>
    cells.filter((cell) => !fits(cell, model.of(department).get(cell.entity))),
  );
  const early = state.board.filter(
    ({ department, state: column }) =>
      (column === 'noRecord' || column === 'recordFound') && !hasAll(model.of(department)),
  );
  // One comparison a step: a call of expect costs more than the whole derivation.
  expect([wrong, early, state.outcome?.kind]).toEqual([[], [], expectedOutcome(state, model)]);
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
  const free = clock.days.filter(({ date }) => !isWorkday(rules.calendar, date)).length;
  expect([clock.elapsed, clock.left, clock.total + clock.lostDays + free]).toEqual([
    counted,
    clock.total - counted,
    clock.days.length,
  ]);
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

/** One run on a desk, with every step checked. */
class Run {
  readonly model = new Model();
  readonly book: Desk;
  last: MainState = 'draft';

  constructor(output: 'once' | 'asReady') {
    this.book = new Desk({ ...scope, entities, output });
    this.step({ role: 'enterprise' }, { kind: 'submitted', scope: this.book.scope });
    this.step({ role: 'window' }, { kind: 'accepted' });
    this.step({ role: 'system' }, { kind: 'dispatched' });
  }

  step(by: Actor, body: Body): void {
    if (this.book.try(by, body) !== 'ok') return;
    this.model.note(body, this.book.day);
    this.check();
  }

  check(): CertificateState {
    const { state, day } = this.book;
    if (state.main !== this.last) expect([this.last, ...ARROWS[this.last]]).toContain(state.main);
    this.last = state.main;
    checkMatrix(state, this.model);
    checkCertificates(state);
    checkClock(state, this.model, day);
    return state;
  }

  random([kind, at, pick]: Command): void {
    const { state } = this.book;
    const chosen = kind < KINDS ? kind : natural(state.board[at]?.state, pick);
    this.step(...bodyOf(state, this.book, [chosen, at, pick]));
  }

  answer(at: number, { department, state }: Column, ending: number): void {
    if (hasReturned({ state })) return;
    if (state === 'needClarify') this.random([4, at, 0]);
    if (state === 'externalWait') this.random([9, at, 0]);
    if (state === 'recused') this.random([6, at, (at + 1) % 27]);
    this.random([0, at, 0]);
    const by: Actor = { role: 'department', department: this.book.column(department)?.holder ?? department };
    // One in fifty asks and gets no answer; one in fifty finds something grave.
    if (ending < 2)
      return this.step(by, { kind: 'asked', department, question: `last-${at}`, text: '请说明' });
    const finding = ending < 4 ? recordOf('major') : ending < 14 ? recordOf('minor') : clean;
    for (const entity of INSIDE) {
      if (!this.model.of(department).has(entity))
        this.step(by, { kind: 'found', department, entity, finding });
    }
  }

  /** Whoever has not answered does, so that most runs come to a decision. */
  finish(endings: readonly number[]): void {
    for (const [at, column] of this.book.state.board.entries()) this.answer(at, column, endings[at] ?? 99);
    if (this.book.state.open.length > 0) {
      this.book.day = addDays(this.book.day, 30);
      this.check();
    }
    this.step({ role: 'system' }, { kind: 'aggregated' });
    const { main, outcome } = this.book.state;
    if (main !== 'deciding' || !outcome) return;
    const { kind } = outcome;
    const certified = kind === 'issued' || kind === 'partiallyIssued';
    const paper = certified ? { certificate: certificate(this.book.day) } : {};
    this.step({ role: 'coordinator' }, { kind: 'decided', outcome: kind, reason: '依据汇总', ...paper });
  }
}

type Plan = typeof anyRun extends fc.Arbitrary<infer T> ? T : never;

function play({ commands, days, output, endings, afterwards }: Plan): OutcomeKind | MainState {
  const run = new Run(output);
  for (const [i, command] of commands.entries()) {
    // Many departments answer on a day; time moves now and then.
    if (i % 6 === 5) {
      run.book.day = addDays(run.book.day, days[i] ?? 1);
      run.check();
    }
    run.random(command);
  }
  checkSilence(run.book, run.book.state);
  run.finish(endings);
  checkSilence(run.book, run.book.state);
  for (const command of afterwards) run.random(command);
  return run.book.state.decided ?? run.book.main;
}

describe('a case, whatever happens', () => {
  it('keeps to the process; matrix, outcome and certificate agree; silence is never 无记录; days add up', () => {
    const ends = new Map<string, number>();
    fc.assert(
      fc.property(anyRun, (plan) => {
        const end = play(plan);
        ends.set(end, (ends.get(end) ?? 0) + 1);
      }),
      { numRuns: 20 },
    );
    // The runs are of use only if they come to an end in more than one way.
    expect(ends.size).toBeGreaterThan(1);
  });
});
