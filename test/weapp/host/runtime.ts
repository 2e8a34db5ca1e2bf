import type { AppConfig } from './app-config';
import type { Clock } from './clock';
import type { Ledger } from './ledger';
import { findTaroDocument, ModuleLoader } from './modules';
import { PackageStore, type Network } from './packages';
import { type OpenPage, PageStack, parseUrl } from './page-stack';
import type { ModuleBody } from './sandbox';
import { type Bag, callIfFunction, isRecord } from './values';
import { type Templates, ViewSpace } from './view';

export interface RuntimeParts {
  readonly app: AppConfig;
  readonly files: ReadonlyMap<string, string>;
  readonly templates: Templates;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly network: () => Network;
  readonly onPhone: readonly string[];
  readonly threadLag: () => number;
  readonly screen: HTMLElement | undefined;
  readonly onShown?: (page: OpenPage) => void;
}

/** A mini-program that runs: its modules, its App object, its open pages. Works in Node and in a browser. */
export class Runtime {
  readonly packages: PackageStore;
  readonly stack: PageStack;
  readonly modules: ModuleLoader;
  private readonly views: ViewSpace;
  private app: Bag = {};
  private evaluate: ((path: string, code: string) => ModuleBody) | undefined;
  /** Page and Component of the file that is being run; files require one another only before they register. */
  private env: { Page: unknown; Component: unknown; Behavior: unknown } | undefined;

  constructor(private readonly parts: RuntimeParts) {
    const { app, clock, ledger, network, onPhone, files, templates, screen, threadLag, onShown } = parts;
    this.packages = new PackageStore(app, clock, network, onPhone);
    this.views = new ViewSpace(files, templates, screen, ledger);
    this.modules = new ModuleLoader({
      load: (path) => this.load(path),
      present: (path) => this.packages.has(path),
      fetch: (path) => this.packages.fetchFor(path),
    });
    const { modules, packages, views } = this;
    this.stack = new PageStack({ app, clock, ledger, modules, packages, views, threadLag, onShown });
  }

  /** App, Page, Component…: what WeChat puts beside `wx`. */
  globals(): Bag {
    return {
      App: (definition: unknown) => void (this.app = isRecord(definition) ? definition : {}),
      getApp: () => this.app,
      getCurrentPages: () => this.stack.pages().map(({ view }) => view.instance),
      Page: (definition: unknown) => callIfFunction(this.env, 'Page', definition),
      Component: (definition: unknown) => callIfFunction(this.env, 'Component', withHostTypes(definition)),
      Behavior: (definition: unknown) => callIfFunction(this.env, 'Behavior', withHostTypes(definition)),
    };
  }

  async launch(evaluate: (path: string, code: string) => ModuleBody, url: string): Promise<void> {
    this.evaluate = evaluate;
    const { path, query } = parseUrl(url);
    const options = { path, query, scene: 1001, referrerInfo: {} };
    for (const file of ['app', 'comp', 'custom-wrapper'])
      if (this.parts.files.has(`${file}.js`)) this.modules.require(file);
    callIfFunction(this.app, 'onLaunch', options);
    callIfFunction(this.app, 'onShow', options);
    await this.stack.reLaunch(`/${url}`);
  }

  setForeground(visible: boolean): void {
    callIfFunction(this.app, visible ? 'onShow' : 'onHide', {});
    this.stack.setForeground(visible);
  }

  taroDocument(wx: Bag): Bag | undefined {
    return findTaroDocument(wx);
  }

  dispose(): void {
    this.views.dispose();
  }

  private load(path: string): ModuleBody | undefined {
    const code = this.parts.files.get(path);
    const body = code === undefined ? undefined : this.evaluate?.(path, code);
    if (body === undefined) return undefined;
    return (...args) =>
      this.views.define(path.slice(0, -'.js'.length), (env) => {
        const outer = this.env;
        this.env = env;
        try {
          body(...args);
        } finally {
          this.env = outer;
        }
      });
  }
}

const TYPES: Readonly<Record<string, unknown>> = { String, Number, Boolean, Object, Array, Function };

/** Property types are compared by identity, and the sandbox has an Object and an Array of its own. */
function withHostTypes(definition: unknown): unknown {
  if (!isRecord(definition) || !isRecord(definition['properties'])) return definition;
  const hostType = (type: unknown): unknown =>
    typeof type === 'function' ? (TYPES[type.name] ?? type) : type;
  const properties = Object.entries(definition['properties']).map(([name, property]) => [
    name,
    isRecord(property) ? { ...property, type: hostType(property['type']) } : hostType(property),
  ]);
  return { ...definition, properties: Object.fromEntries(properties) };
}
