/** The scenarios that the certificate must show, at the level of the domain. */
import { addDays, dateOf, formatDate } from '../shared/civil-date';
import {
  ALL,
  branch,
  certificate,
  codesOf,
  company,
  Desk,
  hintsOf,
  OUTSIDE,
  outsider,
  recordOf,
  reference,
  scope,
} from './desk.arbitrary';
import { findDuplicate } from './duplicates';
import type { Scope } from './events';
import { addMaterial } from './materials';
import { defaultPeriod } from './period';
import { readyParts } from './state';

const desk = (change: Partial<Scope> = {}, day?: string) => new Desk({ ...scope, ...change }, day);
const issued = (change: Partial<Scope> = {}) => desk(change).dispatched().allFind().decided();

describe('before it is handed in', () => {
  it('1 a wrong credit code', () => {
    expect(codesOf({ entities: [company, { ...branch, creditCode: '91210213MATEXY0210' }] })).toContain(
      'creditCode:checksum entities[1].creditCode',
    );
  });

  it('2 founded less than three years ago: the period starts with the company', () => {
    const period = defaultPeriod(dateOf('2025-02-28'), dateOf('2026-11-23'));
    expect(period && formatDate(period.start)).toBe('2025-02-28');
  });

  it('3 a period that ends today is refused', () => {
    expect(codesOf({ period: { start: '2023-01-01', end: '2026-11-23' } })).toEqual([
      'periodEndNotPast period.end',
    ]);
  });

  it('4 a period from 2020-08-31 is taken with a hint', () => {
    const change = { period: { start: '2020-08-31', end: '2025-11-22' } };
    expect([codesOf(change, '2025-11-23'), hintsOf(change, '2025-11-23')]).toEqual([
      [],
      ['periodBeforeReport'],
    ]);
  });

  it('5 a row too many', () => {
    expect(codesOf({ entities: Array.from({ length: 31 }, () => company) })).toContain(
      'entitiesCount entities',
    );
  });

  it('6 less than the core set is warned of', () => {
    const some = ALL.filter((id) => id !== 'fire-rescue');
    expect(hintsOf({ departments: some, scopeConfirmed: true })).toContain('belowCore');
  });

  it('20 nine materials are taken, the tenth is refused with where to put it', () => {
    const nine = new Set(reference.materials.map(({ id }) => id));
    expect(nine.size).toBe(9);
    const refused = addMaterial(reference.materials, nine, { title: '整改报告', files: [] });
    expect(refused).toEqual({
      ok: false,
      error: { code: 'materialTenth', mergeInto: ['penalty-documents'] },
    });
  });

  it('21 the same company, purpose and time again, while one runs', () => {
    const running = desk().dispatched();
    const cases = [{ id: 'a', main: running.main, scope }];
    expect(findDuplicate(cases, scope)?.id).toBe('a');
    expect(findDuplicate(cases, { ...scope, purpose: 'bond' })).toBeUndefined();
    expect(findDuplicate(cases, { ...scope, creditCode: OUTSIDE })).toBeUndefined();
    const { end } = scope.period;
    const later = { start: addDays(end, 1), end: addDays(end, 9) };
    expect(findDuplicate(cases, { ...scope, period: later })).toBeUndefined();
    expect(findDuplicate(cases, { ...scope, period: { ...later, start: end } })?.id).toBe('a');
    running.as('enterprise', { kind: 'withdrawn' });
    expect(findDuplicate([{ id: 'a', main: running.main, scope }], scope)).toBeUndefined();
  });

  it('22 an entity outside is marked, and no department is asked about it', () => {
    const entities = [...scope.entities, { creditCode: OUTSIDE, name: '丙公司', outside: true }];
    expect(hintsOf({ entities: [company, outsider] })).toContain('entityOutside');
    const book = desk({ entities }).dispatched().by('tax', { kind: 'taken', department: 'tax' });
    const finding = { kind: 'noRecord', phrase: 'no-record' } as const;
    const tried = book.try(
      { role: 'department', department: 'tax' },
      { kind: 'found', department: 'tax', entity: OUTSIDE, finding },
    );
    expect(tried).toBe('entity');
    const done = desk({ entities }).dispatched().allFind().decided();
    expect(done.main).toBe('issued');
    expect(done.column('tax')?.cells.map(({ state }) => state)).toEqual(['noRecord', 'outside']);
  });
});

