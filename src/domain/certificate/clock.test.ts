import fc from 'fast-check';
import { addWorkdays, isWorkday, workdaysBetween } from '../calendar/workdays';
import { compareDates, dateOf, dayNumber, formatDate, fromDayNumber } from '../shared/civil-date';
import { covers, dateOfDay, runClock, type Span } from './clock';
import { answerBy, hasLapsed, pauseUse, spansOf, type Question } from './pauses';
import { rules } from './desk.arbitrary';

const { calendar } = rules;
const far = dateOf('2035-01-01');

const dueOf = (
  start: string,
  spans: readonly Span[] = [],
  unit: 'workday' | 'calendarDay' = 'workday',
): string => formatDate(runClock(calendar, { start: dateOf(start), total: 7, unit, spans, asOf: far }).due);

const span = (from: string, to: string, department = 'tax'): Span => ({
  department,
  why: 'question',
  from: dateOf(from),
  to: dateOf(to),
  open: false,
});

describe('the worked dates', () => {
  it.each([
    ['2026-11-23', '2026-12-02'],
    ['2026-09-18', '2026-09-29'],
    ['2026-09-24', '2026-10-12'],
    ['2026-02-13', '2026-03-02'],
    ['2025-12-31', '2026-01-12'],
    ['2025-01-24', '2025-02-10'],
    ['2024-02-09', '2024-02-26'],
    // Accepted on a Sunday: day 1 is Monday.
    ['2026-11-22', '2026-12-01'],
  ])('accepted %s, due %s', (start, due) => {
    expect(dueOf(start)).toBe(due);
  });

  it('stops from the day of asking to the day of the answer', () => {
    const spans = [span('2026-11-25', '2026-11-30')];
    expect(dueOf('2026-11-23', spans)).toBe('2026-12-08');
    const clock = runClock(calendar, {
      start: dateOf('2026-11-23'),
      total: 7,
      unit: 'workday',
      spans,
      asOf: dateOf('2026-12-01'),
    });
    expect([1, 2].map((n) => formatDate(dateOfDay(clock, n) ?? far))).toEqual(['2026-11-24', '2026-12-01']);
    expect([clock.elapsed, clock.left, clock.lostDays, clock.overdue]).toEqual([2, 5, 4, false]);
  });

  it('loses the days of a pause over a holiday only where they would have counted', () => {
    // 09-29 and 09-30 are lost, 国庆节 is not; the answer comes on 10-08, lost too.
    expect(dueOf('2026-09-24', [span('2026-09-29', '2026-10-08')])).toBe('2026-10-15');
  });

  it('counts calendar days when the unit says so, to a working day', () => {
    expect(dueOf('2026-11-23', [], 'calendarDay')).toBe('2026-11-30');
    expect(dueOf('2026-09-26', [], 'calendarDay')).toBe('2026-10-08');
  });

  it('says when the arrangement of a year is not out yet', () => {
    const clock = runClock(calendar, {
      start: dateOf('2026-12-28'),
      total: 7,
      unit: 'workday',
      spans: [],
      asOf: dateOf('2026-12-28'),
    });
    expect([clock.estimate, clock.calendarVersion]).toEqual(['unannounced', calendar.version]);
  });
});

const anyDay = fc.integer({ min: dayNumber(dateOf('2023-01-01')), max: dayNumber(dateOf('2026-10-31')) });
const anySpans = fc.array(fc.tuple(fc.nat(30), fc.nat(12), fc.constantFrom('tax', 'court', 'health')), {
  maxLength: 6,
});

