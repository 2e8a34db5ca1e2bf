import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../browser-support/chromium';
import { axeViolations, smallTargets } from '../browser-support/axe';
import { openConsole, type OpenConsole } from '../server-support/certificate-desk';

jest.setTimeout(240_000);

const WIDTHS = [1280, 390] as const;

describe('the console of the certificate in a browser', () => {
  let console: OpenConsole;
  let browser: Browser;
  beforeAll(async () => {
    console = await openConsole();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await console.close();
  });

  /** Beyond the window nothing may stick out: tables scroll in their own box. */
  const overflow = (page: Page): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  /** Wide pages are the same page with more room: those with columns and the grid are enough there. */
  const ON_DESK: readonly string[] = ['task', 'board', 'case', 'matrix', 'verify-valid'];

  it.each(WIDTHS)('at %i: axe 0, nothing beyond the edge, fields for a finger', async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 844 }, locale: 'zh-CN' });
    const found: Record<string, unknown> = {};
    const pages = console.pages.filter(({ name }) => width < 600 || ON_DESK.includes(name));
    for (const { name, path, cookie } of pages) {
      if (cookie) await context.addCookies([{ ...cookie, url: `${console.origin}/console` }]);
      const page = await context.newPage();
      await page.goto(console.origin + path);
      await page.evaluate(() => {
        document.querySelectorAll('main details').forEach((one) => one.setAttribute('open', ''));
      });
      const violations = await axeViolations(page);
      const small = (await smallTargets(page, 32, 'main')).filter((line) => !line.startsWith('20x20'));
      const beyond = await overflow(page);
      if (violations.length > 0 || small.length > 0 || beyond > 0)
        found[name] = { violations, small, beyond };
      await page.close();
    }
    await context.close();
    expect(found).toEqual({});
    expect(pages.length).toBeGreaterThan(4);
  });
});
