import { loadCalendar } from '../../../../scripts/content/holiday-compile';
import { dateOf } from '../../shared/civil-date';
import type { KindContext } from './kind';
import { kindOf, type LeafField } from './kinds';

const calendar = loadCalendar();
const contextOn = (on: string, siblings: Readonly<Record<string, unknown>> = {}): KindContext => ({
  asOf: dateOf(on),
  calendar,
  sibling: (key) => siblings[key],
});
const today = contextOn('2026-11-23');

function verdict(field: LeafField, value: unknown, context = today): string | undefined {
  const { clean, check } = kindOf(field);
  return check(clean ? clean(value, field) : value, field, context);
}

const base = { key: 'it', label: '它' };
const options = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));

describe('codes', () => {
  it.each<[LeafField, unknown, string | undefined]>([
    // Code points, not UTF-16 units: this one is outside the basic plane.
    [{ ...base, kind: 'text', maxLength: 2 }, '𠀀𠀀', undefined],
    [{ ...base, kind: 'text', minLength: 2 }, ' 一 ', 'tooShort'],
    [{ ...base, kind: 'text', minLength: 2, format: 'personName' }, '阿依·古丽', undefined],
    [{ ...base, kind: 'text', minLength: 2, format: 'personName' }, '张3', 'format'],
    [{ ...base, kind: 'address' }, '金州区五', 'tooShort'],
    [{ ...base, kind: 'int' }, 5.0, undefined],
    [{ ...base, kind: 'int' }, Infinity, 'type'],
    [{ ...base, kind: 'money', multipleOf: 100000 }, 100001, 'range'],
    [{ ...base, kind: 'decimal', decimals: 2 }, 1e-7, 'format'],
    [{ ...base, kind: 'decimal', decimals: 2 }, 1e21, undefined],
    [{ ...base, kind: 'decimal', decimals: 2, above: 0 }, 0, 'range'],
    [{ ...base, kind: 'boolean' }, 'true', 'type'],
    [{ ...base, kind: 'choice', options }, 'd', 'notAllowed'],
    [{ ...base, kind: 'multi', options, exclusive: 'c' }, ['a', 'c'], 'conflict'],
    [{ ...base, kind: 'multi', options, exclusive: 'c' }, ['c'], undefined],
    [{ ...base, kind: 'multi', options, all: 'consent' }, ['a', 'b'], 'consent'],
    [{ ...base, kind: 'date' }, '2026-1-1', 'format'],
    [{ ...base, kind: 'date' }, '0000-01-01', 'date'],
    [{ ...base, kind: 'dateTime' }, '2026-02-30T08:30', 'date'],
    [{ ...base, kind: 'dateTime' }, '2026-02-20 08:30', 'format'],
    [{ ...base, kind: 'dateTime', notAfter: 'today' }, '2026-11-23T23:59', undefined],
    [{ ...base, kind: 'month', notAfter: 'thisMonth' }, '2026-11', undefined],
    [{ ...base, kind: 'monthRange', maxMonths: 12 }, { from: '2025-12', to: '2026-11' }, undefined],
    [{ ...base, kind: 'dateRange' }, { from: '2026-01-01', to: ' ' }, 'required'],
    [{ ...base, kind: 'dateRange' }, { from: 1, to: '2026-01-01', x: 1 }, 'type'],
    [{ ...base, kind: 'dateRange', maxMonths: 1 }, { from: '2026-01-31', to: '2026-02-28' }, undefined],
    [{ ...base, kind: 'dateRange', maxMonths: 1 }, { from: '2026-01-31', to: '2026-03-01' }, 'range'],
    [{ ...base, kind: 'slot' }, { date: '2026-12-01', period: '09:00' }, 'format'],
    [{ ...base, kind: 'slot', workdayOnly: true }, { date: '2026-10-10', period: '09:00-09:30' }, undefined],
    [
      { ...base, kind: 'slot', workdayOnly: true },
      { date: '2026-10-05', period: '09:00-09:30' },
      'notAllowed',
    ],
    [{ ...base, kind: 'residentId' }, ' 210213 19900107 999x ', undefined],
    [{ ...base, kind: 'residentId' }, '2102131990010799', 'format'],
    [{ ...base, kind: 'residentId' }, '２10213199003079993', 'format'],
    [{ ...base, kind: 'residentId' }, '210213189912319999', 'date'],
    [{ ...base, kind: 'uscc' }, ' 91210213matexy0136', undefined],
    [{ ...base, kind: 'bankCard' }, '6228 4809 9999 9999 991', undefined],
    // Spaces are taken out of numbers with check digits only.
    [{ ...base, kind: 'mobile' }, '138 0000 0001', 'format'],
    [{ ...base, kind: 'email' }, 'zhang@example.com ', 'format'],
    [{ ...base, kind: 'region', level: 'city' }, '210213', 'format'],
    [{ ...base, kind: 'files' }, [{ id: 'a', name: 'a', size: 1, type: 'x', material: 1 }], 'type'],
    [{ ...base, kind: 'files' }, [{ id: 'a', name: 'a', size: 1, type: 'x', extra: 1 }], undefined],
    [{ ...base, kind: 'signatures' }, [{ idNo: '2102131990 0107999x', fileId: 's' }], undefined],
  ])('%j of %j is %s', (field, value, code) => {
    expect(verdict(field, value)).toBe(code);
  });

  it.each([
    ['hkMacaoPermit', 'h12345678', undefined],
    ['hkMacaoPermit', '12345678', 'format'],
    ['taiwanPermit', '12345678', undefined],
    ['passport', 'E1234', 'format'],
    ['foreignPermanent', '912345678901234567', undefined],
    // The form of its own comes before the date in it.
    ['hmtResidence', '210213202302299990', 'format'],
    ['hmtResidence', '810000202302299990', 'date'],
    ['residentId', '210213199003079993', undefined],
    ['no-such-document', '!', undefined],
  ])('a number of %s %s is %s', (idType, value, code) => {
    const field: LeafField = { ...base, kind: 'residentId', documentType: 'idType' };
    expect(verdict(field, value, contextOn('2026-11-23', { idType }))).toBe(code);
  });
});

