import fc from 'fast-check';
import { dateOf, fromDayNumber, dayNumber, formatDate } from '../shared/civil-date';
import { checkReceiptNumber, MAX_SERIAL, receiptNumber, showReceiptNumber } from './receipt-number';

const anyDate = fc
  .integer({ min: dayNumber(dateOf('2024-01-01')), max: dayNumber(dateOf('2099-12-31')) })
  .map(fromDayNumber);
const anyNumber = fc
  .tuple(anyDate, fc.integer({ min: 1, max: MAX_SERIAL }))
  .map(([date, serial]) => ({ date, serial, number: receiptNumber(date, serial) }));

const replaceAt = (text: string, i: number, part: string): string =>
  text.slice(0, i) + part + text.slice(i + part.length);

describe('receipt numbers', () => {
  it('are read as they are shown', () => {
    fc.assert(
      fc.property(anyNumber, ({ date, serial, number }) => {
        expect(number).toMatch(/^\d{16}$/);
        expect(checkReceiptNumber(showReceiptNumber(number))).toEqual({
          ok: true,
          value: { number, date, serial },
        });
        expect(number.startsWith(formatDate(date).replaceAll('-', ''))).toBe(true);
      }),
    );
  });

  it('find every wrong digit and every two neighbours swapped', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(15), fc.integer({ min: 1, max: 9 }), ({ number }, at, by) => {
        const wrong = replaceAt(number, at, String((Number(number.charAt(at)) + by) % 10));
        expect(checkReceiptNumber(wrong)).toEqual({ ok: false, error: 'checksum' });
        const swapped = replaceAt(number, at, number.charAt(at + 1) + number.charAt(at));
        if (at < 15 && swapped !== number) expect(checkReceiptNumber(swapped).ok).toBe(false);
      }),
    );
  });

  it.each([
    ['', 'length'],
    ['2026112400000', 'length'],
    ['2026112400000１23', 'digits'],
    ['JP20261124000012', 'digits'],
    ['0000000000000000', 'date'],
  ])('%s is refused: %s', (text, error) => {
    expect(checkReceiptNumber(text)).toEqual({ ok: false, error });
  });

  it.each([0, -1, 1.5, MAX_SERIAL + 1])('throws for serial %d', (serial) => {
    expect(() => receiptNumber(dateOf('2026-11-24'), serial)).toThrow(RangeError);
  });
});
