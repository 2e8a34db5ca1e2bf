import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { serve } from '../../server/serve';
import { launchChromium } from '../browser-support/chromium';
import { projectRoot } from '../weapp/host/dist';

/** The built H5 app behind the real server with its demo data, in one browser. */

export const h5Root = join(projectRoot, 'dist/h5');
export const built = existsSync(join(h5Root, 'index.html'));

/** A working day at noon: what the server says is what every page shows. */
const NOW = Date.UTC(2026, 10, 25, 4);

export interface VisitOptions {
  /** Page path as in routes, with query where it has one; the home page without. */
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  /** What the phone remembers. */
  readonly storage?: Readonly<Record<string, unknown>>;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Uncaught errors, console errors and failed requests so far. */
  readonly problems: readonly string[];
}

export interface Web {
  /** Opens a page in a fresh browser profile, or in the one given. */
  readonly open: (options?: VisitOptions, context?: BrowserContext) => Promise<Visit>;
  readonly context: (storage?: Readonly<Record<string, unknown>>) => Promise<BrowserContext>;
  readonly close: () => Promise<void>;
}

const PHONE = { viewport: { width: 375, height: 812 }, hasTouch: true, locale: 'zh-CN' } as const;

export const urlOf = (origin: string, { path = '', query = {} }: VisitOptions): string => {
  const pairs = new URLSearchParams(query).toString().replace(/\+/g, '%20');
  return `${origin}/${path === '' ? '' : `#/${path}${pairs === '' ? '' : `?${pairs}`}`}`;
};

function listen(page: Page): readonly string[] {
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(`uncaught: ${message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  return problems;
}

/** A demo of its own for each file of tests; the database is a copy of one made before (see server-support). */
async function startServer(): Promise<{ readonly origin: string; readonly stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'jinpu-web-'));
  const template = process.env['TEST_EMBEDDED_TEMPLATE'];
  if (template !== undefined) cpSync(template, join(folder, 'db'), { recursive: true });
  const running = await serve({ env: {}, folder, h5Root, port: 0, version: '0.1.0', now: () => NOW });
  if (!running.ok) throw new Error(running.error);
  const stop = async (): Promise<void> => {
    await running.value.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { origin: running.value.url, stop };
}

export async function startWeb(): Promise<Web> {
  const { origin, stop } = await startServer();
  const browser: Browser = await launchChromium();

  /** Taro keeps storage in localStorage as { data: value }; put there once, so that a reload finds what the page made of it. */
  const context = async (storage: Readonly<Record<string, unknown>> = {}): Promise<BrowserContext> => {
    const localStorage = Object.entries(storage).map(([name, data]) => ({
      name,
      value: JSON.stringify({ data }),
    }));
    const made = await browser.newContext({
      ...PHONE,
      storageState: { cookies: [], origins: [{ origin, localStorage }] },
    });
    made.setDefaultTimeout(15_000);
    return made;
  };

  return {
    context,
    open: async (options = {}, given) => {
      const own = given ?? (await context(options.storage));
      const page = await own.newPage();
      const problems = listen(page);
      await page.goto(urlOf(origin, options));
      await page.locator('.screen').first().waitFor();
      return { page, context: own, problems };
    },
    close: async () => {
      await browser.close();
      await stop();
    },
  };
}
