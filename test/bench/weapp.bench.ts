import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { routes } from '@/routes';
import { launchChromium } from '../browser-support/chromium';
import type { BrowserOptions } from '../weapp/browser/open';
import { pageQueries } from '../weapp/dist-facts';
import { defaultDist, readDist } from '../weapp/host/dist';
import { launch } from '../weapp/host/host';
import { percentile, type Row } from './bench';
import { blankApp } from './weapp-blank';
import { starts, taps } from './weapp-timing';

export const name = 'mini-program: trees, setData, and time beside a blank Taro app';

/** Nodes, depth, most children of one parent, and what the first render sends over the bridge. */
async function treeRow(path: string): Promise<Row> {
  const host = await launch({ path, query: pageQueries(path), onPhone: 'all' });
  const { nodes, depth, children } = host.counts();
  const bytes = host.ledger.setDataOf('launch').map((call) => call.bytes);
  const row = {
    page: path,
    nodes,
    depth,
    children,
    'setData calls': bytes.length,
    'setData max KB': (Math.max(0, ...bytes) / 1024).toFixed(1),
    'setData all KB': (bytes.reduce((sum, each) => sum + each, 0) / 1024).toFixed(1),
  };
  host.kill();
  return row;
}

interface Measured {
  readonly title: string;
  readonly first: BrowserOptions;
  readonly tapped: BrowserOptions & { readonly selector: string };
  readonly list: BrowserOptions;
}

const product: Measured = {
  title: 'product',
  first: { path: routes.home },
  tapped: { path: routes.services, selector: '[role=tab].chip' },
  list: { path: routes.topic, query: { kind: 'audience', id: 'person' } },
};

const blank = (dist: string): Measured => ({
  title: 'blank Taro app',
  first: { dist, path: 'pages/index/index' },
  tapped: { dist, path: 'pages/index/index', selector: '#screen .tap' },
  list: { dist, path: 'pages/list/index' },
});

const ms = (value: number): number => Math.round(value * 10) / 10;

async function timeRow(browser: Browser, measured: Measured, cpuSlowdown: number): Promise<Row> {
  const { title, first, tapped, list } = measured;
  const { selector, ...where } = tapped;
  const home = await starts(browser, { ...first, cpuSlowdown });
  const tapped95 = percentile(await taps(browser, { ...where, cpuSlowdown }, selector), 0.95);
  const rows = await starts(browser, { ...list, cpuSlowdown });
  return {
    app: `${title}, CPU × ${cpuSlowdown}`,
    'inject ms': ms(home.inject),
    'first page ms': ms(home.firstPage),
    'tap p95 ms': ms(tapped95),
    'list page ms': ms(rows.firstPage),
  };
}

export async function run(): Promise<Row[]> {
  if (!existsSync(join(defaultDist, 'app.json')))
    throw new Error('dist/weapp is not built: npm run build:weapp');
  const rows: Row[] = [];
  for (const path of readDist().app.pages) rows.push(await treeRow(path));
  const other = blank(await blankApp());
  const browser = await launchChromium();
  try {
    for (const slowdown of [1, 6])
      for (const measured of [other, product]) rows.push(await timeRow(browser, measured, slowdown));
  } finally {
    await browser.close();
  }
  return rows;
}
