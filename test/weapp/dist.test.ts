import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { crawlPage, problemsOf } from './crawl';
import { longLists, treeBreaches, unsafeProbes } from './gates/behaviour';
import { activeSelectors, contentInMain, lazyLoading, missingAria, rpxSizes } from './gates/static';
import { guideMarkers, modes, pageQueries } from './dist-facts';
import { defaultDist, readDist } from './host/dist';
import { launch, type LaunchOptions } from './host/host';
import { runWcc } from './wcc';

const built = existsSync(join(defaultDist, 'app.json'));
const pages = built ? readDist().app.pages : [];
const stored = (mode: keyof typeof modes): LaunchOptions => ({ storage: modes[mode] });
const withQuery = (page: string): LaunchOptions => ({ path: page, query: pageQueries(page), onPhone: 'all' });

it('is built (npm run build:weapp)', () => expect(() => readDist()).not.toThrow());

if (built) {
  describe('the package as files', () => {
    const { dir, files } = readDist();
    it.each([
      ['carries every aria name', missingAria],
      ['sizes nothing in rpx', rpxSizes],
      ['has no :active', activeSelectors],
      ['loads code lazily', lazyLoading],
    ])('%s', (_, gate) => expect(gate(files)).toEqual([]));

    it('holds no guide in the main package', () => expect(contentInMain(files, guideMarkers())).toEqual([]));
    it('passes the official compiler', () =>
      expect(runWcc(dir, files)).toMatchObject({ ok: true, messages: '' }));
  });

  describe.each(Object.keys(modes).filter((mode): mode is keyof typeof modes => mode in modes))(
    'every page, %s',
    (mode) => {
      it.each(pages)('%s stands within its budgets', async (page) => {
        const host = await launch({ ...withQuery(page), ...stored(mode) });
        const breaches = [...treeBreaches(host.counts()), ...longLists(host.tree()), ...problemsOf(host)];
        expect([...breaches, ...unsafeProbes(host.ledger)]).toEqual([]);
        expect(host.currentPage().path).toBe(page);
        host.kill();
      });
    },
  );

  it.each(pages)('%s: every control works once', async (page) => {
    expect(await crawlPage(page, withQuery(page))).toEqual([]);
  });

  it.each([
    ['offline', { network: 'none' }],
    ['with storage full', { storageFull: true }],
    ['in the largest font', { fontSize: 23 }],
    ['in the dark', { theme: 'dark' }],
    ['before the privacy agreement', { privacyAgreed: false }],
  ] satisfies [string, LaunchOptions][])('every page opens %s', async (_, options) => {
    const problems = [];
    for (const page of pages) {
      const host = await launch({ ...withQuery(page), ...options });
      problems.push(...host.ledger.errors.map(({ message }) => `${page}: ${message}`));
      if (host.tree().text.trim() === '') problems.push(`${page}: shows nothing`);
      host.kill();
    }
    expect(problems).toEqual([]);
  });

  it('walks the tabs and comes back from every other page', async () => {
    const { app } = readDist();
    const host = await launch({ onPhone: 'all' });
    for (const tab of app.tabs) {
      await host.switchTab(tab);
      expect(host.currentPage().path).toBe(tab);
    }
    for (const page of pages.filter((candidate) => !app.tabs.includes(candidate))) {
      const query = new URLSearchParams(pageQueries(page)).toString();
      const below = host.currentPage().path;
      await host.open(`/${page}?${query}`);
      expect(host.currentPage().path).toBe(page);
      await host.back();
      expect(host.currentPage().path).toBe(below);
    }
    expect(problemsOf(host)).toEqual([]);
  });

  it('opens every page of its packages ten seconds after a cold start, offline', async () => {
    const { app } = readDist();
    const host = await launch({ network: '4g' });
    await host.advance(10_000);
    host.setNetwork('none');
    const preloaded = new Set(host.runtime.packages.onPhone());
    const wanted = [...app.preload.values()].flatMap(({ packages }) => packages);
    const roots = app.subpackages.filter(({ root, name }) => wanted.includes(root) || wanted.includes(name));
    expect(roots.filter(({ root }) => !preloaded.has(root))).toEqual([]);
  });
}
