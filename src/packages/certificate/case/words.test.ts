import type { CertificateDetail } from '@/contract/certificate';
import { clockText, linesOf, logText } from './words';

type Entry = CertificateDetail['log'][number];

const entry = (seq: number, action: Entry['action'], more: Partial<Entry> = {}): Entry => ({
  ...{ seq, at: seq, on: '2026-11-25', action, by: 'department', department: 'tax', note: null },
  ...more,
});

it('tells the answers of one department on many entities in one line', () => {
  const log = [
    entry(1, 'taken'),
    entry(2, 'found'),
    entry(3, 'found'),
    entry(4, 'found', { department: 'court' }),
    entry(5, 'found', { department: 'court', on: '2026-11-26' }),
  ];
  expect(linesOf(log).map(({ seq, times }) => [seq, times])).toEqual([
    [1, 1],
    [3, 2],
    [4, 1],
    [5, 1],
  ]);
});

it('names each step of a courier, and who stops the clock for which reason', () => {
  const [line] = linesOf([entry(1, 'courier', { by: 'system', department: null, note: 'inTransit' })]);
  expect(line && logText(line)).toBe('快递：在路上');
  const clock = {
    ...{ start: '2026-11-23', due: '2026-12-04', total: 7, elapsed: 1, left: 6, lostDays: 1 },
    ...{ paused: true, provisional: true, overdue: false, days: [], spans: [], calendarVersion: '' },
    stoppedBy: [
      { department: 'tax', why: 'question' as const },
      { department: 'court', why: 'externalWait' as const },
    ],
  };
  expect(clockText(clock)).toMatch(/税务局等您说明.*；.*法院在等外部回复/);
});
