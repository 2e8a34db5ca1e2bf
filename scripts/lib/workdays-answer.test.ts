import fc from 'fast-check';
import { loadCalendar } from '../content/holiday-compile';
import { answer, parseQuestion, toJson } from './workdays-answer';

const calendar = loadCalendar();
const codeOf = (...words: string[]): string => {
  const parsed = parseQuestion(words);
  return parsed.ok ? 'ok' : parsed.error.code;
};

describe('parseQuestion', () => {
  it.each([
    [['2026-09-18', '7'], 'ok'],
    [['2026-09-18', '5000'], 'ok'],
    [[], 'usage'],
    [['2026-09-18'], 'usage'],
    [['2026-09-18', '7', '8'], 'usage'],
    [['2026/09/18', '7'], 'date-shape'],
    [['2026-9-18', '7'], 'date-shape'],
    [['2026-02-30', '7'], 'date-missing'],
    [['1999-12-31', '7'], 'date-range'],
    [['2101-01-01', '7'], 'date-range'],
    [['2026-09-18', '7.5'], 'days-shape'],
    [['2026-09-18', '七'], 'days-shape'],
    [['2026-09-18', '0'], 'days-range'],
    [['2026-09-18', '-3'], 'days-range'],
    [['2026-09-18', '5001'], 'days-range'],
    [['2026-09-18', '9'.repeat(400)], 'days-range'],
  ])('%j is %s', (words, code) => {
    expect(codeOf(...words)).toBe(code);
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.array(fc.string(), { maxLength: 4 }), (words) => void parseQuestion(words)));
  });
});

describe('toJson', () => {
  const json = (date: string, days: string): unknown => {
    const parsed = parseQuestion([date, days]);
    if (!parsed.ok) throw new Error(parsed.error.code);
    return JSON.parse(toJson(parsed.value, answer(calendar, parsed.value)));
  };

  it('lists each day with why', () => {
    expect(json('2026-10-09', '2')).toEqual({
      from: '2026-10-09',
      workdays: 2,
      due: '2026-10-12',
      estimated: false,
      calendarVersion: calendar.version,
      days: [
        { date: '2026-10-10', counted: true, number: 1, kind: 'makeUp', why: '调休上班' },
        { date: '2026-10-11', counted: false, kind: 'weekend', why: '周末' },
        { date: '2026-10-12', counted: true, number: 2, kind: 'workday', why: '工作日' },
      ],
    });
  });

  it('says when it is an estimate', () => {
    expect(json('2027-02-04', '1')).toMatchObject({ due: '2027-02-09', estimated: true });
  });
});
