import type { Browser, Page } from 'playwright-core';
import { openWeapp, type BrowserOptions } from '../weapp/browser/open';

/**
 * Milliseconds. Inject: until every file of the first page has run. First page: from there to the last change on the
 * screen, the host's own work included; only the ratio to the blank app, which pays the same, says something.
 */
export interface Start {
  readonly inject: number;
  readonly firstPage: number;
}

const QUIET_MS = 400;

async function startOf(page: Page): Promise<Start> {
  // The loader of TypeScript names functions through a helper that the page does not have.
  await page.evaluate('globalThis.__name = (named) => named');
  return page.evaluate(async (quiet) => {
    const last = (name: string): number => performance.getEntriesByName(name).at(-1)?.startTime ?? 0;
    while (performance.now() - last('drawn') < quiet) await new Promise((done) => setTimeout(done, 50));
    const first = performance.getEntriesByName('drawn')[0]?.startTime ?? 0;
    const registered = ['App', 'Page', 'Component'].flatMap((name) => performance.getEntriesByName(name));
    const ran = Math.max(0, ...registered.map(({ startTime }) => startTime).filter((at) => at < first));
    return { inject: ran - last('launch'), firstPage: last('drawn') - ran };
  }, QUIET_MS);
}

/** From a tap to the frame that shows its last change; a tap that changes nothing within 300 ms counts as nothing. */
const tapTimes = (page: Page, selector: string, taps: number): Promise<number[]> =>
  page.evaluate(
    async ([where, count]) => {
      const frame = (): Promise<number> =>
        new Promise((done) => requestAnimationFrame(() => done(performance.now())));
      const targets = Array.from(document.querySelectorAll<HTMLElement>(where));
      const times: number[] = [];
      for (let tap = 0; tap < count; tap++) {
        const target = targets[tap % targets.length];
        if (target === undefined) return [];
        const started = performance.now();
        target.click();
        let shown = 0;
        for (let now = await frame(); now - started < 300; now = await frame()) {
          const drawn = performance.getEntriesByName('drawn').at(-1)?.startTime ?? 0;
          if (drawn > started && drawn > shown) shown = now;
          else if (shown > 0) break;
        }
        if (shown > 0) times.push(shown - started);
      }
      return times;
    },
    [selector, taps] as const,
  );

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The median of a few launches: the first one also warms the machine up. */
export async function starts(browser: Browser, options: BrowserOptions, launches = 3): Promise<Start> {
  const seen: Start[] = [];
  for (let launch = 0; launch < launches; launch++) {
    const opened = await openWeapp(browser, options);
    seen.push(await startOf(opened.page));
    await opened.close();
  }
  return {
    inject: median(seen.map(({ inject }) => inject)),
    firstPage: median(seen.map(({ firstPage }) => firstPage)),
  };
}

/** Sorted times of taps on what the selector finds, in turn. */
export async function taps(
  browser: Browser,
  options: BrowserOptions,
  selector: string,
  count = 20,
): Promise<number[]> {
  const opened = await openWeapp(browser, options);
  await startOf(opened.page);
  const times = await tapTimes(opened.page, selector, count);
  await opened.close();
  return times.sort((a, b) => a - b);
}
