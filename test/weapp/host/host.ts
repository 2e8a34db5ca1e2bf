import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { VirtualClock } from './clock';
import { defaultDist, type Dist, readDist } from './dist';
import { Ledger } from './ledger';
import type { Network } from './packages';
import type { OpenPage } from './page-stack';
import { Runtime } from './runtime';
import { createSandbox } from './sandbox';
import { compileTemplates } from './templates';
import { countTree, type HostNode, isHidden, snapshot, type TreeCounts, walk } from './tree';
import { type Bag, callIfFunction, isRecord, list } from './values';
import type { Templates } from './view';
import { Phone, type Server, type Theme } from './wx/phone';
import { createWx } from './wx/wx';

export interface LaunchOptions {
  /** Folder of the compiled package; dist/weapp by default. */
  readonly dist?: string;
  /** Page to open, with or without leading slash; the first page of app.json by default. */
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly network?: Network;
  /** WeChat's font size setting in px: 16 is standard, 23 the largest. */
  readonly fontSize?: number;
  readonly theme?: Theme;
  /** What the phone remembers, as { key: value }, or the map of an earlier host. */
  readonly storage?: ReadonlyMap<string, string> | Readonly<Record<string, unknown>>;
  readonly storageFull?: boolean;
  readonly privacyAgreed?: boolean;
  /** Roots of subpackages that are already on the phone; 'all' spares a test the downloads. */
  readonly onPhone?: readonly string[] | 'all';
  readonly server?: Server;
  /** Start of the virtual clock. */
  readonly now?: Date;
}

export interface Query {
  readonly role?: string;
  readonly name?: string | RegExp;
}

const templatesOf = new Map<string, Templates>();

function loadTemplates(dist: Dist): Templates {
  const known = templatesOf.get(dist.dir);
  if (known !== undefined) return known;
  const made: Templates = new Function(`return ${compileTemplates(dist)}`)();
  templatesOf.set(dist.dir, made);
  return made;
}

const storageMap = (given: LaunchOptions['storage'] = {}): Map<string, string> =>
  given instanceof Map
    ? new Map(given)
    : new Map(Object.entries(given).map(([key, value]) => [key, JSON.stringify({ value })]));

const matches = (wanted: string | RegExp, actual: string): boolean =>
  typeof wanted === 'string' ? actual === wanted : wanted.test(actual);

/** A launched mini-program and the person who holds the phone. */
export class Host {
  readonly ledger = new Ledger();
  readonly phone: Phone;
  readonly runtime: Runtime;
  readonly wx: Bag;
  private readonly clock: VirtualClock;
  private taro: Bag | undefined;
  private lag = 0;

  constructor(private readonly options: LaunchOptions) {
    const dist = readDist(options.dist ?? defaultDist);
    const { ledger } = this;
    const start = options.now ?? new Date('2026-11-24T02:00:00Z');
    this.clock = new VirtualClock(start.getTime(), (error) => ledger.recordError('uncaught', error));
    this.phone = new Phone(this.clock, ledger, storageMap(options.storage));
    Object.assign(this.phone, {
      network: options.network ?? 'wifi',
      fontSize: options.fontSize ?? 16,
      theme: options.theme ?? 'light',
      storageFull: options.storageFull ?? false,
      privacyAgreed: options.privacyAgreed ?? true,
    });
    const { server } = options;
    if (server !== undefined) this.phone.server = (request) => this.clock.hold(server(request));
    const onPhone =
      options.onPhone === 'all' ? dist.app.subpackages.map(({ root }) => root) : options.onPhone;
    this.runtime = new Runtime({
      app: dist.app,
      files: dist.files,
      templates: loadTemplates(dist),
      clock: this.clock,
      ledger,
      network: () => this.phone.network,
      onPhone: onPhone ?? [],
      threadLag: () => this.lag,
      screen: undefined,
    });
    this.wx = createWx(this.phone, this.runtime.stack);
  }

