import fc from 'fast-check';
import { dateOf, dayNumber, fromDayNumber } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { noonInShanghai } from './moment';

describe('noonInShanghai', () => {
  it('is noon of that very day', () => {
    const days = fc.integer({ min: dayNumber(dateOf('1992-01-01')), max: dayNumber(dateOf('2099-12-31')) });
    fc.assert(
      fc.property(days.map(fromDayNumber), (date) => {
        expect(shanghaiMoment(noonInShanghai(date))).toEqual({ date, minutes: 720 });
      }),
    );
  });
});
