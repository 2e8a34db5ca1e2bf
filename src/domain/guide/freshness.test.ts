import { dateOf } from '../shared/civil-date';
import { freshnessOf } from './freshness';
import { guideWith } from './sample-guide.arbitrary';

const dated = { sourceReadOn: '2026-11-23', reviewBy: '2027-05-20' };

describe('freshnessOf', () => {
  it('claims no confirmation that nobody gave', () => {
    expect(freshnessOf(guideWith({ freshness: dated }), dateOf('2026-11-24'))).toEqual({
      confirmed: false,
      on: '2026-11-23',
      reviewBy: '2027-05-20',
      overdue: false,
    });
  });

  it('needs both who confirmed and when', () => {
    const half = guideWith({ freshness: { ...dated, confirmedBy: '区民政局' } });
    expect(freshnessOf(half, dateOf('2026-11-24')).confirmed).toBe(false);
    const whole = guideWith({ freshness: { ...dated, confirmedBy: '区民政局', confirmedOn: '2026-12-01' } });
    expect(freshnessOf(whole, dateOf('2026-12-02'))).toMatchObject({
      confirmed: true,
      on: '2026-12-01',
      by: '区民政局',
    });
  });

  it.each([
    ['2027-05-20', false],
    ['2027-05-21', true],
  ])('on %s overdue is %s', (today, overdue) => {
    expect(freshnessOf(guideWith({ freshness: dated }), dateOf(today)).overdue).toBe(overdue);
  });
});