describe('on its way', () => {
  it('7 corrected twice before acceptance, which no clock counts', () => {
    const book = desk().as('enterprise', { kind: 'submitted', scope });
    for (const day of ['2026-11-24', '2026-11-26']) {
      book.on(day).as('window', { kind: 'correctionAsked', items: ['补章'] });
      book.as('enterprise', { kind: 'corrected', scope });
    }
    book.on('2026-11-27').as('window', { kind: 'accepted' });
    expect([book.main, book.state.corrections, book.due]).toEqual(['accepted', 2, '2026-12-08']);
  });

  it('8 accepted on a Sunday', () => {
    const book = desk({}, '2026-11-22').dispatched();
    expect([book.due, book.state.clock?.left]).toEqual(['2026-12-01', 7]);
    expect(book.on('2026-11-23').state.clock?.left).toBe(6);
  });

  it('9 a pause over a holiday', () => {
    const book = desk({}, '2026-09-24').dispatched().on('2026-09-29').asks('tax');
    const { clock, open } = book.on('2026-10-03').state;
    expect([clock?.paused, clock?.stoppedBy.map(({ department }) => department)]).toEqual([true, ['tax']]);
    expect(open.map((one) => formatDate(one.answerBy))).toEqual(['2026-10-16']);
    book.on('2026-10-08').as('enterprise', { kind: 'answered', department: 'tax', question: 'q-tax' });
    expect([book.main, book.due]).toEqual(['jointReview', '2026-10-15']);
  });

  it('the worked pause: asked on 11-25, answered on 11-30, due 12-08', () => {
    const book = desk().dispatched().on('2026-11-25').asks('tax').finds('court');
    expect([book.main, book.column('health')?.state]).toEqual(['clarifying', 'assigned']);
    book.on('2026-11-30').as('enterprise', { kind: 'answered', department: 'tax', question: 'q-tax' });
    const { clock, milestones } = book.state;
    expect([book.due, clock?.provisional, clock?.lostDays]).toEqual(['2026-12-08', false, 4]);
    expect(milestones.map(({ id, due }) => `${id} ${formatDate(due)}`)).toEqual([
      'departments 2026-12-02',
      'aggregation 2026-12-03',
      'signature 2026-12-04',
      'issue 2026-12-07',
    ]);
    // Each department's clock runs alone: health was not asked, tax was.
    const dues = ['health', 'tax']
      .map((id) => book.column(id)?.clock?.due)
      .map((due) => due && formatDate(due));
    expect(dues).toEqual(['2026-11-26', '2026-12-02']);
  });

  it('13 the court answers on paper: it stops the clock with a reason, and its silence says nothing', () => {
    const wait = { kind: 'externalWait', department: 'court', reason: '线下查询' } as const;
    const book = desk().dispatched().on('2026-11-24').allFind(['court']);
    expect(book.try({ role: 'department', department: 'court' }, { ...wait, reason: ' ' })).toBe(
      'textMissing',
    );
    book.by('court', wait);
    book.on('2027-02-01');
    expect([book.main, book.column('court')?.state, book.state.outcome]).toEqual([
      'jointReview',
      'externalWait',
      undefined,
    ]);
    expect([book.state.clock?.paused, book.state.clock?.overdue, book.state.clock?.elapsed]).toEqual([
      true,
      false,
      0,
    ]);
    book.on('2027-02-02').by('court', { kind: 'externalReplied', department: 'court', scan: 'scan-1' });
    expect(book.main).toBe('jointReview');
    const tax = { kind: 'externalWait', department: 'tax', reason: '忙' } as const;
    const other = desk().dispatched();
    expect(other.try({ role: 'department', department: 'tax' }, tax)).toBe('notOffline');
    expect(other.try({ role: 'coordinator' }, tax)).toBe('ok');
  });

  it.each([
    ['once', 'withdrawn', 'withdrawn'],
    ['asReady', 'partiallyIssued', 'partiallyIssued'],
  ] as const)('14 answered too late, with output %s: %s', (output, outcome, main) => {
    const book = desk({ output }).dispatched().on('2026-11-25').asks('tax').allFind(['tax']);
    expect(book.on('2026-12-08').main).toBe('clarifying');
    book.on('2026-12-09');
    expect([book.main, book.column('tax')?.state]).toEqual(['aggregating', 'lapsed']);
    const late = { kind: 'answered', department: 'tax', question: 'q-tax' } as const;
    expect(book.try({ role: 'enterprise' }, late)).toBe('state');
    expect(book.state.outcome?.kind).toBe(outcome);
    expect(book.decided().main).toBe(main);
    expect(book.column('tax')?.cells.map(({ state }) => state)).toEqual(['withheld']);
    expect(book.state.certificates).toHaveLength(output === 'once' ? 0 : 1);
  });

  it('lets no department stop the clock once the limit is used up', () => {
    const book = desk().dispatched().on('2026-11-25').asks('tax').on('2026-12-09');
    book.by('health', { kind: 'taken', department: 'health' });
    const asked = { kind: 'asked', department: 'health', question: 'r', text: '请说明' } as const;
    expect(book.try({ role: 'department', department: 'health' }, asked)).toBe('pauseUsedUp');
    expect([book.due, book.state.pauseUse.used]).toEqual(['2026-12-16', 10]);
  });

  it('15 withdrawn before and after aggregation, and not once it is issued', () => {
    const withdraw = { kind: 'withdrawn' } as const;
    const before = desk().dispatched().allFind(['tax']).as('enterprise', withdraw);
    const after = desk()
      .dispatched()
      .allFind()
      .as('system', { kind: 'aggregated' })
      .as('enterprise', withdraw);
    expect([before.main, after.main]).toEqual(['withdrawn', 'withdrawn']);
    expect([before.state.certificates, after.state.certificates]).toEqual([[], []]);
    expect(issued().try({ role: 'enterprise' }, withdraw)).toBe('state');
  });

  it('extends once, by three days at most, with a reason', () => {
    const book = desk().dispatched();
    const extend = (days: number, reason = '案情复杂') =>
      book.try({ role: 'coordinator' }, { kind: 'extended', days, reason });
    expect([extend(4), extend(0), extend(3, ''), extend(3), extend(1)]).toEqual([
      'extensionDays',
      'extensionDays',
      'textMissing',
      'ok',
      'extensionUsed',
    ]);
    expect(book.due).toBe('2026-12-07');
  });

  it('is red after the due day, and nothing else changes', () => {
    const book = desk().dispatched().on('2026-12-02');
    expect(book.state.clock?.overdue).toBe(false);
    book.on('2026-12-03');
    expect([book.state.clock?.overdue, book.main, book.column('tax')?.overdue]).toEqual([
      true,
      'jointReview',
      true,
    ]);
    expect(book.column('tax')?.state).toBe('assigned');
  });
});

