import fc from 'fast-check';
import { errorLine, linesOf } from './lines';

async function* pieces(texts: readonly string[]): AsyncGenerator<string> {
  for (const text of texts) yield await Promise.resolve(text);
}

async function collect(texts: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(pieces(texts))) lines.push(line);
  return lines;
}

describe('linesOf', () => {
  it.each([
    [
      ['a\r', '\nb\n'],
      ['a', 'b'],
    ],
    [['a\n\nb'], ['a', '', 'b']],
    [['a\u2028b\rc\n'], ['a\u2028b\rc']],
    [[], []],
    [['\n'], ['']],
  ])('%j is %j', async (texts, lines) => {
    expect(await collect(texts)).toEqual(lines);
  });

  it('does not depend on where the pieces end', async () => {
    const anyText = fc.string({ unit: fc.constantFrom('a', '金', '\r\n', '\n', ' ') });
    await fc.assert(
      fc.asyncProperty(fc.array(anyText), async (texts) => {
        expect(await collect(texts)).toEqual(await collect([texts.join('')]));
      }),
    );
  });
});

it('answers a bad line with one line', () => {
  expect(errorLine('code', '一\n二')).not.toContain('\n');
});
