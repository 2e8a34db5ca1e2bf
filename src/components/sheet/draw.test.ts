import fc from 'fast-check';
import type { Pen } from '@/platform/ports';
import { breakLines, pictureOf } from './draw';
import type { SheetData } from './sheet-data';

const wide = (text: string): number => [...text].length * 10;

describe('breakLines', () => {
  it('breaks where the width ends, after any character', () => {
    expect(breakLines('一二三四五', 20, wide)).toEqual(['一二', '三四', '五']);
    expect(breakLines('', 20, wide)).toEqual([]);
  });

  it('loses nothing, is never too wide, and never empty', () => {
    const text = fc.string({ unit: fc.constantFrom('高', '龄', 'a', '1', '😀', '，', ' ') });
    fc.assert(
      fc.property(text, fc.integer({ min: 10, max: 200 }), (given, width) => {
        const lines = breakLines(given, width, wide);
        expect(lines.join('')).toBe(given);
        expect(lines.filter((line) => wide(line) > width || line === '')).toEqual([]);
      }),
    );
  });

  it('puts a character that is wider than the line on a line of its own', () => {
    expect(breakLines('一二', 5, wide)).toEqual(['一', '二']);
  });
});

interface Drawn {
  readonly texts: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  readonly boxes: number;
  readonly width: number;
  readonly height: number;
}

function drawn(note: SheetData): Drawn {
  const texts: { text: string; x: number; y: number }[] = [];
  let boxes = 0;
  const pen: Pen = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    font: '',
    textBaseline: '',
    fillRect: () => undefined,
    strokeRect: () => void (boxes += 1),
    fillText: (text, x, y) => void texts.push({ text, x, y }),
    measureText: () => ({ width: 0 }),
    scale: () => undefined,
  };
  const { width, height, draw } = pictureOf(note);
  draw(pen);
  return { texts, boxes, width, height };
}

const line = fc.string({ unit: fc.constantFrom('材', '料', 'b', '2', '；'), minLength: 1, maxLength: 80 });
const block = fc.record({
  title: line,
  lines: fc.array(line, { maxLength: 5 }),
  boxes: fc.boolean(),
});
const anyNote: fc.Arbitrary<SheetData> = fc.record({
  title: line,
  subtitle: line,
  blocks: fc.array(block, { maxLength: 4 }),
  foot: line,
});

describe('pictureOf', () => {
  it('draws every character of the note, a box a line to tick, all inside the picture', () => {
    fc.assert(
      fc.property(anyNote, (note) => {
        const { texts, boxes, width, height } = drawn(note);
        const wanted = [
          note.title,
          note.subtitle,
          ...note.blocks.flatMap(({ title, lines }) => [title, ...lines]),
          note.foot,
        ];
        expect(texts.map(({ text }) => text).join('')).toBe(wanted.join(''));
        const ticked = note.blocks.filter((part) => part.boxes === true).flatMap(({ lines }) => lines);
        expect(boxes).toBe(ticked.length);
        expect(texts.every(({ x, y }) => x >= 0 && x < width && y >= 0 && y < height)).toBe(true);
      }),
    );
  });

  it('goes down the page', () => {
    fc.assert(
      fc.property(anyNote, (note) => {
        const heights = drawn(note).texts.map(({ y }) => y);
        expect(heights).toEqual([...heights].sort((a, b) => a - b));
      }),
    );
  });
});
