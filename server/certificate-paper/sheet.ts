/** Pages filled from top to bottom: text, rules and tables that go on over the page with their head repeated. */
import { degrees, rgb, type PDFDocument, type PDFFont, type PDFPage, type RGB } from 'pdf-lib';
import type { Fonts } from './font';
import { measureIn, wrap } from './text';

const A4 = { width: 595.28, height: 841.89 };
export const MARGIN = 48;
export const WIDTH = A4.width - 2 * MARGIN;
const FOOT = 56;
const LEADING = 1.5;
const PAD = 4;
const STEP = 1.35;

export const INK = rgb(0.086, 0.125, 0.18);
export const WHITE = rgb(1, 1, 1);
export const SOFT = rgb(0.29, 0.341, 0.408);
const LINE = rgb(0.6, 0.65, 0.72);
const GROUND = rgb(0.945, 0.957, 0.973);
const WATERMARK = rgb(0.702, 0.149, 0.118);

export interface Style {
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: RGB;
  readonly align?: 'left' | 'center';
  readonly after?: number;
  /** Within the cells of a table. */
  readonly pad?: number;
}

export interface Column {
  readonly head: string;
  /** In points; together the width of the table. */
  readonly width: number;
  readonly align?: 'left' | 'center';
}

interface Cell {
  readonly lines: readonly string[];
  readonly x: number;
  readonly column: Column;
}

const heightOf = (cells: readonly Cell[], { size }: Style): number =>
  Math.max(...cells.map(({ lines }) => lines.length)) * size * STEP + 2 * PAD;

export class Sheet {
  readonly pages: PDFPage[] = [];
  private y = 0;

  constructor(
    private readonly pdf: PDFDocument,
    private readonly fonts: Fonts,
    private readonly watermark: string | undefined,
  ) {
    this.newPage();
  }

  private get page(): PDFPage {
    const page = this.pages[this.pages.length - 1];
    if (!page) throw new Error('no page');
    return page;
  }

  newPage(): void {
    const page = this.pdf.addPage([A4.width, A4.height]);
    this.pages.push(page);
    this.y = A4.height - MARGIN;
    if (this.watermark === undefined) return;
    for (const [x, y] of [
      [110, 130],
      [110, 430],
      [330, 280],
      [330, 580],
    ] as const)
      page.drawText(this.watermark, {
        x,
        y,
        size: 44,
        font: this.fonts.bold,
        color: WATERMARK,
        opacity: 0.13,
        rotate: degrees(30),
      });
  }

  /** A new page unless so much of this one is left. */
  need(height: number): void {
    if (this.y - height < FOOT) this.newPage();
  }

  private fontOf({ bold = false }: Style): PDFFont {
    return bold ? this.fonts.bold : this.fonts.regular;
  }

  private line(text: string, at: { x: number; width: number; y: number }, style: Style): void {
    const { size, color = INK, align = 'left' } = style;
    const font = this.fontOf(style);
    const shift = align === 'center' ? (at.width - font.widthOfTextAtSize(text, size)) / 2 : 0;
    this.page.drawText(text, { x: at.x + shift, y: at.y - size, size, font, color });
  }

  text(text: string, style: Style, width = WIDTH): void {
    for (const line of wrap(text, width, measureIn(this.fontOf(style), style.size))) {
      this.need(style.size * LEADING);
      this.line(line, { x: MARGIN, width, y: this.y }, style);
      this.y -= style.size * LEADING;
    }
    this.y -= style.after ?? 0;
  }

  rule(): void {
    this.page.drawLine({
      start: { x: MARGIN, y: this.y },
      end: { x: MARGIN + WIDTH, y: this.y },
      thickness: 0.75,
      color: LINE,
    });
    this.y -= 8;
  }

  /** Drawn at the right of what follows, below the cursor; `size` a side. */
  atRight(size: number, draw: (page: PDFPage, x: number, y: number) => void): void {
    draw(this.page, MARGIN + WIDTH - size, this.y - size);
  }

  /** Lines below what stands at the right. */
  caption(size: number, lines: readonly string[]): void {
    const at = { x: MARGIN + WIDTH - size, width: size };
    for (const [i, line] of lines.entries())
      this.line(line, { ...at, y: this.y - size - 2 - i * 13 }, { size: 9, align: 'center', color: SOFT });
  }

  /** What is yet to come begins no higher than this far below `top`. */
  below(top: number, height: number): void {
    this.y = Math.min(this.y, top - height);
  }

  get top(): number {
    return this.y;
  }

  private cellsOf(columns: readonly Column[], texts: readonly string[], style: Style): readonly Cell[] {
    const measure = measureIn(this.fontOf(style), style.size);
    const { pad = PAD } = style;
    let x = MARGIN;
    return columns.map((column, i) => {
      const cell = { lines: wrap(texts[i] ?? '', column.width - 2 * pad, measure), x, column };
      x += column.width;
      return cell;
    });
  }

  private row(cells: readonly Cell[], style: Style, ground: RGB | undefined): void {
    const { size, pad = PAD } = style;
    const height = heightOf(cells, style);
    for (const { x, lines, column } of cells) {
      this.page.drawRectangle({
        x,
        y: this.y - height,
        width: column.width,
        height,
        borderColor: LINE,
        borderWidth: 0.5,
        ...(ground ? { color: ground, opacity: 0.7 } : {}),
      });
      for (const [i, line] of lines.entries()) {
        const at = { x: x + pad, width: column.width - 2 * pad, y: this.y - PAD - i * size * STEP };
        this.line(line, at, { ...style, align: column.align ?? 'left' });
      }
    }
    this.y -= height;
  }

  table(columns: readonly Column[], rows: readonly (readonly string[])[], style: Style): void {
    const headStyle: Style = { ...style, bold: true, color: SOFT };
    const head = this.cellsOf(
      columns,
      columns.map((column) => column.head),
      headStyle,
    );
    const all = rows.map((row) => this.cellsOf(columns, row, style));
    const [first] = all;
    this.need(heightOf(head, style) + (first ? heightOf(first, style) : 0));
    this.row(head, headStyle, GROUND);
    for (const cells of all) {
      if (this.y - heightOf(cells, style) < FOOT) {
        this.newPage();
        this.row(head, headStyle, GROUND);
      }
      this.row(cells, style, undefined);
    }
    this.y -= style.after ?? 10;
  }

  /** At the foot of each page, once their number is known. */
  foot(textOf: (page: number, pages: number) => string, size = 8): void {
    for (const [i, page] of this.pages.entries()) {
      const text = textOf(i + 1, this.pages.length);
      const width = this.fonts.regular.widthOfTextAtSize(text, size);
      page.drawText(text, {
        x: (A4.width - width) / 2,
        y: FOOT / 2,
        size,
        font: this.fonts.regular,
        color: SOFT,
      });
    }
  }
}
