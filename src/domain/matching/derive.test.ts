import { dateOf } from '../shared/civil-date';
import { allowedActions } from './actions';
import { admit } from './admit';
import type { EntitlementFact } from './event';
import { CARD, eventsOf, FACTS, matched, TODAY, viewOf, type Happened } from './matching.arbitrary';
import { nextOn, PATHS } from './state';
import { derive } from './derive';

const { noticed, noticeEnded, confirmed, paid } = FACTS;
const C = matched('C');
const statuses = (all: readonly Happened[]) => all.map((_, i) => viewOf(all.slice(0, i + 1)).status);

describe('the way of a policy', () => {
  it.each([
    ['A', [noticed, noticeEnded, paid]],
    ['B', [noticed, noticeEnded, paid]],
    ['C', [noticed, noticeEnded, confirmed, paid]],
    ['D', [FACTS.deducted]],
  ] as const)('of mode %s is its path', (mode, steps) => {
    expect(statuses([matched(mode), ...steps])).toEqual(PATHS[mode]);
  });

  it('ends where it ends', () => {
    expect([nextOn('C', 'paid'), nextOn('D', 'deducted'), nextOn('A', 'matched')]).toEqual([
      'paid',
      'deducted',
      'notice',
    ]);
  });

  it('begins with a match, and with nothing else', () => {
    expect(() => derive([], TODAY)).toThrow();
    expect(() => derive(eventsOf([noticed]), TODAY)).toThrow();
    expect(() => viewOf([C, C])).toThrow();
  });
});

describe('public notice', () => {
  it.each([
    ['2026-11-25', false],
    ['2026-11-26', true],
  ])('on %s is over: %s', (day, isOver) => {
    const view = viewOf([C, noticed], dateOf(day));
    expect([view.status, view.notice]).toEqual(['notice', { until: '2026-11-25', isOver }]);
    expect(allowedActions(view, 'system').includes('noticeEnded')).toBe(isOver);
  });
});

describe('an objection', () => {
  const before = [C, noticed, noticeEnded];

  it.each([
    ['kept', FACTS.kept, 'awaiting', 5000],
    ['corrected', FACTS.corrected, 'awaiting', 20000],
    ['removed', FACTS.removed, 'stopped', 5000],
  ] as const)('that is %s', (_, answer, status, cents) => {
    expect(viewOf([...before, FACTS.objected])).toMatchObject({ status: 'disputed', objection: '金额不对' });
    expect(viewOf([...before, FACTS.objected, answer])).toMatchObject({
      status,
      cents,
      objection: undefined,
    });
  });

  it('corrected without a figure leaves the figure', () => {
    const fact: EntitlementFact = { kind: 'objectionAnswered', outcome: 'corrected', note: 'x' };
    expect(viewOf([...before, FACTS.objected, ['reviewer', fact]]).cents).toBe(5000);
  });

  it('brings back who was stopped by mistake, through the notice again', () => {
    const back = viewOf([...before, FACTS.notListed, FACTS.objected, FACTS.corrected]);
    expect([back.status, back.stop]).toEqual(['matched', undefined]);
    const stays = viewOf([...before, FACTS.notListed, FACTS.objected, FACTS.kept]);
    expect([stays.status, stays.stop]).toEqual(['stopped', 'notListed']);
    expect(viewOf([...before, FACTS.objected, FACTS.removed]).stop).toBe('decided');
  });
});

describe('the account', () => {
  const paying = [C, noticed, noticeEnded, confirmed];

  it('is the one that was confirmed, until it is changed', () => {
    expect(viewOf(paying).account).toBe(CARD);
    const other: Happened = ['applicant', { kind: 'accountChanged', account: '4111111111111111' }];
    expect(viewOf([...paying, other])).toMatchObject({ status: 'paying', account: '4111111111111111' });
    expect(viewOf([...paying, paid, other]).status).toBe('paid');
  });

  it('that fails waits for another', () => {
    expect(viewOf([...paying, FACTS.accountFailed]).status).toBe('accountFault');
    expect(viewOf([...paying, FACTS.accountFailed, FACTS.accountChanged]).status).toBe('paying');
  });

  it('is paid to again and again where it comes each month', () => {
    expect(viewOf([...paying, paid, paid]).payments).toEqual([
      { on: '2026-11-24', cents: 5000 },
      { on: '2026-11-24', cents: 5000 },
    ]);
  });
});

