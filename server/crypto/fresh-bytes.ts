/**
 * Random bytes by the handful. Each call of the system's source costs about as much as sealing a short value, and a
 * submission needs some twenty: they are fetched by the page, and no byte is given out twice.
 */
import { randomFillSync } from 'node:crypto';

const PAGE = 4096;

const page = Buffer.alloc(PAGE);
let used = PAGE;

/** `size` bytes that nobody can guess, at most a page of them. */
export function freshBytes(size: number): Buffer {
  if (size > PAGE) throw new Error(`${size} random bytes: at most ${PAGE} at once`);
  if (used + size > PAGE) {
    randomFillSync(page);
    used = 0;
  }
  const bytes = Buffer.from(page.subarray(used, used + size));
  // What was given out is nowhere else.
  page.fill(0, used, used + size);
  used += size;
  return bytes;
}
