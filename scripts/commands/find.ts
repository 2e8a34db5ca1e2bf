import { readFileSync } from 'node:fs';
import { search } from '@/domain/search/search';
import { ensureContent } from '../content/compile';

const USAGE = 'npm run -s find -- "要办的事" [--limit N]   or   … | npm run -s find -- --lines';

interface Request {
  readonly words: readonly string[];
  readonly limit: number;
  readonly lines: boolean;
}

function parse(args: readonly string[]): Request {
  const words: string[] = [];
  let limit = 10;
  let lines = false;
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (arg === '--lines') lines = true;
    else if (arg === '--limit') {
      limit = Math.max(1, Math.floor(Number(args[i + 1])) || limit);
      i += 1;
    } else words.push(arg);
  }
  return { words, limit, lines };
}

/** Guides for a query as `[{"id","score"}]`, best first, from the index and the code that ship. */
export default async function find(args: string[]): Promise<number> {
  const { words, limit, lines } = parse(args);
  if (words.length === 0 && !lines) {
    console.error(USAGE);
    return 1;
  }
  for (const { file, path, message } of ensureContent()) console.error(`${file} ${path} ${message}`);
  const { default: index } = await import('@/generated/search-index');
  const answer = (query: string): string =>
    JSON.stringify(search(index, query, { limit }).map(({ id, score }) => ({ id, score })));
  if (!lines) console.log(answer(words.join(' ')));
  else {
    const queries = readFileSync(0, 'utf8').split(/\r?\n/);
    if (queries.at(-1) === '') queries.pop();
    for (const query of queries) console.log(answer(query));
  }
  return 0;
}
