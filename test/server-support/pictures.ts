/** The smallest whole files of each kind, made by hand. */
import { crc32, deflateSync } from 'node:zlib';

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

const SOI = Buffer.from([0xff, 0xd8]);
const EOI = Buffer.from([0xff, 0xd9]);
const JFIF = segment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex'));
const DQT = segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 16)]));
const DHT = segment(
  0xc4,
  Buffer.concat([
    Buffer.from([0]),
    Buffer.from([1, ...Array.from({ length: 15 }, () => 0)]),
    Buffer.from([0]),
  ]),
);
const SCAN = Buffer.concat([
  segment(0xda, Buffer.from('01010000' + '3f00', 'hex')),
  Buffer.from([0x3f, 0xff, 0x00, 0xa0]),
]);

const frame = (width: number, height: number): Buffer => {
  const body = Buffer.from('080000000001011100', 'hex');
  body.writeUInt16BE(height, 1);
  body.writeUInt16BE(width, 3);
  return segment(0xc0, body);
};

/** EXIF with an orientation, and the place and phone that must not be kept. */
export const exif = (orientation: number, secret: string): Buffer => {
  const head = Buffer.from('45786966000049492a0008000000010012010300010000000000000000000000', 'hex');
  head.writeUInt16LE(orientation, 24);
  return segment(0xe1, Buffer.concat([head, Buffer.from(secret)]));
};

export const comment = (text: string): Buffer => segment(0xfe, Buffer.from(text));

export interface JpegParts {
  readonly before?: readonly Buffer[];
  readonly width?: number;
  readonly height?: number;
  readonly after?: Buffer;
}

export const jpeg = ({
  before = [],
  width = 8,
  height = 8,
  after = Buffer.alloc(0),
}: JpegParts = {}): Buffer =>
  Buffer.concat([SOI, JFIF, ...before, DQT, frame(width, height), DHT, SCAN, EOI, after]);

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(data.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
};

export function png({
  width = 1,
  height = 1,
  more = [] as readonly (readonly [string, string])[],
} = {}): Buffer {
  const head = Buffer.from('00000000000000000800000000', 'hex');
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...more.map(([type, text]) => chunk(type, Buffer.from(text))),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const pdf = (content = '1 0 obj<</Type/Catalog>>endobj'): Buffer =>
  Buffer.from(`%PDF-1.7\n${content}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
