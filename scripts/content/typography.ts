/**
 * Editors type half-width punctuation, Chinese is set with full-width: 「办事,看清单(免费)」 becomes 「办事，看清单（免费）」.
 * Between digits and in Latin text nothing changes (8:30, 1,000, A-Z only).
 */
const HAN = /[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef“”‘’…—·]/;
const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const hasHan = (text: string | undefined): boolean => text !== undefined && /[\u4e00-\u9fff]/.test(text);

/** Brackets are Chinese when what they hold, or what they touch, is. */
function wideBrackets(text: string): string {
  return text.replace(/\(([^()]*)\)/g, (whole, inner: string, at: number) => {
    const touches = [text[at - 1], text[at + whole.length]].some(
      (char) => char !== undefined && HAN.test(char),
    );
    return hasHan(inner) || touches ? `（${inner}）` : whole;
  });
}

export function typeset(text: string): string {
  if (!hasHan(text)) return text;
  const bracketed = wideBrackets(wideBrackets(text));
  return bracketed.replace(/[,;:?!]/g, (mark, at: number) => {
    const before = bracketed[at - 1] ?? '';
    const after = bracketed[at + 1] ?? '';
    const numeric = /\d/.test(before) && /\d/.test(after);
    const chinese =
      HAN.test(before) || HAN.test(after) || (after === '' && HAN.test(bracketed[at - 2] ?? ''));
    return !numeric && chinese ? (WIDE[mark] ?? mark) : mark;
  });
}

/** Regular expressions, addresses and ids mean what they say. */
const VERBATIM: ReadonlySet<string> = new Set(['matches', 'pattern', 'url', 'id', 'hours']);

/** Every text of a document, typeset; its shape is untouched. */
export function typesetDocument(value: unknown): unknown {
  if (typeof value === 'string') return typeset(value);
  if (Array.isArray(value)) return value.map(typesetDocument);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, VERBATIM.has(key) ? item : typesetDocument(item)]),
  );
}