describe('bounds', () => {
  const within = (bound: Partial<Extract<LeafField, { kind: 'date' }>>, value: string, on: string): boolean =>
    verdict({ ...base, kind: 'date', ...bound }, value, contextOn(on)) === undefined;

  it.each<[Partial<Extract<LeafField, { kind: 'date' }>>, string, string, string]>([
    [{ notAfter: 'today' }, '2026-11-23', '2026-11-24', '2026-11-23'],
    [{ notAfter: 'lastMonth' }, '2025-12-01', '2025-12-02', '2026-01-31'],
    [{ notAfter: { daysFromToday: 300 } }, '2027-09-19', '2027-09-20', '2026-11-23'],
    [{ notBefore: { monthsFromToday: -12 } }, '2027-02-28', '2027-02-27', '2028-02-29'],
    // October 1–7 is a holiday, October 10 a Saturday worked.
    [{ notBefore: { workdaysFromToday: 4 } }, '2026-10-12', '2026-10-11', '2026-09-30'],
    [{ notAfter: { thisYear: '08-31' } }, '2026-08-31', '2026-09-01', '2026-01-01'],
    [{ notBefore: '2022-01-01' }, '2022-01-01', '2021-12-31', '2026-11-23'],
  ])('%j: %s and not %s on %s', (bound, inside, outside, on) => {
    expect([within(bound, inside, on), within(bound, outside, on)]).toEqual([true, false]);
  });
});

describe('show', () => {
  it.each<[LeafField, unknown, string]>([
    [{ ...base, kind: 'money' }, 123456789, '1,234,567.89 元'],
    [{ ...base, kind: 'money' }, 5, '0.05 元'],
    [{ ...base, kind: 'money' }, -100, '−1.00 元'],
    [{ ...base, kind: 'int', unit: '人' }, 3, '3 人'],
    [{ ...base, kind: 'multi', options }, ['a', 'c'], 'A、C'],
    [{ ...base, kind: 'date' }, '2026-01-05', '2026 年 1 月 5 日'],
    [{ ...base, kind: 'month' }, '2026-01', '2026 年 1 月'],
    [{ ...base, kind: 'dateTime' }, '2026-01-05T08:30', '2026 年 1 月 5 日 08:30'],
    [
      { ...base, kind: 'dateRange' },
      { from: '2026-01-05', to: '2026-02-01' },
      '2026 年 1 月 5 日至2026 年 2 月 1 日',
    ],
    [
      { ...base, kind: 'slot' },
      { date: '2026-12-01', period: '09:00-09:30' },
      '2026 年 12 月 1 日 09:00-09:30',
    ],
    [{ ...base, kind: 'date' }, 'soon', ''],
    [{ ...base, kind: 'image' }, 5, ''],
  ])('%j of %j is %s', (field, value, text) => {
    expect(kindOf(field).show(value, field)).toBe(text);
  });
});
