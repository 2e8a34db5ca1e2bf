/** A PNG written anew from the chunks that make the picture: texts, EXIF, times and what follows the end are left behind. */
import { crc32 } from 'node:zlib';
import { isReasonable } from './jpeg';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const KEPT: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND'],
  ...['tRNS', 'gAMA', 'sRGB', 'cHRM', 'sBIT', 'bKGD', 'pHYs'],
]);

/** `undefined` when it is no whole PNG of a sensible size. */
export function cleanPng(data: Buffer): Buffer | undefined {
  if (!data.subarray(0, 8).equals(SIGNATURE)) return undefined;
  const parts: Buffer[] = [SIGNATURE];
  let pixels = 0;
  for (let at = 8; at + 12 <= data.length;) {
    const end = at + 12 + data.readUInt32BE(at);
    if (end > data.length) return undefined;
    const type = data.toString('latin1', at + 4, at + 8);
    if (crc32(data.subarray(at + 4, end - 4)) !== data.readUInt32BE(end - 4)) return undefined;
    if (at === 8) {
      if (type !== 'IHDR' || end !== at + 25) return undefined;
      if (!isReasonable(data.readUInt32BE(at + 8), data.readUInt32BE(at + 12))) return undefined;
    }
    if (type === 'IDAT') pixels += 1;
    if (KEPT.has(type)) parts.push(data.subarray(at, end));
    if (type === 'IEND') return pixels > 0 ? Buffer.concat(parts) : undefined;
    at = end;
  }
  return undefined;
}
