import { join } from 'node:path';
import { type Host, launch, type LaunchOptions } from './host';
import { FETCH_TIME, PRELOAD_DELAY } from './packages';
import { callIfFunction, isRecord } from './values';

const dist = join(__dirname, '../fixtures/native');
const start = (options: LaunchOptions = {}): Promise<Host> => launch({ dist, ...options });

const call = (host: Host, method: string): unknown =>
  callIfFunction(host.currentPage().view.instance, method);

async function storageCall(host: Host, method: string, options: Record<string, unknown>): Promise<unknown> {
  let answer: unknown;
  callIfFunction(host.wx, method, { ...options, complete: (value: unknown) => (answer = value) });
  await host.advance(10);
  return isRecord(answer) ? answer['errMsg'] : undefined;
}

describe('a page of a native package', () => {
  it('runs its life cycle in the order of WeChat, with the raw query', async () => {
    const host = await start({ query: { title: '区' } });
    expect(host.getByRole('heading').text).toBe(encodeURIComponent('区'));
    expect(host.currentPage().view.instance['log']).toEqual(['load', 'show', 'ready']);
  });

  it('answers a tap and counts what crosses to the view', async () => {
    const host = await start();
    await host.tap(host.getByRole('button', { name: '加一' }), 'add');
    expect(host.getByText('加1').tag).toBe('button');
    expect(host.ledger.setDataOf('add')).toMatchObject([{ bytes: 7, keys: ['n'] }]);
  });

  it('names what a screen reader would say', async () => {
    const names = (await start()).names().map(({ role, name }) => `${role} ${name}`);
    expect(names).toEqual(['button 加一', 'textbox 名字']);
  });

  it('counts nodes, depth and children as the official audit does', async () => {
    expect((await start()).counts()).toEqual({ nodes: 4, depth: 2, children: 3 });
  });

  it('shares', async () => {
    expect((await start()).share()).toMatchObject({ path: '/pages/home/index' });
  });
});

describe('typing', () => {
  it('keeps every character under lag when nothing is echoed', async () => {
    const host = await start();
    expect(await host.input(host.getByRole('textbox'), 'abcdefgh', { lag: 120 })).toBe('abcdefgh');
    expect(host.ledger.echoes).toEqual([]);
  });

  it('shows the loss that an echo makes under lag', async () => {
    const host = await start({ query: { echo: '1' } });
    expect(await host.input(host.getByRole('textbox'), 'abcdefgh', { lag: 120 })).not.toBe('abcdefgh');
    expect(host.ledger.echoes.length).toBeGreaterThan(0);
  });
});

describe('names that WeChat lacks', () => {
  it('throws on reading one and notes a typeof probe', async () => {
    const host = await start();
    expect(() => call(host, 'readsDocument')).toThrow('document is not defined');
    expect(call(host, 'probesWindow')).toBe('undefined');
    expect([...host.ledger.probes]).toEqual(expect.arrayContaining(['document', 'window']));
  });
});

describe('subpackages', () => {
  it('arrive by the preload rule after some seconds online', async () => {
    const host = await launch({ dist, network: 'none' });
    host.setNetwork('wifi');
    expect(host.runtime.packages.onPhone()).toEqual([]);
    const online = await start();
    await online.advance(PRELOAD_DELAY + FETCH_TIME);
    expect(online.runtime.packages.onPhone()).toEqual(['more']);
    online.setNetwork('none');
    expect(await online.open('/more/detail/index?id=7')).toMatchObject({ errMsg: 'navigateTo:ok' });
    expect(online.hasText('详情7')).toBe(true);
  });

  it('cannot be opened offline before they arrived', async () => {
    const host = await start({ network: 'none' });
    const answer = await host.open('/more/detail/index?id=7');
    expect(answer['errMsg']).toMatch(/^navigateTo:fail loadSubpackage:fail/);
    expect(host.currentPage().path).toBe('pages/home/index');
  });
});

describe('navigation', () => {
  it('refuses an eleventh page', async () => {
    const host = await start({ onPhone: 'all' });
    for (let page = 0; page < 9; page++) await host.open('/more/detail/index?id=1');
    expect(host.pages()).toHaveLength(10);
    let answer: unknown;
    callIfFunction(host.wx, 'navigateTo', {
      url: '/more/detail/index',
      complete: (v: unknown) => (answer = v),
    });
    await host.advance(100);
    expect(answer).toMatchObject({ errMsg: 'navigateTo:fail webview count limit exceed' });
  });

  it('keeps tab pages and shows them again', async () => {
    const host = await start();
    await host.switchTab('pages/mine/index');
    await host.switchTab('pages/home/index');
    await host.switchTab('pages/mine/index');
    expect(host.currentPage().view.instance['shown']).toBe(2);
  });

  it('goes back to the page below', async () => {
    const host = await start({ onPhone: 'all' });
    await host.open('/more/detail/index?id=1');
    await host.back();
    expect(host.currentPage().view.instance['log']).toEqual(['load', 'show', 'ready', 'hide', 'show']);
  });
});

describe('storage', () => {
  it('survives a kill', async () => {
    const host = await start();
    callIfFunction(host.wx, 'setStorageSync', 'key', { a: 1 });
    const again = await start(host.kill());
    expect(callIfFunction(again.wx, 'getStorageSync', 'key')).toEqual({ a: 1 });
  });

  it('refuses when it is full, and a key above 1 MB', async () => {
    const full = await start({ storageFull: true });
    expect(await storageCall(full, 'setStorage', { key: 'a', data: 1 })).toMatch(/setStorage:fail exceed/);
    const host = await start();
    const big = 'x'.repeat(1024 * 1024);
    expect(await storageCall(host, 'setStorage', { key: 'a', data: big })).toMatch(
      /setStorage:fail entry size/,
    );
  });
});
