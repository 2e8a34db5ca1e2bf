/**
 * The lines of a text that arrives in pieces: LF or CRLF ends one, and the last may lack its end. Node's readline
 * would also split at a lone CR, U+2028 and U+2029, and line N of the answers would no longer belong to line N.
 */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  const clean = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield clean(line);
  }
  if (rest !== '') yield clean(rest);
}

/**
 * The `--lines` mode of a command: each line of stdin is answered with exactly one line on stdout, in order. An
 * empty line is answered too, as anything else would be; `answer` should not throw for bad input.
 */
export async function eachLine(answer: (line: string) => string | Promise<string>): Promise<void> {
  process.stdin.setEncoding('utf8');
  for await (const line of linesOf(process.stdin)) {
    await write(`${(await answer(line)).replace(/[\r\n]+/g, ' ')}\n`);
  }
}

/** Waits while the reader is slower than we are: a million answers must not pile up in memory. */
function write(text: string): Promise<void> | undefined {
  if (process.stdout.write(text)) return undefined;
  return new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** A bad line's answer: one line of JSON, so that the other lines go on. */
export const errorLine = (code: string, message: string): string =>
  JSON.stringify({ error: { code, message } });
