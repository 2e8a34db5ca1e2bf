import type { Calendar } from '../calendar/calendar';
import { dateOf } from '../shared/civil-date';
import { openState } from './hours';
import type { OpeningHours } from './reference';
import { hallWith } from './sample-guide.arbitrary';

const calendar: Calendar = {
  version: '2026-11-23',
  firstAnnounced: 2026,
  lastAnnounced: 2026,
  years: { '2026': { off: [[1001, 1007, '国庆节']], on: [1010] } },
  fixed: { before: [], after: [] },
};

const office = ['08:30-11:30', '13:00-16:30'];
const hours: OpeningHours = {
  monday: office,
  tuesday: office,
  wednesday: office,
  thursday: office,
  friday: ['08:30-11:30'],
  saturday: [],
  sunday: [],
};
const hall = hallWith({ hours });

const at = (date: string, time: string, of = hall) =>
  openState(of, calendar, {
    date: dateOf(date),
    minutes: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
  });

describe('openState', () => {
  it.each([
    ['08:29', { kind: 'closed', opensAt: '08:30' }],
    ['08:30', { kind: 'open', until: '11:30' }],
    ['11:29', { kind: 'open', until: '11:30' }],
    ['11:30', { kind: 'closed', opensAt: '13:00' }],
    ['16:30', { kind: 'closed' }],
  ])('on a Monday at %s', (time, state) => {
    expect(at('2026-11-23', time)).toEqual(state);
  });

  it('is closed on holidays and weekends', () => {
    expect(at('2026-10-01', '10:00')).toEqual({ kind: 'closed' });
    expect(at('2026-11-22', '10:00')).toEqual({ kind: 'closed' });
  });

  it('keeps Friday hours on a weekend that is worked, unless it has its own', () => {
    expect(at('2026-10-10', '10:00')).toEqual({ kind: 'open', until: '11:30' });
    expect(at('2026-10-10', '14:00')).toEqual({ kind: 'closed' });
    const saturdays = hallWith({ hours: { ...hours, saturday: ['09:00-15:00'] } });
    expect(at('2026-10-10', '14:00', saturdays)).toEqual({ kind: 'open', until: '15:00' });
    expect(at('2026-11-21', '10:00', saturdays)).toEqual({ kind: 'open', until: '15:00' });
  });

  it('claims nothing where hours are not confirmed', () => {
    expect(at('2026-11-23', '10:00', hallWith())).toEqual({ kind: 'unconfirmed', workday: true });
    expect(at('2026-10-02', '10:00', hallWith())).toEqual({ kind: 'unconfirmed', workday: false });
  });
});
