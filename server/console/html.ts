/** HTML as values: what is put into a template is escaped unless it is HTML itself. */
export class Html {
  constructor(readonly text: string) {}
}

export type Part = Html | string | number | undefined | false | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A carriage return would come back as a line feed, and a NUL not at all. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
    .replace(/\r/g, '&#13;')
    .replace(/\0/g, '\ufffd');

const isList = (part: Part): part is readonly Part[] => Array.isArray(part);

const textOf = (part: Part): string => {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  return isList(part) ? part.map(textOf).join('') : escapeHtml(String(part));
};

/** @example html`<p>${name}</p>` */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.map((text, i) => text + textOf(parts[i])).join(''));
