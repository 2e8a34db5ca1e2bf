/** Lines of a backup on the disk, compressed: sealed values are written in hexadecimal and halve. */
import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Batches } from './rows';

const BATCH = 200;

export interface PageWriter {
  readonly write: (lines: readonly string[]) => Promise<void>;
  readonly end: () => Promise<void>;
}

export function writePage(path: string): PageWriter {
  const gzip = createGzip();
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  const done = finished(gzip.pipe(file));
  return {
    write: async (lines) => {
      if (lines.length > 0 && !gzip.write(`${lines.join('\n')}\n`)) await once(gzip, 'drain');
    },
    end: async () => {
      gzip.end();
      await done;
    },
  };
}

async function* linesOf(chunks: AsyncIterable<string>): AsyncIterable<string> {
  let rest = '';
  for await (const chunk of chunks) {
    // Only this one: other readers of lines also break at U+2028, which people may have typed.
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** A page that was cut off, or is none, ends early: its sum then differs. */
export async function* readPage(path: string): Batches {
  const file = createReadStream(path);
  const gunzip = createGunzip().setEncoding('utf8');
  file.on('error', (error) => gunzip.destroy(error)).pipe(gunzip);
  let batch: string[] = [];
  try {
    for await (const line of linesOf(gunzip)) {
      batch.push(line);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  } catch {
    return;
  }
  if (batch.length > 0) yield batch;
}
