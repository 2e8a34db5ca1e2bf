import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { guideRules } from '../scripts/content/lint';

const root = join(__dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const documents = ['', 'docs', 'docs/adr'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

const manifest = z.object({ scripts: z.record(z.string(), z.string()) });
const scripts: readonly string[] = Object.keys(manifest.parse(JSON.parse(read('package.json'))).scripts);

/** `npm start` and `npm test` are scripts too; `npm ci` and the like are npm's own. */
const scriptsNamed = (text: string): readonly string[] =>
  [...text.matchAll(/\bnpm (?:run (?:-s )?([a-z][\w:-]*)|(start|test)\b)/g)].map(
    ([, run, own]) => run ?? own ?? '',
  );

/** Lines of the fenced commands, without comments: the two READMEs must show the same. */
const commands = (text: string): readonly string[] =>
  [...text.matchAll(/```bash\n([\s\S]*?)```/g)]
    .flatMap(([, block = '']) => block.split('\n'))
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('git clone'));

const TOP = /^(?:src|server|scripts|test|docs|config|types|\.ci)\//;

/** Paths in code spans. A * or a placeholder ends what can be looked up. */
const pathsNamed = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`\s]+)`/g)]
    .map(([, span = '']) => span)
    .filter((span) => TOP.test(span) && !span.includes('…') && !span.includes('my-id'))
    .map((span) => (span.includes('*') ? dirname(span.slice(0, span.indexOf('*') + 1)) : span));

const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));

describe('documents', () => {
  it.each(documents)('%s names only npm scripts that exist', (file) => {
    expect(scriptsNamed(read(file)).filter((name) => !scripts.includes(name))).toEqual([]);
  });

  it.each(documents)('%s names only paths that exist', (file) => {
    const text = read(file);
    const missing = [
      ...pathsNamed(text).filter((path) => !existsSync(join(root, path))),
      ...linksIn(text).filter((link) => !existsSync(join(root, dirname(file), link))),
    ];
    expect(missing).toEqual([]);
  });

  it.each(['README.md', 'README.zh-CN.md'])('%s names every npm script', (file) => {
    const named = new Set(scriptsNamed(read(file)));
    expect(scripts.filter((name) => !named.has(name))).toEqual([]);
  });

  it('both READMEs show the same commands', () => {
    const [english, chinese] = [read('README.md'), read('README.zh-CN.md')];
    expect(commands(chinese)).toEqual(commands(english));
    expect(new Set(scriptsNamed(chinese))).toEqual(new Set(scriptsNamed(english)));
  });

  it('docs/content.md explains every rule over guides', () => {
    const text = read('docs/content.md');
    expect(guideRules.map(({ id }) => id).filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
  });

  it('docs/adr/README.md lists every decision', () => {
    const listed = linksIn(read('docs/adr/README.md'));
    expect(readdirSync(join(root, 'docs/adr')).filter((name) => /^\d{4}-/.test(name))).toEqual(listed);
  });
});
