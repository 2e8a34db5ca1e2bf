import { formatDate } from './civil-date';
import { shanghaiMoment } from './shanghai';

describe('shanghaiMoment', () => {
  it.each([
    ['2026-11-23T15:59:59Z', '2026-11-23', 1439],
    ['2026-11-23T16:00:00Z', '2026-11-24', 0],
    ['2024-02-28T16:30:00Z', '2024-02-29', 30],
  ])('%s is %s, minute %i', (instant, date, minutes) => {
    const moment = shanghaiMoment(Date.parse(instant));
    expect(formatDate(moment.date)).toBe(date);
    expect(moment.minutes).toBe(minutes);
  });
});
