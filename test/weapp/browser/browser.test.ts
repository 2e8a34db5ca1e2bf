import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { axeViolations, smallTargets } from '../../browser-support/axe';
import { launchChromium } from '../../browser-support/chromium';
import { modes, pageQueries } from '../dist-facts';
import { defaultDist, readDist } from '../host/dist';
import { type BrowserOptions, openWeapp } from './open';

jest.setTimeout(90_000);

const fixture = join(__dirname, '../fixtures/native');
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

async function visit<T>(
  options: BrowserOptions,
  look: (opened: Awaited<ReturnType<typeof openWeapp>>) => Promise<T>,
) {
  const opened = await openWeapp(browser, options);
  try {
    return await look(opened);
  } finally {
    await opened.close();
  }
}

describe('a native package in the browser', () => {
  it('answers real clicks and keys', async () => {
    const seen = await visit({ dist: fixture }, async ({ page, errors }) => {
      await page.getByRole('button', { name: '加一' }).click();
      await page.getByPlaceholder('名字').pressSequentially('王小明');
      await page.getByText('加1').waitFor();
      return { typed: await page.getByPlaceholder('名字').inputValue(), errors: await errors() };
    });
    expect(seen).toEqual({ typed: '王小明', errors: [] });
  });

  it('shows targets that are too small for a finger', async () => {
    const small = await visit({ dist: fixture }, ({ page }) => smallTargets(page, 44));
    expect(small.join('\n')).toContain('<input');
  });
});

if (existsSync(join(defaultDist, 'app.json'))) {
  const targets = { normal: 44, elder: 60 } as const satisfies Record<keyof typeof modes, number>;
  const cases = readDist().app.pages.flatMap((path) =>
    (['normal', 'elder'] as const).flatMap((mode) =>
      (['light', 'dark'] as const).map((theme) => [path, mode, theme] as const),
    ),
  );

  it.each(cases)('%s, %s, %s: no error, axe 0, targets large enough', async (path, mode, theme) => {
    const options = { path, query: pageQueries(path), storage: modes[mode], theme };
    const found = await visit(options, async ({ page, errors }) => ({
      errors: await errors(),
      axe: await axeViolations(page),
      small: await smallTargets(page, targets[mode]),
    }));
    expect(found).toEqual({ errors: [], axe: [], small: [] });
  });
}
