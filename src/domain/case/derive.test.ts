import fc from 'fast-check';
import { addWorkdays } from '../calendar/workdays';
import { addDays, compareDates, dateOf, daysBetween, formatDate } from '../shared/civil-date';
import { caseDeadline, type Pause } from './clock';
import {
  calendar,
  eventsOf,
  FACTS,
  submitted,
  submittedBy,
  viewOf,
  WITHOUT_SILENCE,
  type Happening,
} from './cases.arbitrary';
import { derive } from './derive';

const dueOf = (asOf: string, ...happenings: Happening[]): string | undefined => {
  const due = viewOf(asOf, ...happenings).deadline?.due;
  return due && formatDate(due);
};

describe('silence', () => {
  // 2026-09-21 Monday: 22, 23, 24 are working days, 25–27 中秋, then 28 and 29.
  it.each([
    ['2026-09-21', 'submitted'],
    ['2026-09-29', 'submitted'],
    ['2026-09-30', 'accepted'],
  ])('on %s the case is %s', (asOf, status) => {
    expect(viewOf(asOf, ['2026-09-21', submitted()]).status).toBe(status);
  });

  it('accepts from the day of receipt', () => {
    const view = viewOf('2026-09-30', ['2026-09-21', submitted()]);
    expect(view.acceptance).toEqual({ on: dateOf('2026-09-21'), deemed: true, recorded: false });
    expect(view.newPromise).toEqual({ due: '2026-10-08', calendarVersion: calendar.version });
  });

  it('means nothing where the rule does not apply', () => {
    const view = viewOf('2027-09-21', ['2026-09-21', submittedBy(WITHOUT_SILENCE)]);
    expect(view.status).toBe('submitted');
    expect(view.wakesOn).toBeUndefined();
  });

  it('is the same whether or not the server wrote it down', () => {
    const alone = viewOf('2026-10-08', ['2026-09-21', submitted()]);
    const written = viewOf(
      '2026-10-08',
      ['2026-09-21', submitted()],
      ['2026-09-30', FACTS.deemedAccepted, 'system'],
    );
    expect({ ...written, version: 1, acceptance: undefined }).toEqual({ ...alone, acceptance: undefined });
    expect(written.acceptance).toEqual({ ...alone.acceptance, recorded: true });
  });

  it('starts anew with a correction', () => {
    const happenings: Happening[] = [
      ['2026-11-02', submitted()],
      ['2026-11-05', FACTS.correctionAsked],
      ['2026-11-10', FACTS.corrected, 'applicant'],
    ];
    expect(viewOf('2026-11-17', ...happenings).status).toBe('corrected');
    const view = viewOf('2026-11-18', ...happenings);
    expect([view.status, view.answers, view.correction]).toEqual(['accepted', 2, undefined]);
    expect(view.acceptance?.on).toEqual(dateOf('2026-11-10'));
  });

  it('does not undo a notice that was in time by the calendar of its day', () => {
    const view = viewOf('2026-10-08', ['2026-09-21', submitted()], ['2026-10-08', FACTS.correctionAsked]);
    expect([view.status, view.acceptance]).toEqual(['correcting', undefined]);
  });
});

describe('a correction that does not come', () => {
  const asked: Happening[] = [
    ['2026-11-02', submitted()],
    ['2026-11-03', FACTS.correctionAsked],
  ];

  it('is reminded of after 15 working days, and may still come', () => {
    expect(viewOf('2026-11-24', ...asked)).toMatchObject({
      status: 'correcting',
      correction: { lapsed: false },
    });
    expect(viewOf('2026-11-25', ...asked)).toMatchObject({
      status: 'correcting',
      correction: { lapsed: true },
    });
    expect(viewOf('2026-12-01', ...asked, ['2026-12-01', FACTS.corrected]).status).toBe('corrected');
  });

  it('counts as withdrawn where the law says so', () => {
    const view = viewOf(
      '2026-11-25',
      ['2026-11-02', submitted({ onCorrectionLapse: 'withdrawn' })],
      ['2026-11-03', FACTS.correctionAsked],
    );
    expect([view.status, view.withdrawnBy]).toEqual(['withdrawn', 'lapse']);
  });
});

