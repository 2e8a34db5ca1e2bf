import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Dist, readDist } from '../host/dist';
import { compileTemplates } from '../host/templates';
import type { Network } from '../host/packages';
import type { Theme } from '../host/wx/phone';
import type { Payload } from './payload';

export interface BrowserOptions {
  readonly dist?: string;
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly storage?: Readonly<Record<string, unknown>>;
  readonly network?: Network;
  readonly fontSize?: number;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  /** Origin of a running server that the phone reaches; without it every connection is refused. */
  readonly server?: string;
  /** 6 = a phone six times slower than this machine. */
  readonly cpuSlowdown?: number;
}

const ORIGIN = 'http://weapp.test/';
const VIA = '/server';

let bundled: Promise<string> | undefined;

/** The browser half of the host as one script, made once a process. */
function hostScript(): Promise<string> {
  bundled ??= build({
    entryPoints: [join(__dirname, 'page-host.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    target: 'chrome110',
    legalComments: 'none',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return bundled;
}

const templates = new Map<string, string>();

function templateSource(dist: Dist): string {
  const known = templates.get(dist.dir) ?? compileTemplates(dist);
  templates.set(dist.dir, known);
  return known;
}

/** `</script>` inside a string would end the script that carries it. */
const inline = (source: string): string => source.replace(/<\/script/gi, '<\\/script');

function payloadOf(dist: Dist, options: BrowserOptions): Payload {
  const { app } = dist;
  const query = new URLSearchParams(options.query ?? {}).toString().replace(/\+/g, '%20');
  const path = (options.path ?? app.pages[0] ?? '').replace(/^\//, '');
  return {
    files: [...dist.files].filter(([file]) => !/\.(wxml|wxs)$/.test(file)),
    app,
    url: query === '' ? path : `${path}?${query}`,
    storage: options.storage ?? {},
    network: options.network ?? 'wifi',
    fontSize: options.fontSize ?? 16,
    theme: options.theme ?? 'light',
    ...(options.server === undefined ? {} : { via: VIA }),
  };
}

async function document(dist: Dist, options: BrowserOptions): Promise<string> {
  const payload = JSON.stringify(payloadOf(dist, options));
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>金普民生</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<style>${readFileSync(join(__dirname, 'page.css'), 'utf8')}</style></head>
<body><header id="bar"></header><main id="screen"></main>
<script>window.__payload=${inline(payload)};window.__templates=${inline(templateSource(dist))}</script>
<script>${inline(await hostScript())}</script></body></html>`;
}

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Messages of all errors since the start. */
  errors(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Opens the compiled mini-program in a browser at one page and waits until it stands. */
export async function openWeapp(browser: Browser, options: BrowserOptions = {}): Promise<OpenedPage> {
  const html = await document(readDist(options.dist), options);
  const { width = 375, height = 812, theme = 'light' } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    colorScheme: theme,
  });
  const page = await context.newPage();
  // Nothing leaves the machine: every address but the page itself is answered with nothing.
  await page.route('**/*', (route) =>
    route.request().url() === ORIGIN
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.abort(),
  );
  const { server } = options;
  if (server !== undefined)
    await page.route(`**${VIA}/**`, async (route) => {
      const { pathname, search } = new URL(route.request().url());
      const response = await route.fetch({ url: `${server}${pathname.slice(VIA.length)}${search}` });
      await route.fulfill({ response });
    });
  if (options.cpuSlowdown !== undefined) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: options.cpuSlowdown });
  }
  await page.goto(ORIGIN);
  await page.waitForFunction(() => window.__host.ready, undefined, { timeout: 60_000 });
  return {
    page,
    context,
    errors: () => page.evaluate(() => window.__host.errors.map(({ message }) => message)),
    close: () => context.close(),
  };
}
