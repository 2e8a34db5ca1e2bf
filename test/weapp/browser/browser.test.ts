import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { smallTargets } from '../../browser-support/axe';
import { launchChromium } from '../../browser-support/chromium';
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
