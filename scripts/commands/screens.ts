import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { compileMode, previewStates } from '@/preview-states';
import { isTab } from '@/routes';
import { serve, type Running } from '../../server/serve';
import { launchChromium } from '../../test/browser-support/chromium';
import { type State, states } from '../../test/browser-support/states';
import { openWeapp } from '../../test/weapp/browser/open';
import { modes } from '../../test/weapp/dist-facts';
import { freshenPreviews } from '../lib/build';
import { projectRoot } from '../lib/shell';

const folder = join(projectRoot, 'screens');
const weappDist = join(projectRoot, 'dist/weapp');
const h5Dist = join(projectRoot, 'dist/h5');

const SIZES = { normal: { width: 375, height: 812 }, small: { width: 320, height: 568 } } as const;
const THEMES = ['light', 'dark'] as const;
type Mode = keyof typeof modes;
const MODES = ['normal', 'elder'] as const satisfies readonly Mode[];

interface Shot {
  readonly state: State;
  readonly mode: Mode;
  readonly theme: (typeof THEMES)[number];
  readonly size: keyof typeof SIZES;
}

/** The staff page prepares the phone, then opens the page that was asked for. */
const arrive = (page: Page): Promise<void> => page.waitForTimeout(800);

/** A state that fixes 长辈版 itself would only repeat another one's picture. */
const previews: readonly State[] = previewStates
  .filter(({ prepare }) => prepare?.elder === undefined)
  .map((state) => {
    const { pathName, query } = compileMode(state);
    return {
      name: state.id,
      path: pathName,
      query: Object.fromEntries(new URLSearchParams(query)),
      small: isTab(state.page),
      // Through the staff page, which prepares the phone and opens the page.
      ...(state.prepare === undefined ? {} : { act: arrive }),
    };
  });

const shotsOf = (state: State): readonly Shot[] =>
  MODES.flatMap((mode) =>
    THEMES.flatMap((theme) => [
      { state, mode, theme, size: 'normal' as const },
      ...(state.small === true ? [{ state, mode, theme, size: 'small' as const }] : []),
    ]),
  );

const fileOf = (build: string, { state, mode, theme, size }: Shot): string =>
  join(folder, build, `${state.name}.${mode}.${theme}${size === 'small' ? '.320' : ''}.png`);

async function shootWeapp(browser: Browser, server: string, shot: Shot): Promise<readonly string[]> {
  const { state, mode, theme, size } = shot;
  const opened = await openWeapp(browser, {
    dist: weappDist,
    path: state.path,
    query: state.query ?? {},
    storage: modes[mode],
    theme,
    server,
    ...SIZES[size],
  });
  await state.act?.(opened.page);
  await opened.page.screenshot({ path: fileOf('weapp', shot) });
  const errors = await opened.errors();
  await opened.close();
  return errors.map((error) => `${fileOf('weapp', shot)}: ${error}`);
}

/** The demo behind both builds, with a database of its own: pictures need cases, and nobody's data is touched. */
async function startDemo(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'jinpu-screens-'));
  const options = { env: {}, folder, h5Root: h5Dist, port: 0, version: '0.1.0', now: () => Date.now() };
  const running = await serve(options);
  if (!running.ok) throw new Error(running.error);
  const close = async (): Promise<void> => {
    await running.value.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...running.value, close };
}

/** Taro keeps storage in localStorage as { data: value }. */
async function shootH5(browser: Browser, origin: string, shot: Shot): Promise<readonly string[]> {
  const { state, mode, theme, size } = shot;
  const context = await browser.newContext({
    viewport: SIZES[size],
    deviceScaleFactor: 2,
    colorScheme: theme,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`${fileOf('h5', shot)}: ${error.message}`));
  const stored = Object.entries(modes[mode]).map(([key, data]) => [key, JSON.stringify({ data })] as const);
  await page.addInitScript((entries) => {
    for (const [key, value] of entries) localStorage.setItem(key, value);
  }, stored);
  const query = new URLSearchParams(state.query ?? {}).toString();
  await page.goto(`${origin}/#/${state.path}${query === '' ? '' : `?${query}`}`);
  await page.waitForLoadState('networkidle');
  await state.act?.(page);
  await page.screenshot({ path: fileOf('h5', shot) });
  await context.close();
  return errors;
}

/** Pictures of every screen, in both builds, both modes and both themes. `npm run screens -- guide` takes those only. */
export default async function screens(args: string[]): Promise<number> {
  const code = await freshenPreviews();
  if (code !== 0) return code;
  for (const build of ['weapp', 'h5']) mkdirSync(join(folder, build), { recursive: true });
  const wanted = [...previews, ...states].filter(
    ({ name }) => args.length === 0 || args.some((part) => name.includes(part)),
  );
  const browser = await launchChromium();
  const { url, close } = await startDemo();
  const errors: string[] = [];
  try {
    for (const shot of wanted.flatMap(shotsOf)) {
      errors.push(...(await shootWeapp(browser, url, shot)), ...(await shootH5(browser, url, shot)));
    }
  } finally {
    await browser.close();
    await close();
  }
  for (const error of errors) console.error(error);
  console.log(`${wanted.flatMap(shotsOf).length * 2} pictures of ${wanted.length} states in ${folder}`);
  return errors.length > 0 ? 1 : 0;
}
