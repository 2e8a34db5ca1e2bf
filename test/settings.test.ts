/** docs/settings.md has every setting that the code reads, and none that nothing reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');

const sourcesOf = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

/** Of Node, the shell and Taro, or given by one of our programs to another. */
const NOT_OURS = new Set([
  'NODE_ENV',
  'PATH',
  'TZ',
  'TARO_ENV',
  'TEST_EMBEDDED_BARE',
  'TEST_EMBEDDED_TEMPLATE',
  'TEST_POSTGRES',
  'WEAPP_DIST',
]);

const NAME = /\b[A-Z][A-Z0-9_]{2,}\b/g;

const WAYS: readonly RegExp[] = [
  /\benv(?:\.|\[['"])([A-Z][A-Z0-9_]+)/g,
  // Taken apart: `{ APP_MODE }: Env`, `const { PORT } = process.env`.
  /\{([^{}]*)\}\s*(?::\s*(?:Env\b|Readonly<Record<string, string \| undefined>>)|=\s*(?:process\.)?env\b)/g,
];

/** Lists of names that are looked up one by one. */
const LISTS = ['server/config.ts', 'server/courier/sf-place.ts', 'server/mode.ts'];

function namesIn(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const read = WAYS.flatMap((way) =>
    [...text.matchAll(way)].flatMap(([, found = '']) => found.match(NAME) ?? []),
  );
  const listed = LISTS.includes(file)
    ? [...text.matchAll(/'([A-Z][A-Z0-9_]{3,})'/g)].map(([, name = '']) => name)
    : [];
  return [...read, ...listed];
}

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

const namesBelow = (...folders: readonly string[]): readonly string[] =>
  sorted(
    folders
      .flatMap(sourcesOf)
      .flatMap(namesIn)
      .filter((name) => !NOT_OURS.has(name)),
  );

const read = namesBelow('server', 'scripts', 'config');
/** Those of tests need no row, and may have one. */
const known = namesBelow('server', 'scripts', 'config', 'test', 'src');

const page = readFileSync(join(root, 'docs/settings.md'), 'utf8');
const documented = sorted([...page.matchAll(/^\| `([A-Z][A-Z0-9_]+)` \|/gm)].map(([, name = '']) => name));

describe('settings', () => {
  it('are those that the code reads', () => {
    expect(read.length).toBeGreaterThan(20);
    expect(read.filter((name) => !documented.includes(name))).toEqual([]);
    expect(documented.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('each have a default and a meaning', () => {
    const rows = page.split('\n').filter((line) => /^\| `[A-Z]/.test(line));
    expect(rows.filter((row) => row.split(' | ').length < 3)).toEqual([]);
    expect(rows).toHaveLength(documented.length);
  });
});
