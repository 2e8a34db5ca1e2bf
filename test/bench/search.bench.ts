import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { join } from 'node:path';
import { search } from '@/domain/search/search';
import type { SearchIndex } from '@/domain/search/search-index';
import { loadLibrary } from '../../scripts/content/library';
import { buildSearchIndex } from '../../scripts/content/search-compile';
import { searchDocuments } from '../../scripts/content/search/documents';
import { loadVocabulary } from '../../scripts/content/search/vocabulary';
import { evaluate, loadQueries, share } from '../search/evaluate';
import { percentile, timed, type Row } from './bench';
import { peersOf } from './search-peers';
import { syntheticGuides } from './search-synthetic';

export const name = 'search';

const MANY = 10_000;
const ms = (value: number): string => value.toFixed(3);
const percent = (part: number, whole: number): string => `${(share(part, whole) * 100).toFixed(1)} %`;
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const bytesOf = (index: SearchIndex): number => Buffer.byteLength(JSON.stringify(index));

/** The search code as a bundler ships it, alone. */
async function codeBytes(): Promise<number> {
  const entries = ['search', 'highlight', 'nearest-themes']
    .map((file) => `export * from './${file}';`)
    .join('\n');
  const { outputFiles } = await build({
    stdin: { contents: entries, resolveDir: join(__dirname, '../../src/domain/search'), loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'cjs',
    write: false,
    charset: 'utf8',
  });
  return outputFiles[0]?.contents.length ?? 0;
}

function accuracy(find: (query: string) => readonly string[]): Row {
  const columns: Record<string, string> = {};
  for (const half of ['a', 'b'] as const) {
    const { all, nonsense } = evaluate(loadQueries(half), find);
    columns[`${half}: first`] = percent(all.first, all.asked);
    columns[`${half}: three`] = percent(all.three, all.asked);
    columns[`${half}: five`] = percent(all.five, all.asked);
    columns[`${half}: nonsense empty`] = `${nonsense.empty}/${nonsense.asked}`;
  }
  return columns;
}

function speed(find: (query: string) => unknown, queries: readonly string[]): Row {
  const times = timed(queries, find);
  return { 'p50 ms': ms(percentile(times, 0.5)), 'p99 ms': ms(percentile(times, 0.99)) };
}

/** Ours against MiniSearch and Fuse.js on the same guides, phrases and queries; then ours with 10,000 guides. */
export async function run(): Promise<Row[]> {
  const guides = [...loadLibrary().guides.values()];
  const index = buildSearchIndex(guides);
  const queries = [...loadQueries('a'), ...loadQueries('b')].map(({ q }) => q);
  const ours = (query: string): string[] => search(index, query).map(({ id }) => id);
  const size = bytesOf(index);
  const code = await codeBytes();
  const rows: Row[] = [
    {
      what: `ours, ${guides.length} guides`,
      ...speed(ours, queries),
      ...accuracy(ours),
      index: kilobytes(size),
      gzip: kilobytes(gzipSync(JSON.stringify(index)).length),
      code: kilobytes(code),
      package: kilobytes(size + code),
    },
  ];
  for (const { name: what, find, bytes } of peersOf(searchDocuments(guides, loadVocabulary())))
    rows.push({ what, ...speed(find, queries), ...accuracy(find), index: kilobytes(bytes) });
  const large = buildSearchIndex(syntheticGuides(guides, MANY));
  rows.push({
    what: `ours, ${MANY} guides`,
    ...speed((query) => search(large, query), queries),
    index: `${kilobytes(bytesOf(large))} = ${(bytesOf(large) / size).toFixed(1)} ×`,
  });
  return rows;
}
