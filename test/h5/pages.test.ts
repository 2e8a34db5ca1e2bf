import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { routes } from '@/routes';
import { axeViolations, smallTargets } from '../browser-support/axe';
import { modes, pageQueries } from '../weapp/dist-facts';
import { built, h5Root, startWeb, type Web } from './web';

jest.setTimeout(60_000);

it('is built (npm run build:h5)', () => expect(built).toBe(true));

/** A published H5 build has no staff pages. */
const withStaff = (): boolean =>
  readdirSync(join(h5Root, 'js')).some(
    (name) =>
      /^app\..*\.js$/.test(name) &&
      readFileSync(join(h5Root, 'js', name), 'utf8').includes(routes.staffStates),
  );

const LEAST = { normal: 44, elder: 60 } as const satisfies Record<keyof typeof modes, number>;

type Case = readonly [name: string, path: string, query: Readonly<Record<string, string>>];

const states: readonly Case[] = [
  ['search that finds nothing', routes.search, { q: '明天下雨吗' }],
  ['search before a word', routes.search, {}],
  ['a guide that does not exist', routes.guide, { id: 'no-such-guide' }],
  ['a topic that does not exist', routes.topic, { kind: 'theme', id: 'no-such' }],
  ['an empty trip', routes.trip, {}],
];

const pages: readonly Case[] = Object.values(routes)
  .filter((path) => !path.startsWith('packages/staff/') || (built && withStaff()))
  .map((path) => [path, path, pageQueries(path)] as const);

if (built) {
  describe.each(['normal', 'elder'] as const)('every page, %s', (mode) => {
    let web: Web;
    let context: BrowserContext;
    beforeAll(async () => {
      web = await startWeb();
      context = await web.context(modes[mode]);
    });
    afterAll(() => web.close());

    it.each([...pages, ...states])('%s: axe 0, targets large enough, no error', async (_, path, query) => {
      const { page, problems } = await web.open({ path, query }, context);
      await page.emulateMedia({ colorScheme: 'light' });
      const light = await axeViolations(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await axeViolations(page, ['color-contrast']);
      const small = await smallTargets(page, LEAST[mode], '#app');
      await page.close();
      expect({ light, dark, small, problems }).toEqual({ light: [], dark: [], small: [], problems: [] });
    });
  });
}
