import type { Pen, Picture } from '@/platform/ports';
import type { SheetData } from './sheet-data';

const WIDTH = 360;
const MARGIN = 24;
const INNER = WIDTH - MARGIN * 2;
const BODY = 17;
const BOX = 14;

const INK = '#16202E';
const QUIET = '#4A5768';
const BLUE = '#0B5CC4';

interface Piece {
  readonly text: string;
  readonly font: string;
  readonly colour: string;
  readonly indent: number;
  readonly box: boolean;
  readonly before: number;
  readonly height: number;
}

const font = (size: number, bold = false): string => `${bold ? 'bold ' : ''}${size}px sans-serif`;

/** Breaks by width; Chinese may break after any character. */
export function breakLines(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const char of text) {
    if (line !== '' && measure(line + char) > width) {
      lines.push(line);
      line = char;
    } else line += char;
  }
  return line === '' ? lines : [...lines, line];
}

function piecesOf(sheet: SheetData, measure: (text: string, size: number) => number): Piece[] {
  const wrap = (
    text: string,
    size: number,
    piece: Omit<Piece, 'text' | 'height' | 'font'>,
    bold = false,
  ): Piece[] =>
    breakLines(text, INNER - piece.indent, (part) => measure(part, size)).map((line, index) => ({
      ...piece,
      text: line,
      font: font(size, bold),
      height: Math.round(size * 1.6),
      box: piece.box && index === 0,
      before: index === 0 ? piece.before : 0,
    }));
  const plain = { indent: 0, box: false, before: 0 };
  return [
    ...wrap(sheet.title, 26, { ...plain, colour: INK }, true),
    ...wrap(sheet.subtitle, 14, { ...plain, colour: QUIET }),
    ...sheet.blocks.flatMap(({ title, lines, boxes = false }) => [
      ...wrap(title, 19, { ...plain, colour: BLUE, before: 16 }, true),
      ...lines.flatMap((line) =>
        wrap(line, BODY, { colour: INK, indent: boxes ? 24 : 0, box: boxes, before: 2 }),
      ),
    ]),
    ...wrap(sheet.foot, 12, { ...plain, colour: QUIET, before: 20 }),
  ];
}

/** Rough width without a canvas: full-width characters are as wide as high. */
const roughly = (text: string, size: number): number =>
  [...text].reduce((width, char) => width + (char > '\u2e7f' ? size : size * 0.56), 0);

export function pictureOf(sheet: SheetData): Picture {
  const pieces = piecesOf(sheet, roughly);
  const height = pieces.reduce((sum, piece) => sum + piece.before + piece.height, MARGIN * 2);
  return { width: WIDTH, height, draw: (pen) => drawPieces(pen, pieces, height) };
}

function drawPieces(pen: Pen, pieces: readonly Piece[], height: number): void {
  pen.fillStyle = '#FFFFFF';
  pen.fillRect(0, 0, WIDTH, height);
  pen.textBaseline = 'top';
  let y = MARGIN;
  for (const piece of pieces) {
    y += piece.before;
    if (piece.box) {
      pen.strokeStyle = QUIET;
      pen.lineWidth = 1.5;
      pen.strokeRect(MARGIN, y + 3, BOX, BOX);
    }
    pen.fillStyle = piece.colour;
    pen.font = piece.font;
    pen.fillText(piece.text, MARGIN + piece.indent, y);
    y += piece.height;
  }
}
