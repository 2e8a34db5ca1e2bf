/** The Chinese font of the paper, and what happens to characters that it has not. */
import { readFileSync } from 'node:fs';
import fontkit, { type Font, type Subset } from '@pdf-lib/fontkit';
import type { PDFDocument, PDFFont } from 'pdf-lib';

const PACKAGE = '@expo-google-fonts/noto-sans-sc';

type Weight = '400Regular' | '700Bold';

export interface Fonts {
  readonly regular: PDFFont;
  readonly bold: PDFFont;
}

/**
 * fontkit halves the places of glyphs in a small subset, though glyphs of this font may begin at odd ones: half of the
 * characters came out as boxes. With the version of the table set, it writes them whole.
 */
function withWholePlaces(subset: Subset): Subset {
  let places: object = {};
  Object.defineProperty(subset, 'loca', {
    get: () => places,
    set: (value: object) => {
      places = { ...value, version: 1 };
    },
  });
  return subset;
}

const opened = new Map<Weight, Font>();

/** Ten megabytes to read, so once; each paper has its own subset. */
function openFont(weight: Weight): Font {
  const known = opened.get(weight);
  if (known) return known;
  const font = fontkit.create(readFileSync(require.resolve(`${PACKAGE}/${weight}/NotoSansSC_${weight}.ttf`)));
  const makeSubset = font.createSubset.bind(font);
  font.createSubset = () => withWholePlaces(makeSubset());
  opened.set(weight, font);
  return font;
}

/** Only the glyphs in use go into the file. */
export async function embedFonts(pdf: PDFDocument): Promise<Fonts> {
  const embed = (weight: Weight): Promise<PDFFont> => {
    pdf.registerFontkit({ create: () => openFont(weight) });
    return pdf.embedFont(new Uint8Array(), { subset: true });
  };
  return { regular: await embed('400Regular'), bold: await embed('700Bold') };
}

/** 得字号: stands where a character is wanting, as printers have always set it. */
export const WANTING = '〓';

let known: ReadonlySet<number> | undefined;

function characters(): ReadonlySet<number> {
  known ??= new Set(openFont('400Regular').characterSet);
  return known;
}

const isControl = (code: number): boolean => code < 0x20 || (code >= 0x7f && code < 0xa0);

const isKnown = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  return !isControl(code) && characters().has(code);
};

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

export interface Printable {
  readonly text: string;
  /** `U+20BB7`, in the order of their marks in the text. */
  readonly wanting: readonly string[];
}

/** Nothing is dropped: a character that the font has not (生僻字) becomes a mark, and its code is told in a note. */
export function printable(text: string): Printable {
  const all = [...text];
  return {
    text: all.map((character) => (isKnown(character) ? character : WANTING)).join(''),
    wanting: all.filter((character) => !isKnown(character)).map(nameOf),
  };
}
