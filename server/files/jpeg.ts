/**
 * A JPEG written anew from the segments that make the picture: EXIF (place, time, phone), thumbnails, comments, profiles
 * and whatever is hidden after the end are left behind. Of EXIF only how the picture lies is kept.
 */
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
const APP15 = 0xef;
const COM = 0xfe;

const MAX_SIDE = 20_000;
const MAX_PIXELS = 120_000_000;

/** SOF0–15 without DHT (c4), JPG (c8) and DAC (cc). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Markers without a length: RSTn and TEM. */
const isBare = (marker: number): boolean => (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01;

export const isReasonable = (width: number, height: number): boolean =>
  width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS;

const uint16 = (data: Buffer, at: number, little: boolean): number =>
  little ? data.readUInt16LE(at) : data.readUInt16BE(at);

/** 1–8; 1 when there is none or it cannot be read. */
export function orientationOf(segment: Buffer): number {
  try {
    if (segment.toString('latin1', 0, 6) !== 'Exif\0\0') return 1;
    const tiff = segment.subarray(6);
    const little = tiff.toString('latin1', 0, 2) === 'II';
    const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    const count = Math.min(uint16(tiff, first, little), 200);
    for (let at = first + 2; at < first + 2 + count * 12; at += 12) {
      if (uint16(tiff, at, little) !== 0x0112) continue;
      const value = uint16(tiff, at + 8, little);
      return value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
  } catch {
    return 1;
  }
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** An EXIF segment with nothing in it but the orientation. */
function orientationSegment(orientation: number): Buffer {
  const body = Buffer.from('4578696600004d4d002a00000008000101120003000000010000000000000000', 'hex');
  body.writeUInt16BE(orientation, 24);
  return segment(APP1, body);
}

/** Where the entropy-coded data that begins at `from` ends: at the next marker that is no restart and no stuffing. */
function scanEnd(data: Buffer, from: number): number {
  for (let at = data.indexOf(0xff, from); at >= 0 && at < data.length - 1; at = data.indexOf(0xff, at + 1)) {
    const next = data[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isBare(next)) return at;
  }
  return -1;
}

/** What goes into the new file of a segment, if anything. */
function keptOf(marker: number, body: Buffer, whole: Buffer): readonly Buffer[] {
  if (marker === COM) return [];
  if (marker < APP0 || marker > APP15 || marker === APP14) return [whole];
  const isJfif = marker === APP0 && body.length >= 12 && body.toString('latin1', 0, 4) === 'JFIF';
  // The last two bytes are the size of the thumbnail, which stays behind.
  return isJfif ? [segment(APP0, Buffer.concat([body.subarray(0, 12), Buffer.from([0, 0])]))] : [];
}

interface Walk {
  readonly parts: Buffer[];
  orientation: number;
  frames: number;
  scans: number;
}

/** Of a frame's header: precision, height, width. */
const isSensibleFrame = (body: Buffer): boolean =>
  body.length >= 6 && isReasonable(body.readUInt16BE(3), body.readUInt16BE(1));

/** One segment; `undefined` when it is broken, else where the next one begins. */
function step(data: Buffer, at: number, walk: Walk): number | undefined {
  const marker = data[at + 1];
  if (data[at] !== 0xff || marker === undefined) return undefined;
  if (marker === 0xff) return at + 1;
  if (marker === SOI || marker === 0 || isBare(marker) || at + 4 > data.length) return undefined;
  const end = at + 2 + data.readUInt16BE(at + 2);
  if (end > data.length || end < at + 4) return undefined;
  const body = data.subarray(at + 4, end);
  if (isFrame(marker)) {
    if (!isSensibleFrame(body)) return undefined;
    walk.frames += 1;
  }
  if (marker === APP1 && walk.orientation === 1) walk.orientation = orientationOf(body);
  walk.parts.push(...keptOf(marker, body, data.subarray(at, end)));
  if (marker !== SOS) return end;
  walk.scans += 1;
  const next = scanEnd(data, end);
  if (next < 0) return undefined;
  walk.parts.push(data.subarray(end, next));
  return next;
}

/** `undefined` when it is no whole JPEG of a sensible size. */
export function cleanJpeg(data: Buffer): Buffer | undefined {
  if (data[0] !== 0xff || data[1] !== SOI) return undefined;
  const walk: Walk = { parts: [], orientation: 1, frames: 0, scans: 0 };
  for (let at: number | undefined = 2; at !== undefined && at < data.length; at = step(data, at, walk)) {
    if (data[at] !== 0xff || data[at + 1] !== EOI) continue;
    if (walk.frames !== 1 || walk.scans === 0) return undefined;
    const lies = walk.orientation === 1 ? [] : [orientationSegment(walk.orientation)];
    return Buffer.concat([Buffer.from([0xff, SOI]), ...lies, ...walk.parts, Buffer.from([0xff, EOI])]);
  }
  return undefined;
}
