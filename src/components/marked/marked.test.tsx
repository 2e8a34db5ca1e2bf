import { render } from '@testing-library/react';
import fc from 'fast-check';
import { Marked, type MarkRange, piecesOf } from './marked';

/** Marks in order that do not overlap, within a text of that length. */
const marksIn = (length: number): fc.Arbitrary<readonly MarkRange[]> =>
  fc.uniqueArray(fc.nat(length), { maxLength: 8 }).map((cuts) => {
    const sorted = [...cuts].sort((a, b) => a - b);
    return sorted.flatMap((start, index) => {
      const end = sorted[index + 1];
      return index % 2 === 0 && end !== undefined ? [{ start, end }] : [];
    });
  });

const textWithMarks = fc
  .string({ unit: fc.constantFrom('高', '龄', '津', 'a', ' ') })
  .chain((text) => fc.tuple(fc.constant(text), marksIn(text.length)));

describe('piecesOf', () => {
  it('loses nothing of the text and marks what was asked', () => {
    fc.assert(
      fc.property(textWithMarks, ([text, marks]) => {
        const pieces = piecesOf(text, marks);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        const marked = pieces.filter((piece) => piece.marked).map((piece) => piece.text);
        expect(marked).toEqual(marks.map(({ start, end }) => text.slice(start, end)));
      }),
    );
  });
});

it('draws the pieces', () => {
  const { container } = render(<Marked text="高龄津贴登记" marks={[{ start: 2, end: 4 }]} />);
  const marked = Array.from(container.querySelectorAll('.marked'), ({ textContent }) => textContent);
  expect([container.textContent, marked]).toEqual(['高龄津贴登记', ['津贴']]);
});
