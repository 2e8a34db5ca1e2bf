import { freshBytes } from './crypto/fresh-bytes';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a path or a form brings is asked first: the database refuses any other text with an error. */
export const isId = (text: string): boolean => ID.test(text);

/**
 * UUID version 7 (RFC 9562): milliseconds, then 74 random bits. In order of time, so that tables can be partitioned by
 * their key alone, and not to be guessed.
 */
export function newId(at: number): string {
  const bytes = freshBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
