import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  civilDate,
  compareDates,
  dateOf,
  dayNumber,
  daysBetween,
  endOfMonth,
  formatDate,
  fromDayNumber,
  parseDate,
  weekday,
} from './civil-date';

const anyDate = fc
  .tuple(
    fc.integer({ min: 1800, max: 2200 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, day]) => civilDate(year, month, day))
  .filter((date) => date !== undefined);

describe('parseDate', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('reads %s', (text) => {
    expect(formatDate(dateOf(text))).toBe(text);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026/01/01',
    '',
    '2026-01-01T00:00',
  ])('refuses %s', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});

describe('months and ages', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', -3, '2026-05-31'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s plus %i months is %s', (from, months, to) => {
    expect(formatDate(addMonths(dateOf(from), months))).toBe(to);
  });

  it.each([
    ['1946-11-23', '2026-11-23', 80],
    ['1946-11-24', '2026-11-23', 79],
    // Shanghai kept summer time in 1946: instants get this one wrong.
    ['1946-05-15', '2026-05-15', 80],
    ['1944-02-29', '2025-02-28', 81],
    ['1944-02-29', '2024-02-28', 79],
    ['2027-01-01', '2026-11-23', -1],
  ])('born %s, on %s the age is %i', (birth, on, age) => {
    expect(ageOn(dateOf(birth), dateOf(on))).toBe(age);
  });

  it('knows the last day of a month', () => {
    expect(formatDate(endOfMonth(dateOf('2024-02-10')))).toBe('2024-02-29');
  });
});

describe('day numbers', () => {
  it('agrees with the weekday of known days', () => {
    expect(weekday(dateOf('2026-11-24'))).toBe(2);
    expect(weekday(dateOf('2000-01-01'))).toBe(6);
  });

  it('comes back from a day number, and moves one weekday a day', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(fromDayNumber(dayNumber(date))).toEqual(date);
        expect(weekday(addDays(date, 1))).toBe((weekday(date) + 1) % 7);
      }),
    );
  });

  it('counts the days it adds', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40000, max: 40000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('reaches an age on the birthday and not the day before', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 110 }), (birth, years) => {
        const birthday = addYears(birth, years);
        expect(ageOn(birth, birthday)).toBe(years);
        expect(ageOn(birth, addDays(birthday, -1))).toBe(years - 1);
        expect(compareDates(birthday, birth)).toBeGreaterThan(0);
      }),
    );
  });
});
