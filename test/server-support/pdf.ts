/** A PDF read back: its text by the tables that it brings, and its embedded fonts. Enough for what pdf-lib writes. */
import fontkit, { type Font } from '@pdf-lib/fontkit';
import {
  decodePDFRawStream,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
  type PDFPage,
} from 'pdf-lib';

const bytesIn = (stream: PDFRawStream): Buffer => Buffer.from(decodePDFRawStream(stream).decode());

/** Code of the font to text, out of the ToUnicode table. */
function codesIn(table: string): ReadonlyMap<string, string> {
  const pairs = [...table.matchAll(/<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>/g)];
  return new Map(
    pairs.map(([, code = '', text = '']) => [
      code.toUpperCase(),
      Buffer.from(text, 'hex').swap16().toString('utf16le'),
    ]),
  );
}

function fontsOf(page: PDFPage): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
  const entries = fonts?.entries() ?? [];
  return new Map(
    entries.flatMap(([name, ref]) => {
      const font = ref instanceof PDFRef ? page.doc.context.lookup(ref, PDFDict) : undefined;
      const table = font?.lookup(PDFName.of('ToUnicode'));
      return table instanceof PDFRawStream
        ? [[name.decodeText(), codesIn(bytesIn(table).toString('latin1'))] as const]
        : [];
    }),
  );
}

function contentsOf(page: PDFPage): string {
  const contents = page.node.normalizedEntries().Contents;
  const streams = contents?.asArray().map((ref) => page.doc.context.lookup(ref)) ?? [];
  return streams
    .flatMap((stream) => (stream instanceof PDFRawStream ? [bytesIn(stream).toString('latin1')] : []))
    .join('\n');
}

/** Lines in the order drawn, page by page. */
export async function pdfText(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return pdf.getPages().map((page) => {
    const fonts = fontsOf(page);
    let codes: ReadonlyMap<string, string> = new Map();
    return [...contentsOf(page).matchAll(/\/(\S+) [\d.]+ Tf|<([0-9A-F]*)> Tj/g)].flatMap(([, font, hex]) => {
      if (font !== undefined) codes = fonts.get(font) ?? new Map();
      return hex === undefined
        ? []
        : [(hex.match(/.{4}/g) ?? []).map((code) => codes.get(code) ?? '?').join('')];
    });
  });
}

/** The fonts in the file, opened by the library that reads any font. */
export async function pdfFonts(bytes: Uint8Array): Promise<readonly Font[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object.lookup(PDFName.of('FontFile2'))] : []))
    .flatMap((file) => (file instanceof PDFRawStream ? [fontkit.create(bytesIn(file))] : []));
}