describe('the outcome', () => {
  it('10 no record anywhere', () => {
    const book = issued();
    expect([book.main, book.state.outcome]).toEqual([
      'issued',
      { kind: 'issued', included: ALL, annexed: [], excluded: [] },
    ]);
    expect(book.state.certificates.map(({ status }) => status)).toEqual(['valid']);
  });

  it.each(['minor', 'remedied', 'notMajor'] as const)(
    '11 one record found %s is issued with its list',
    (found) => {
      const book = desk().dispatched().allFind(['tax']).finds('tax', recordOf(found));
      expect(book.state.outcome).toEqual({ kind: 'issued', included: ALL, annexed: ['tax'], excluded: [] });
      expect(book.decided().main).toBe('issued');
    },
  );

  it.each([
    ['major', 'once', 'notIssued'],
    ['major', 'asReady', 'partiallyIssued'],
    ['unremedied', 'once', 'notIssued'],
    ['unremedied', 'asReady', 'partiallyIssued'],
  ] as const)('12 one record found %s, with output %s: %s', (found, output, outcome) => {
    const book = desk({ output }).dispatched().allFind(['tax']).finds('tax', recordOf(found));
    expect(readyParts(book.state)).toEqual(output === 'asReady' ? ALL.filter((id) => id !== 'tax') : []);
    expect(book.decided().main).toBe(outcome);
    expect(book.state.outcome).toMatchObject({ withheld: [{ department: 'tax', why: 'blocked' }] });
    expect(book.state.certificates).toHaveLength(output === 'once' ? 0 : 1);
  });

  it('is red for the whole department when one entity is', () => {
    const entities = [...scope.entities, { creditCode: branch.creditCode, name: '分公司', outside: false }];
    const book = desk({ entities, output: 'asReady' }).dispatched().allFind(['tax']);
    book.by('tax', { kind: 'taken', department: 'tax' });
    const say = (entity: string, finding: ReturnType<typeof recordOf>) =>
      book.by('tax', { kind: 'found', department: 'tax', entity, finding });
    say(scope.creditCode, recordOf('minor'));
    expect(book.state.outcome).toBeUndefined();
    say(branch.creditCode, recordOf('major'));
    expect(book.column('tax')?.cells.map(({ state }) => state)).toEqual(['cleared', 'blocked']);
    expect(book.state.outcome).toMatchObject({ kind: 'partiallyIssued', annexed: [] });
  });

  it('is never entered against the board, nor without reason or certificate', () => {
    const book = desk().dispatched().allFind(['tax']).finds('tax', recordOf('major'));
    book.as('system', { kind: 'aggregated' });
    const by = { role: 'coordinator' } as const;
    const paper = certificate(book.day);
    expect([
      book.try(by, { kind: 'decided', outcome: 'issued', certificate: paper }),
      book.try(by, { kind: 'decided', outcome: 'notIssued' }),
      book.try(by, { kind: 'decided', outcome: 'notIssued', reason: '未整改', certificate: paper }),
      book.try(by, { kind: 'decided', outcome: 'notIssued', reason: '未整改' }),
    ]).toEqual(['outcomeDiffers', 'reasonMissing', 'certificate', 'ok']);
  });

  it('takes no finding outside the phrase library, the period, or without its papers', () => {
    const book = desk().dispatched().by('tax', { kind: 'taken', department: 'tax' });
    const say = (finding: unknown) =>
      book.try({ role: 'department', department: 'tax' }, {
        kind: 'found',
        department: 'tax',
        entity: scope.creditCode,
        finding,
      } as Parameters<Desk['try']>[1]);
    const record = recordOf('minor');
    expect([
      say({ kind: 'noRecord', phrase: 'record-minor' }),
      say({ ...record, phrase: 'no-record' }),
      say({ ...record, phrase: 'record-remedied' }),
      say({ ...record, opinion: '' }),
      say({ ...record, records: [] }),
      say({
        ...record,
        records: [{ documentNumber: '文号', agency: '甲', decidedOn: dateOf('2022-12-31') }],
      }),
      say({ ...record, records: [{ documentNumber: '文号', agency: '甲', decidedOn: scope.period.end }] }),
    ]).toEqual([
      'phrase',
      'phrase',
      'phrase',
      'opinionMissing',
      'recordMissing',
      'recordOutsidePeriod',
      'ok',
    ]);
  });

  it('leaves out a field that the coordinator rules to be nobody’s, and says so', () => {
    const book = desk().dispatched().allFind(['meteorology']);
    book.by('meteorology', { kind: 'recused', department: 'meteorology', reason: '非本辖区' });
    expect(book.state.outcome).toBeUndefined();
    book.as('coordinator', { kind: 'ruled', department: 'meteorology', ruling: 'excluded', reason: '无主' });
    expect(book.state.outcome).toMatchObject({ kind: 'issued', excluded: ['meteorology'] });
    expect(book.column('meteorology')?.cells.map(({ state }) => state)).toEqual(['withheld']);
    const alone = desk({ departments: ['tax'] }).dispatched();
    alone.by('tax', { kind: 'recused', department: 'tax', reason: '非本辖区' });
    alone.as('coordinator', { kind: 'ruled', department: 'tax', ruling: 'excluded', reason: '无主' });
    expect(alone.state.outcome).toEqual({ kind: 'notIssued', withheld: [] });
  });
});
