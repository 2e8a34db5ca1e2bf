/** What a file is, by its content alone: the name and the type that came with it are not believed. */
import { LARGEST_FILE } from '@/domain/form/file-limit';
import { cleanJpeg } from './jpeg';
import { cleanPng } from './png';

export type MediaType = 'image/jpeg' | 'image/png' | 'application/pdf';

export interface Accepted {
  readonly type: MediaType;
  /** Without what a picture tells besides itself. */
  readonly bytes: Buffer;
}

/** Names of a PDF that run something or carry other files; `#` escapes inside names are undone first. */
const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b/;

function isPlainPdf(data: Buffer): boolean {
  if (!/^%PDF-[12]\.\d/.test(data.toString('latin1', 0, 8))) return false;
  if (!data.subarray(-1024).includes('%%EOF')) return false;
  const text = data
    .toString('latin1')
    .replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return !ACTIVE.test(text);
}

/** `undefined`: none of the three kinds, broken, too large, or one that can do something. */
export function accept(data: Buffer): Accepted | undefined {
  if (data.length === 0 || data.length > LARGEST_FILE) return undefined;
  const jpeg = cleanJpeg(data);
  if (jpeg) return { type: 'image/jpeg', bytes: jpeg };
  const png = cleanPng(data);
  if (png) return { type: 'image/png', bytes: png };
  return isPlainPdf(data) ? { type: 'application/pdf', bytes: data } : undefined;
}