describe('the clock', () => {
  const accepted = (day: string, rules = {}): Happening[] => [
    [day, submitted(rules)],
    [day, FACTS.accepted],
  ];

  it('runs from acceptance', () => {
    expect(dueOf('2026-09-24', ...accepted('2026-09-24'))).toBe('2026-10-12');
    expect(dueOf('2026-09-24', ['2026-09-24', submitted()])).toBeUndefined();
  });

  it('stops from the notice to the answer, both days included', () => {
    const stopped: Happening[] = [...accepted('2026-11-23'), ['2026-11-25', FACTS.paused]];
    const view = viewOf('2026-11-27', ...stopped);
    expect(view.deadline).toMatchObject({ counted: 1, total: 7 });
    expect(view.deadline?.due).toBeUndefined();
    expect(view.deadline?.days.map(({ why }) => why.kind)).toEqual(['workday', 'paused', 'paused', 'paused']);
    expect(dueOf('2026-12-01', ...stopped, ['2026-11-30', FACTS.resumed])).toBe('2026-12-08');
  });

  it('stops for a correction after acceptance', () => {
    const happenings: Happening[] = [
      ...accepted('2026-11-23', { laterCorrection: true }),
      ['2026-11-25', FACTS.correctionAsked],
      ['2026-11-30', FACTS.corrected],
    ];
    expect(viewOf('2026-11-30', ...happenings).status).toBe('accepted');
    expect(dueOf('2026-11-30', ...happenings)).toBe('2026-12-08');
  });

  it('is extended', () => {
    expect(dueOf('2026-11-24', ...accepted('2026-11-23'), ['2026-11-24', FACTS.extended])).toBe('2026-12-16');
  });

  it.each([
    ['calendarDay', 15, '2026-11-09', '2026-11-24'],
    ['calendarDay', 15, '2026-09-18', '2026-10-08'],
    ['workday', 20, '2026-11-23', '2026-12-21'],
  ] as const)('of %s %i from %s ends on %s', (unit, days, from, due) => {
    expect(dueOf(from, ...accepted(from, { clock: { kind: 'days', days, unit } }))).toBe(due);
  });

  it('has no date by appointment, and ends at once at the window', () => {
    expect(dueOf('2026-11-23', ...accepted('2026-11-23', { clock: { kind: 'scheduled' } }))).toBeUndefined();
    expect(dueOf('2026-11-23', ...accepted('2026-11-23', { clock: { kind: 'instant' } }))).toBe('2026-11-23');
  });

  it('judges a decided case by the day of its decision', () => {
    const happenings = accepted('2026-11-23');
    expect(viewOf('2026-12-02', ...happenings).overdue).toBe(false);
    expect(viewOf('2026-12-03', ...happenings).overdue).toBe(true);
    expect(viewOf('2027-12-03', ...happenings, ['2026-12-02', FACTS.decided]).overdue).toBe(false);
  });

  it('leaves no day unexplained, and counts what it promises', () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(10)), { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.nat(900),
        fc.integer({ min: 1, max: 60 }),
        spans,
        fc.constantFrom('workday' as const, 'calendarDay' as const),
        (offset, days, pausesAt, unit) => {
          const start = addDays(dateOf('2025-01-01'), offset);
          const pauses: Pause[] = pausesAt.map(([from, length]) => ({
            from: addDays(start, from),
            to: addDays(start, from + length),
            why: 'testing',
          }));
          const found = caseDeadline(
            { kind: 'days', days, unit },
            { start, pauses, extension: 0 },
            calendar,
            start,
          );
          const due = found?.due ?? start;
          expect(found?.days).toHaveLength(daysBetween(start, due));
          expect(found?.days.filter(({ number }) => number !== undefined)).toHaveLength(days);
          expect(found?.days.at(-1)?.why.kind).toMatch(/workday|makeUp/);
          if (pauses.length === 0 && unit === 'workday')
            expect(due).toEqual(addWorkdays(calendar, start, days));
          if (unit === 'workday')
            expect(compareDates(due, addWorkdays(calendar, start, days))).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('a promise', () => {
  const told = { due: '2027-01-05', calendarVersion: '2026-11-01' };

  it('is renewed when the arrangement of a year moves its date', () => {
    const happenings: Happening[] = [
      ['2026-12-25', submitted()],
      ['2026-12-25', FACTS.accepted, 'clerk', told],
    ];
    const { newPromise } = viewOf('2026-12-26', ...happenings);
    expect(newPromise).toEqual({ due: '2027-01-06', calendarVersion: calendar.version });
    if (newPromise === undefined) throw new Error('the date moved, so there is a new promise');
    const view = viewOf('2026-12-27', ...happenings, [
      '2026-12-26',
      FACTS.calendarRevised,
      'system',
      newPromise,
    ]);
    expect([view.promise, view.newPromise]).toEqual([newPromise, undefined]);
  });
});

describe('the log', () => {
  it('must begin with the submission and have no gaps', () => {
    const [first] = eventsOf([['2026-11-23', submitted()]]);
    const [, second] = eventsOf([
      ['2026-11-23', submitted()],
      ['2026-11-23', FACTS.accepted],
    ]);
    const at = dateOf('2026-11-24');
    expect(() => derive([], at, calendar)).toThrow();
    expect(() => derive(second ? [{ ...second, seq: 1 }] : [], at, calendar)).toThrow();
    expect(() => derive(first && second ? [first, { ...second, seq: 3 }] : [], at, calendar)).toThrow();
    expect(() => derive(first ? [first, { ...first, seq: 2 }] : [], at, calendar)).toThrow();
  });
});