  /** Starts the app; `launch()` calls it. */
  async start(): Promise<void> {
    const dist = readDist(this.options.dist ?? defaultDist);
    const path = (this.options.path ?? dist.app.pages[0] ?? '').replace(/^\//, '');
    const query = Object.entries(this.options.query ?? {}).map(
      ([key, value]) => `${key}=${encodeURIComponent(value)}`,
    );
    const evaluate = createSandbox(this.clock, this.ledger, { ...this.runtime.globals(), wx: this.wx });
    const opened = this.runtime
      .launch(evaluate, query.length > 0 ? `${path}?${query.join('&')}` : path)
      .catch((error: unknown) => this.ledger.recordError('uncaught', error));
    await this.advance(5000);
    await opened;
    await this.advance(500);
    this.taro = this.runtime.taroDocument(this.wx);
  }

  // ——— where we are

  pages(): readonly OpenPage[] {
    return this.runtime.stack.pages();
  }

  currentPage(): OpenPage {
    const page = this.runtime.stack.current();
    if (page === undefined)
      throw new Error(`no page is open: ${this.ledger.errors.map((e) => e.message).join('\n')}`);
    return page;
  }

  // ——— what is on the screen

  tree(): HostNode {
    return snapshot(this.currentPage().view.root);
  }

  tabBar(): HostNode | undefined {
    const tabBar = this.currentPage().tabBar;
    return tabBar === undefined ? undefined : snapshot(tabBar.root);
  }

  counts(): TreeCounts {
    return countTree(this.tree());
  }

  findAll(test: (node: HostNode) => boolean): readonly HostNode[] {
    const tabBar = this.tabBar();
    const all = [...walk(this.tree()), ...(tabBar === undefined ? [] : walk(tabBar))];
    return all.filter(test);
  }

  getAllByRole(role: string, { name }: Query = {}): readonly HostNode[] {
    return this.findAll((node) => node.role === role && (name === undefined || matches(name, node.name)));
  }

  getByRole(role: string, query: Query = {}): HostNode {
    return this.only(this.getAllByRole(role, query), `${role} ${String(query.name ?? '')}`);
  }

  /** The innermost element that shows the text. */
  getByText(wanted: string | RegExp): HostNode {
    const shows = (node: HostNode): boolean => matches(wanted, node.text);
    const found = this.findAll((node) => shows(node) && !node.children.some(shows));
    return this.only(found, String(wanted));
  }

  hasText(wanted: string): boolean {
    return this.tree().text.includes(wanted);
  }

  /** Every control that can be used now, with the name and role that the WeChat build gives it. */
  names(): readonly HostNode[] {
    return this.findAll((node) => this.isControl(node) && !isHidden(node) && !node.disabled);
  }

  // ——— what the person does

  async tap(node: HostNode, label = `tap ${node.role} ${node.name}`): Promise<void> {
    await this.act(label, () => this.trigger(node, 'tap', { x: 1, y: 1 }));
  }

  /** Types key by key. With lag, the two threads hear of each other late and echoes overwrite what was typed. */
  async input(
    node: HostNode,
    typed: string,
    { lag = 0, gap = 90, blur = true }: { lag?: number; gap?: number; blur?: boolean } = {},
  ): Promise<string> {
    this.ledger.action = `type ${node.name}`;
    this.lag = lag;
    let shown = String(node.attribute('value') ?? '');
    const { element } = node;
    const update = element.updateAttribute.bind(element);
    element.updateAttribute = (name: string, value: unknown) => {
      if (name === 'value') {
        shown = String(value ?? '');
        this.ledger.echoes.push({ action: this.ledger.action, value: shown });
      }
      update(name, value);
    };
    this.trigger(node, 'focus', { value: shown, height: 300 });
    for (const key of typed) {
      shown += key;
      const detail = { value: shown, cursor: shown.length, keyCode: key.charCodeAt(0) };
      this.clock.after(() => this.trigger(node, 'input', detail), lag);
      await this.advance(gap);
    }
    await this.advance(lag * 4 + 100);
    if (blur) {
      this.ledger.action = `blur ${node.name}`;
      this.trigger(node, 'blur', { value: shown, cursor: shown.length });
      await this.advance(lag * 4 + 100);
    }
    element.updateAttribute = update;
    this.lag = 0;
    return shown;
  }

  /** Any other event: change of a picker or switch, confirm of a keyboard, scrolltolower… */
  async fire(node: HostNode, type: string, detail: Bag = {}): Promise<void> {
    await this.act(`${type} ${node.name}`, () => this.trigger(node, type, detail));
  }

  async back(): Promise<void> {
    await this.act('back', () => this.runtime.stack.navigateBack(1));
  }

  async switchTab(path: string): Promise<void> {
    await this.act(`tab ${path}`, () => void callIfFunction(this.wx, 'switchTab', quiet(`/${path}`)));
  }

  /** Opens a page as a link in the app would; a refusal is in the answer. */
  async open(url: string): Promise<Bag> {
    let answer: Bag = {};
    const keep = (value: unknown): void => void (answer = isRecord(value) ? value : {});
    const go = this.runtime.stack.pages().length >= 10 ? 'redirectTo' : 'navigateTo';
    await this.act(
      `open ${url}`,
      () => void callIfFunction(this.wx, go, { ...quiet(url), complete: keep }),
      3000,
    );
    return answer;
  }

  /** What the share sheet would send. */
  share(): unknown {
    return callIfFunction(this.currentPage().view.instance, 'onShareAppMessage', { from: 'menu' });
  }

  setNetwork(network: Network): void {
    this.phone.setNetwork(network);
  }

  async advance(ms: number): Promise<void> {
    await this.clock.advance(ms);
  }

  /** Ends the app as a phone does: without a word to it. Returns what the phone keeps. */
  kill(): { storage: ReadonlyMap<string, string>; onPhone: readonly string[] } {
    this.clock.stop();
    this.runtime.dispose();
    return { storage: new Map(this.phone.storage), onPhone: this.runtime.packages.onPhone() };
  }

  // ——— inside

  private async act(label: string, work: () => void, ms = 1000): Promise<void> {
    this.ledger.action = label;
    try {
      work();
    } catch (error) {
      this.ledger.recordError('uncaught', error);
    }
    await this.advance(ms);
  }

  private trigger(node: HostNode, type: string, detail: Bag): void {
    glassEasel.Event.triggerEvent(node.element, type, detail, { bubbles: true, composed: true });
  }

  private isControl(node: HostNode): boolean {
    if (['input', 'textarea', 'button', 'switch', 'picker', 'checkbox', 'radio'].includes(node.tag))
      return true;
    return this.listensTo(node, 'tap');
  }

  private listensTo(node: HostNode, type: string): boolean {
    const element = node.sid === '' ? undefined : callIfFunction(this.taro, 'getElementById', node.sid);
    const handlers = isRecord(element) && isRecord(element['__handlers']) ? element['__handlers'] : {};
    return list(handlers[type]).length > 0;
  }

  private only(found: readonly HostNode[], what: string): HostNode {
    const [first] = found;
    if (first === undefined || found.length > 1)
      throw new Error(`${found.length} elements for ${what}; on the page: ${this.tree().text.slice(0, 300)}`);
    return first;
  }
}

/** Callbacks that keep a refused call from becoming an unhandled rejection. */
const quiet = (url: string): Bag => ({ url, fail: () => undefined });

/** Boots the compiled package on a fresh phone and waits until its first page stands. */
export async function launch(options: LaunchOptions = {}): Promise<Host> {
  const host = new Host(options);
  await host.start();
  return host;
}
