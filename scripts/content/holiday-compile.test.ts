import { countWorkdays, loadCalendar } from './holiday-compile';
import { calendarSpan, exceeds } from './rules/time';

const calendar = loadCalendar();

describe('loadCalendar', () => {
  it('knows which years were announced, and stays small enough for the phone', () => {
    expect([calendar.firstAnnounced, calendar.lastAnnounced]).toEqual([2023, 2026]);
    expect(JSON.stringify(calendar).length).toBeLessThan(4096);
    expect(countWorkdays(calendar, 2026, 2)).toBe(16);
  });
});

describe('calendarSpan', () => {
  it('is found over every start in the announced years', () => {
    // The longest wait for the next working day: from Saturday 2026-02-14, worked, over 春节 to 02-24.
    expect(calendarSpan(calendar, 1)).toEqual({ least: 1, most: 10 });
    // Seven in a row with a worked weekend; at worst from 2026-09-24 over two holidays to 10-12.
    const { least, most } = calendarSpan(calendar, 7);
    expect(least).toBe(7);
    expect(most).toBe(18);
  });

  it('claims no end beyond the table', () => {
    expect(calendarSpan(calendar, 5000)).toEqual({ least: 5000, most: Infinity });
  });

  it('judges a promise by its worst case', () => {
    const limit = (days: number, unit: 'workday' | 'calendarDay') =>
      ({ kind: 'limit', days, unit, evidence: 'L' }) as const;
    const { least, most } = calendarSpan(calendar, 7);
    const seven = limit(7, 'workday');
    expect(exceeds(calendar, seven, limit(most, 'calendarDay'))).toBe(false);
    expect(exceeds(calendar, seven, limit(most - 1, 'calendarDay'))).toBe(true);
    expect(exceeds(calendar, limit(least, 'calendarDay'), seven)).toBe(false);
    expect(exceeds(calendar, limit(least + 1, 'calendarDay'), seven)).toBe(true);
  });
});
