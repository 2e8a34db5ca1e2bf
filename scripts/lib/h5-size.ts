import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { routes } from '@/routes';
import { LIMITS, type Size } from './package-size';

/** Files that index.html names outright; what it only prefetches comes after the first page. */
const named = (html: string): readonly string[] =>
  [...html.matchAll(/<(script|link)\b[^>]*>/g)].flatMap(([tag]) =>
    tag.includes('rel="prefetch"') ? [] : (/(?:src|href)="\/?([^"]+)"/.exec(tag)?.[1] ?? []),
  );

/** Chunks that Taro's route table loads for a page, as written in the entry: `{"path":"…","load":function…e(12)…}`. */
export function chunksOf(entry: string, page: string): readonly string[] {
  const at = entry.indexOf(`"path":"${page}"`);
  const end = entry.indexOf('"path":', at + 1);
  if (at < 0) return [];
  const loads = entry.slice(at, end < 0 ? at + 600 : end);
  return [...loads.matchAll(/\.e\(["']?(\w+)["']?\)/g)].flatMap(([, chunk]) => chunk ?? []);
}

/** What a browser fetches to show the home page, each file gzipped. */
export function firstLoad(dist: string): Size {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const scripts = named(html);
  const entry = scripts.find((file) => /\bapp\.\w+\.js$/.test(file));
  if (entry === undefined) throw new Error('dist/h5/index.html names no app script');
  const chunks = chunksOf(readFileSync(join(dist, entry), 'utf8'), routes.home);
  if (chunks.length === 0) throw new Error('the chunks of the home page are not in the route table');
  const ofChunks = ['js', 'css'].flatMap((kind) =>
    readdirSync(join(dist, kind))
      .filter((name) => name.endsWith(`.${kind}`) && chunks.some((chunk) => name.startsWith(`${chunk}.`)))
      .map((name) => `${kind}/${name}`),
  );
  const files = [...new Set(['index.html', ...scripts, ...ofChunks])];
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
  return { what: `H5 首页（gzip，${files.length} 个文件）`, bytes, limit: LIMITS.firstLoad };
}
