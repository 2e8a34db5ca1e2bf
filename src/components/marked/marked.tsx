import { Text } from '@tarojs/components';
import './marked.scss';

export interface MarkRange {
  readonly start: number;
  readonly end: number;
}

interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text at its marks; marks are in order and do not overlap. */
export function piecesOf(text: string, marks: readonly MarkRange[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

/** A text with what was searched for marked in it. */
export function Marked({ text, marks }: { readonly text: string; readonly marks: readonly MarkRange[] }) {
  return piecesOf(text, marks).map((piece, index) => (
    <Text key={`${index} ${piece.text}`} className={piece.marked ? 'marked' : ''}>
      {piece.text}
    </Text>
  ));
}
