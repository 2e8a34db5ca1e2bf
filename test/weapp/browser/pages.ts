import type { Browser } from 'playwright-core';
import { axeViolations, smallTargets } from '../../browser-support/axe';
import { launchChromium } from '../../browser-support/chromium';
import { modes, pageQueries } from '../dist-facts';
import { readDist } from '../host/dist';
import { openWeapp } from './open';

const LEAST = { normal: 44, elder: 60 } as const satisfies Record<keyof typeof modes, number>;

/** Every page of the package in one mode. A file each: files share the cores. */
export function checkPages(mode: keyof typeof modes): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it.each(readDist().app.pages)(
    '%s: no error, axe 0 in light and dark, targets large enough',
    async (path) => {
      const opened = await openWeapp(browser, { path, query: pageQueries(path), storage: modes[mode] });
      const { page } = opened;
      const light = await axeViolations(page);
      const small = await smallTargets(page, LEAST[mode]);
      // Dark changes colours only, by this media query; the class is for the bar around the page.
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.evaluate("document.documentElement.classList.add('dark')");
      const dark = await axeViolations(page, ['color-contrast']);
      const errors = await opened.errors();
      await opened.close();
      expect({ errors, light, dark, small }).toEqual({ errors: [], light: [], dark: [], small: [] });
    },
  );
}
