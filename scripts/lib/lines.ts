import { createInterface } from 'node:readline';

/**
 * The `--lines` mode of a command: each line of stdin is answered with exactly one line on stdout, in order.
 * CRLF and a missing last line break are both fine. An empty line is answered too, as anything else would be, so
 * that line N of the output always belongs to line N of the input; `answer` should never throw for bad input.
 */
export async function eachLine(answer: (line: string) => string | Promise<string>): Promise<void> {
  // Infinity: a CR and its LF may arrive in two chunks, far apart, and are one line break all the same.
  const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
  for await (const line of lines) await write(`${(await answer(line)).replace(/[\r\n]+/g, ' ')}\n`);
}

/** Waits while the reader is slower than we are: a million answers must not pile up in memory. */
function write(text: string): Promise<void> | undefined {
  if (process.stdout.write(text)) return undefined;
  return new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** A bad line's answer: one line of JSON, so that the other lines go on. */
export const errorLine = (code: string, message: string): string =>
  JSON.stringify({ error: { code, message } });