describe('the clock, whatever stops it', () => {
  const build = (start: number, raw: readonly (readonly [number, number, string])[]): Span[] =>
    raw.map(([offset, length, department]) => ({
      department,
      why: 'question',
      from: fromDayNumber(start + offset),
      to: fromDayNumber(start + offset + length),
      open: false,
    }));
  const run = (start: number, spans: readonly Span[], asOf = far) =>
    runClock(calendar, { start: fromDayNumber(start), total: 7, unit: 'workday', spans, asOf });

  it('adds up: counted, lost and free days are all days; each lost day is lost once', () => {
    fc.assert(
      fc.property(anyDay, anySpans, (start, raw) => {
        const spans = build(start, raw);
        const clock = run(start, spans);
        const free = clock.days.filter(({ date }) => !isWorkday(calendar, date)).length;
        expect(7 + clock.lostDays + free).toBe(clock.days.length);
        expect(workdaysBetween(calendar, clock.start, clock.due)).toBe(7 + clock.lostDays);
        const union = clock.days.filter(
          ({ date }) => isWorkday(calendar, date) && spans.some((s) => covers(s, date)),
        );
        expect(clock.lostDays).toBe(union.length);
        expect(clock.due).toEqual(addWorkdays(calendar, clock.start, 7 + clock.lostDays));
      }),
    );
  });

  it('elapses by at most one a day, never back, and is late only after the due day', () => {
    fc.assert(
      fc.property(anyDay, anySpans, fc.nat(60), (start, raw, after) => {
        const spans = build(start, raw);
        const today = run(start, spans, fromDayNumber(start + after));
        const tomorrow = run(start, spans, fromDayNumber(start + after + 1));
        expect([0, 1]).toContain(tomorrow.elapsed - today.elapsed);
        expect(today.overdue).toBe(compareDates(fromDayNumber(start + after), today.due) > 0);
        expect(today.elapsed + today.left).toBe(7);
      }),
    );
  });

  it('is never sooner for a further stop, and no later than by all of its working days', () => {
    fc.assert(
      fc.property(anyDay, anySpans, anySpans, (start, some, more) => {
        const [a, both] = [run(start, build(start, some)), run(start, build(start, [...some, ...more]))];
        expect(compareDates(both.due, a.due)).toBeGreaterThanOrEqual(0);
        const b = run(start, build(start, more));
        expect(both.lostDays).toBeGreaterThanOrEqual(Math.max(a.lostDays, 0));
        if (some.length === 0) expect(both.due).toEqual(b.due);
      }),
    );
  });
});

describe('the limit of pauses', () => {
  const limits = { unit: 'workday', pauseLimit: 10 } as const;
  const start = dateOf('2026-11-23');
  const open: Question = { id: 'q', department: 'tax', text: '', askedOn: dateOf('2026-11-25') };

  it('ends on the tenth working day, the day of asking included', () => {
    const use = pauseUse(calendar, limits, [open], start, dateOf('2026-12-31'));
    expect(formatDate(use.lastDay ?? far)).toBe('2026-12-08');
    expect(hasLapsed(open, use, dateOf('2026-12-08'))).toBe(false);
    expect(hasLapsed(open, use, dateOf('2026-12-09'))).toBe(true);
    const [stop] = spansOf([open], [], use, dateOf('2026-12-31'));
    expect([stop && formatDate(stop.to), stop?.open]).toEqual(['2026-12-08', false]);
  });

  it('tells the same last day from the day of asking on', () => {
    for (const day of ['2026-11-25', '2026-11-28', '2026-12-04', '2026-12-08']) {
      const use = pauseUse(calendar, limits, [open], start, dateOf(day));
      expect(formatDate(answerBy(calendar, limits, use, dateOf(day)))).toBe('2026-12-08');
    }
  });

  it('is shared: two questions at once use a day once, two in turn add up', () => {
    const answered = { ...open, answeredOn: dateOf('2026-11-30') };
    const other = { ...open, id: 'r', department: 'court', answeredOn: dateOf('2026-12-01') };
    const asOf = dateOf('2026-12-31');
    expect(pauseUse(calendar, limits, [answered], start, asOf).used).toBe(4);
    expect(pauseUse(calendar, limits, [answered, other], start, asOf).used).toBe(5);
    const later = { ...other, askedOn: dateOf('2026-12-02'), answeredOn: dateOf('2026-12-03') };
    expect(pauseUse(calendar, limits, [answered, later], start, asOf).used).toBe(6);
  });
});
