import fc from 'fast-check';
import { countWorkdays, loadCalendar } from '../../../scripts/content/holiday-compile';
import { addDays, addMonths, compareDates, dateOf, formatDate, fromDayNumber } from '../shared/civil-date';
import { dayNumber, daysBetween, weekday } from '../shared/civil-date';
import { estimateOf } from './calendar';
import { addWorkdays, dayKind, isWorkday, onOrAfterWorkday, workdaysBetween } from './workdays';

const calendar = loadCalendar();
const due = (from: string, n: number): string => formatDate(addWorkdays(calendar, dateOf(from), n));
const kindOf = (date: string): string => dayKind(calendar, dateOf(date)).kind;

const anyDate = fc
  .integer({ min: dayNumber(dateOf('2015-01-01')), max: dayNumber(dateOf('2045-12-31')) })
  .map(fromDayNumber);
const anyCount = fc.integer({ min: 1, max: 300 });

describe('the table', () => {
  it.each([
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, days) => {
    expect(countWorkdays(calendar, year)).toBe(days);
  });

  it('has the months of 2026', () => {
    const months = Array.from({ length: 12 }, (_, i) => countWorkdays(calendar, 2026, i + 1));
    expect(months).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]);
  });

  it.each([
    ['2024-02-09', 'workday'],
    ['2025-01-28', 'holiday'],
    ['2025-05-02', 'holiday'],
    ['2023-01-02', 'holiday'],
    ['2022-12-31', 'weekend'],
    ['2026-10-10', 'makeUp'],
    ['2026-10-11', 'weekend'],
    ['2026-10-03', 'holiday'],
  ])('%s is a %s', (date, kind) => {
    expect(kindOf(date)).toBe(kind);
  });

  it.each([
    '01-01',
    '02-05',
    '02-08',
    '04-05',
    '05-01',
    '05-02',
    '06-09',
    '09-15',
    '10-01',
    '10-02',
    '10-03',
  ])('estimates 2027-%s as a holiday', (day) => {
    expect(kindOf(`2027-${day}`)).toBe('holiday');
  });

  it('subtracts 13 statutory days from each listed estimate', () => {
    for (let year = 2027; year <= 2035; year++) {
      const days = new Set<string>();
      for (let day = dateOf(`${year}-01-01`); day.year === year; day = addDays(day, 1)) {
        if (dayKind(calendar, day).kind === 'holiday') days.add(formatDate(day));
      }
      // In 2028 and 2031 中秋节 falls on a day of 国庆节.
      expect([year, days.size]).toEqual([year, year === 2028 || year === 2031 ? 12 : 13]);
    }
  });

  it('subtracts only fixed days outside the table, and says that it estimates', () => {
    expect(['2050-10-03', '2050-05-02', '2022-05-02', '2022-10-03'].map(kindOf)).toEqual([
      'holiday',
      'holiday',
      'workday',
      'holiday',
    ]);
    expect([2022, 2023, 2026, 2027, 2050].map((year) => estimateOf(calendar, year))).toEqual([
      'uncollected',
      undefined,
      undefined,
      'unannounced',
      'unannounced',
    ]);
  });
});

describe('addWorkdays', () => {
  it.each([
    ['2026-09-18', 7, '2026-09-29'],
    ['2026-09-24', 7, '2026-10-12'],
    ['2026-02-13', 7, '2026-03-02'],
    ['2025-12-31', 7, '2026-01-12'],
    ['2024-09-30', 7, '2024-10-15'],
    ['2026-11-23', 20, '2026-12-21'],
    ['2026-10-10', 1, '2026-10-12'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('%s and %i working days is %s', (from, n, to) => {
    expect(due(from, n)).toBe(to);
  });

  it.each([-1, 1.5, Number.NaN, Infinity])('throws for %d days', (n) => {
    expect(() => addWorkdays(calendar, dateOf('2026-11-23'), n)).toThrow(RangeError);
  });

  it('ends on a working day, and counts what it adds', () => {
    fc.assert(
      fc.property(anyDate, anyCount, (from, n) => {
        const to = addWorkdays(calendar, from, n);
        expect(isWorkday(calendar, to)).toBe(true);
        expect(workdaysBetween(calendar, from, to)).toBe(n);
        expect(workdaysBetween(calendar, to, from)).toBe(-n);
      }),
    );
  });

  it('adds in parts as in one go, and later starts never end earlier', () => {
    fc.assert(
      fc.property(anyDate, anyCount, anyCount, (from, a, b) => {
        const inParts = addWorkdays(calendar, addWorkdays(calendar, from, a), b);
        expect(inParts).toEqual(addWorkdays(calendar, from, a + b));
        const next = addWorkdays(calendar, addDays(from, 1), a);
        expect(compareDates(next, addWorkdays(calendar, from, a))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('other rules of periods', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', -3, '2026-05-31'],
  ])('%s plus %i months corresponds to %s', (from, months, to) => {
    expect(formatDate(addMonths(dateOf(from), months))).toBe(to);
  });

  it('moves a last day that is no working day on to the next', () => {
    const moved = ['2026-10-01', '2026-10-10', '2026-10-11', '2026-11-23'].map((date) =>
      formatDate(onOrAfterWorkday(calendar, dateOf(date))),
    );
    expect(moved).toEqual(['2026-10-08', '2026-10-10', '2026-10-12', '2026-11-23']);
  });

  it('never works on a weekend that no notice names', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const { kind } = dayKind(calendar, date);
        if (kind === 'makeUp') expect(weekday(date) % 6).toBe(0);
        if (kind === 'workday') expect(weekday(date) % 6).not.toBe(0);
        expect(daysBetween(date, onOrAfterWorkday(calendar, date))).toBeLessThan(11);
      }),
    );
  });
});
