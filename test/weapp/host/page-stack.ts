import type { AppConfig } from './app-config';
import type { Clock } from './clock';
import type { Ledger } from './ledger';
import type { ModuleLoader } from './modules';
import type { PackageStore } from './packages';
import { type Bag, callIfFunction, isRecord } from './values';
import type { MountedView, ViewSpace } from './view';

export const MAX_PAGES = 10;

export interface OpenPage {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly view: MountedView;
  readonly tabBar: MountedView | undefined;
}

export interface StackParts {
  readonly app: AppConfig;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly modules: ModuleLoader;
  readonly packages: PackageStore;
  readonly views: ViewSpace;
  /** How long the two threads take to hear of each other, in milliseconds. */
  readonly threadLag: () => number;
  /** Told whenever another page is on the screen. */
  readonly onShown: ((page: OpenPage) => void) | undefined;
}

/** Splits '/pages/a/index?x=1' into path and raw query: WeChat does not decode values. */
export function parseUrl(url: string, from = ''): { path: string; query: Record<string, string> } {
  const [address = '', search = ''] = url.split('?');
  const base = address.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const path: string[] = [];
  for (const part of [...base, ...address.split('/')]) {
    if (part === '..') path.pop();
    else if (part !== '' && part !== '.') path.push(part);
  }
  const pairs = search.split('&').filter((pair) => pair !== '');
  const query = Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
  return { path: path.join('/'), query };
}

/** Pages that are open, with WeChat's rules: ten deep, tab pages kept, the order of life-cycle calls. */
export class PageStack {
  private stack: OpenPage[] = [];
  private readonly keptTabs = new Map<string, OpenPage>();

  constructor(private readonly parts: StackParts) {}

  pages(): readonly OpenPage[] {
    return this.stack;
  }

  current(): OpenPage | undefined {
    return this.stack.at(-1);
  }

  /** Errors carry the tail of WeChat's errMsg. */
  async navigateTo(url: string): Promise<void> {
    const { path, query } = parseUrl(url, this.current()?.path);
    if (this.isTab(path)) throw new Error('can not navigateTo a tabbar page');
    if (this.stack.length >= MAX_PAGES) throw new Error('webview count limit exceed');
    await this.prepare(path);
    this.lifecycle(this.current(), 'onHide');
    this.stack.push(this.open(path, query));
    this.shown();
  }

  async redirectTo(url: string): Promise<void> {
    const { path, query } = parseUrl(url, this.current()?.path);
    if (this.isTab(path)) throw new Error('can not redirectTo a tabbar page');
    await this.prepare(path);
    this.close(this.stack.pop());
    this.stack.push(this.open(path, query));
    this.shown();
  }

  async reLaunch(url: string): Promise<void> {
    const { path, query } = parseUrl(url, this.current()?.path);
    await this.prepare(path);
    this.closeAll();
    this.stack = [this.open(path, query)];
    this.shown();
  }

  async switchTab(url: string): Promise<void> {
    const { path } = parseUrl(url, this.current()?.path);
    if (!this.isTab(path)) throw new Error('can not switch to no-tabBar page');
    if (this.current()?.path === path) return;
    await this.prepare(path);
    const [bottom] = this.stack;
    const leaving = this.current();
    for (const page of this.stack.slice(1).reverse()) this.close(page);
    if (bottom !== undefined && this.isTab(bottom.path)) {
      if (leaving === bottom) this.lifecycle(bottom, 'onHide');
    } else this.close(bottom);
    const kept = this.keptTabs.get(path);
    this.stack = [kept ?? this.open(path, {})];
    this.shown(kept === undefined);
  }

  navigateBack(delta: number): void {
    if (this.stack.length <= 1) throw new Error('cannot navigate back at first page');
    for (let left = Math.min(delta, this.stack.length - 1); left > 0; left--) this.close(this.stack.pop());
    this.shown(false);
  }

  /** The whole app goes to the background, or comes back. */
  setForeground(visible: boolean): void {
    this.lifecycle(this.current(), visible ? 'onShow' : 'onHide');
  }

  closeAll(): void {
    const open = new Set([...this.stack, ...this.keptTabs.values()]);
    this.stack = [];
    this.keptTabs.clear();
    for (const page of open) this.close(page);
  }

  private isTab(path: string): boolean {
    return this.parts.app.tabs.includes(path);
  }

  private async prepare(path: string): Promise<void> {
    if (!this.parts.app.pages.includes(path)) throw new Error(`page "${path}" is not found`);
    if (!(await this.parts.packages.fetchFor(path))) throw new Error(`loadSubpackage:fail ${path}`);
    this.parts.modules.require(path);
  }

  private open(path: string, query: Record<string, string>): OpenPage {
    const view = this.parts.views.create(path);
    const tabBar = this.isTab(path) && this.parts.app.customTabBar ? this.openTabBar() : undefined;
    Object.assign(view.instance, { route: path, __route__: path, options: query });
    if (tabBar !== undefined) view.instance['getTabBar'] = () => tabBar.instance;
    this.watchSetData(view.instance, path);
    const page: OpenPage = { path, query, view, tabBar };
    if (this.isTab(path)) this.keptTabs.set(path, page);
    return page;
  }

  private openTabBar(): MountedView {
    this.parts.modules.require('custom-tab-bar/index');
    const tabBar = this.parts.views.create('custom-tab-bar/index', 'tab-bar');
    this.watchSetData(tabBar.instance, 'custom-tab-bar/index');
    return tabBar;
  }

  /** `fresh` pages get their whole life cycle; a page that comes back only onShow. */
  private shown(fresh = true): void {
    const page = this.current();
    if (page === undefined) return;
    if (fresh) this.lifecycle(page, 'onLoad', { ...page.query });
    this.lifecycle(page, 'onShow');
    if (fresh) {
      page.view.mount();
      page.tabBar?.mount();
      this.lifecycle(page, 'onReady');
    }
    page.tabBar?.root.triggerPageLifetime('show', []);
    this.parts.onShown?.(page);
    this.parts.packages.preloadFrom(page.path);
  }

  private close(page: OpenPage | undefined): void {
    if (page === undefined) return;
    this.lifecycle(page, 'onUnload');
    page.view.unmount();
    page.tabBar?.unmount();
    this.keptTabs.delete(page.path);
  }

  private lifecycle(page: OpenPage | undefined, name: string, ...args: unknown[]): void {
    if (page === undefined) return;
    try {
      callIfFunction(page.view.instance, name, ...args);
    } catch (error) {
      this.parts.ledger.recordError('uncaught', `${page.path} ${name}`, error);
    }
  }

  /** setData crosses to the other thread: it is counted, arrives late, and its callback later still. */
  private watchSetData(instance: Bag, page: string): void {
    const { clock, ledger, threadLag } = this.parts;
    const apply = instance['setData'];
    if (typeof apply !== 'function') return;
    instance['setData'] = (data: unknown, done: unknown) => {
      if (!isRecord(data)) return;
      ledger.recordSetData(clock.now(), page, data);
      const copy: unknown = JSON.parse(JSON.stringify(data));
      const arrive = (): void => {
        apply.call(instance, copy);
        if (typeof done === 'function') clock.after(() => done.call(instance), threadLag());
      };
      if (threadLag() === 0) arrive();
      else clock.after(arrive, threadLag());
    };
  }
}