describe('stopping', () => {
  it('keeps why', () => {
    expect([FACTS.asked, FACTS.decided, FACTS.notListed].map((fact) => viewOf([C, fact]).stop)).toEqual([
      'asked',
      'decided',
      'notListed',
    ]);
  });

  it('ends with being listed again', () => {
    const all = [C, noticed, FACTS.notListed, FACTS.rematched];
    expect(viewOf(all)).toMatchObject({
      status: 'matched',
      stop: undefined,
      notice: undefined,
      run: 2,
      matchedOn: '2026-12-01',
      cents: 6000,
      version: 4,
    });
  });

  it('is final for who declined', () => {
    const view = viewOf([C, FACTS.declined]);
    expect(view.status).toBe('declined');
    expect(
      (['applicant', 'reviewer', 'system', 'supervisor'] as const).flatMap((role) =>
        allowedActions(view, role),
      ),
    ).toEqual([]);
  });
});

describe('the last day of a policy', () => {
  const over = { lastDay: '2026-11-23' };
  const last = { lastDay: '2026-11-24' };

  it('ends what is not yet due', () => {
    const ways: readonly (readonly Happened[])[] = [[], [noticed], [noticed, noticeEnded]];
    for (const way of ways) {
      expect(viewOf([matched('C', over), ...way]).status).toBe('expired');
      expect(viewOf([matched('C', last), ...way]).status).not.toBe('expired');
    }
  });

  it('leaves what is due, and what was had once', () => {
    const due = [noticed, noticeEnded, confirmed];
    expect(viewOf([matched('C', over), ...due]).status).toBe('paying');
    expect(viewOf([matched('C', over), ...due, paid]).status).toBe('expired');
    expect(viewOf([matched('C', { ...over, per: 'year' }), ...due, paid]).status).toBe('expired');
    expect(viewOf([matched('C', { ...over, per: 'once' }), ...due, paid]).status).toBe('paid');
    expect(viewOf([matched('D', { ...over, per: 'none' }), FACTS.deducted]).status).toBe('deducted');
    expect(viewOf([matched('C', over), FACTS.declined]).status).toBe('declined');
  });

  it('waits for a successor, and goes on where it stood', () => {
    const waiting = [matched('C', over), noticed, noticeEnded, FACTS.successorAwaited];
    expect(viewOf(waiting)).toMatchObject({ status: 'awaitingSuccessor', before: 'awaiting' });
    expect(viewOf([...waiting, FACTS.continued])).toMatchObject({
      status: 'awaiting',
      lastDay: '2031-12-31',
    });
    const at = [matched('C', over), noticed, noticeEnded];
    expect(viewOf(at)).toMatchObject({ status: 'expired', before: 'awaiting' });
    expect(viewOf([...at, ['supervisor', { kind: 'continued' }]])).toMatchObject({
      status: 'awaiting',
      lastDay: undefined,
    });
  });
});

describe('what was admitted', () => {
  it('can be derived, whatever was done in whatever order', () => {
    // Every path of four steps that the rules allow, in each mode.
    let reached = 0;
    const walk = (all: readonly Happened[], depth: number): void => {
      const view = viewOf(all, dateOf('2026-11-26'));
      expect(view.version).toBe(all.length);
      reached += 1;
      if (depth === 0) return;
      for (const step of Object.values<Happened>({
        ...FACTS,
        noticed: ['reviewer', { kind: 'noticed', until: '2026-11-27' }],
      })) {
        const [role, fact] = step;
        if (admit(view, role, fact, dateOf('2026-11-26')).ok) walk([...all, step], depth - 1);
      }
    };
    for (const mode of ['A', 'B', 'C', 'D'] as const) walk([matched(mode)], 4);
    expect(reached).toBeGreaterThan(200);
  });
});
