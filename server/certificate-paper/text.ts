/** Lines of a width. Chinese breaks anywhere but before closing marks; words and numbers stay whole where they fit. */
import type { PDFFont } from 'pdf-lib';

/** May not begin a line. */
const CLOSING = new Set('，。；：、！？）》」』”’%》·');
/** May not end one. */
const OPENING = new Set('（《「『“‘');

const isWide = (character: string): boolean => (character.codePointAt(0) ?? 0) >= 0x2e80;

/** Pieces that are not broken unless they are wider than a line. */
export function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let glued = false;
  for (const character of text) {
    const last = pieces[pieces.length - 1];
    const isWord =
      last !== undefined && !isWide(character) && !/\s$/.test(last) && !isWide([...last].pop() ?? '');
    if (last !== undefined && (glued || CLOSING.has(character) || (isWord && character !== ' '))) {
      pieces[pieces.length - 1] = last + character;
    } else pieces.push(character);
    glued = OPENING.has(character);
  }
  return pieces;
}

export type Measure = (text: string) => number;

export const measureIn =
  (font: PDFFont, size: number): Measure =>
  (text) =>
    font.widthOfTextAtSize(text, size);

function broken(piece: string, width: number, measure: Measure): readonly string[] {
  if (measure(piece) <= width) return [piece];
  const parts = [''];
  for (const character of piece) {
    const longer = (parts[parts.length - 1] ?? '') + character;
    if (measure(longer) <= width || longer === character) parts[parts.length - 1] = longer;
    else parts.push(character);
  }
  return parts;
}

function wrapLine(text: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text).flatMap((one) => broken(one, width, measure))) {
    if (line !== '' && measure(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** At least one line; a line feed begins another. */
export const wrap = (text: string, width: number, measure: Measure): readonly string[] =>
  text.split('\n').flatMap((line) => wrapLine(line, width, measure));
