import fc from 'fast-check';
import { loadCalendar } from '../../../scripts/content/holiday-compile';
import { dateOf, dayNumber, daysBetween, formatDate, fromDayNumber } from '../shared/civil-date';
import { calendarDeadline, workdayDeadline } from './deadline';
import { addWorkdays } from './workdays';

const calendar = loadCalendar();
const anyDate = fc
  .integer({ min: dayNumber(dateOf('2020-01-01')), max: dayNumber(dateOf('2030-12-31')) })
  .map(fromDayNumber);

describe('workdayDeadline', () => {
  it('names each day from acceptance to the promised date', () => {
    const { due, days, estimate, calendarVersion } = workdayDeadline(calendar, dateOf('2026-09-18'), 3);
    expect(formatDate(due)).toBe('2026-09-22');
    expect(days.map(({ date, why, number }) => [formatDate(date), why.kind, number])).toEqual([
      ['2026-09-19', 'weekend', undefined],
      ['2026-09-20', 'makeUp', 1],
      ['2026-09-21', 'workday', 2],
      ['2026-09-22', 'workday', 3],
    ]);
    expect(estimate).toBeUndefined();
    expect(calendarVersion).toBe(calendar.version);
  });

  it('names the holiday', () => {
    const { days } = workdayDeadline(calendar, dateOf('2026-09-24'), 1);
    expect(days.slice(0, 3).map(({ why }) => why)).toEqual(
      Array.from({ length: 3 }, () => ({ kind: 'holiday', name: '中秋节' })),
    );
  });

  it.each([
    ['2026-12-30', 1, undefined],
    ['2026-12-30', 2, 'unannounced'],
    ['2022-12-29', 1, 'uncollected'],
  ])('%s and %i days rests on %s', (from, n, estimate) => {
    expect(workdayDeadline(calendar, dateOf(from), n).estimate).toBe(estimate);
  });

  it('agrees with addWorkdays, and leaves no day out', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 60 }), (from, n) => {
        const { due, days } = workdayDeadline(calendar, from, n);
        expect(due).toEqual(addWorkdays(calendar, from, n));
        expect(days).toHaveLength(daysBetween(from, due));
        expect(days.filter(({ number }) => number !== undefined)).toHaveLength(n);
      }),
    );
  });
});

describe('calendarDeadline', () => {
  it.each([
    ['2026-11-02', 20, '2026-11-23'],
    ['2026-11-03', 20, '2026-11-23'],
    ['2026-09-01', 30, '2026-10-08'],
    ['2026-10-01', 0, '2026-10-01'],
  ])('%s and %i days ends on %s', (from, n, due) => {
    const { due: found, days } = calendarDeadline(calendar, dateOf(from), n);
    expect(formatDate(found)).toBe(due);
    expect(days.filter(({ number }) => number !== undefined)).toHaveLength(n);
  });

  it.each([-1, 0.5])('throws for %d days', (n) => {
    expect(() => calendarDeadline(calendar, dateOf('2026-11-23'), n)).toThrow(RangeError);
    expect(() => workdayDeadline(calendar, dateOf('2026-11-23'), n)).toThrow(RangeError);
  });
});
