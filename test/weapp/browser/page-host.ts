import type { AppConfig } from '../host/app-config';
import type { Clock } from '../host/clock';
import { Ledger } from '../host/ledger';
import type { OpenPage } from '../host/page-stack';
import { Runtime } from '../host/runtime';
import type { ModuleBody } from '../host/sandbox';
import { isRecord, text } from '../host/values';
import type { Templates } from '../host/view';
import { Phone, type Reply, type Server } from '../host/wx/phone';
import { createWx } from '../host/wx/wx';
import { adaptAttributes, listenToPerson } from './elements';
import './payload';
import { toCss } from './styles';

/** The browser half of the host: the same package with real layout, real clicks and the real clock. */

const clock: Clock = {
  now: () => Date.now(),
  after: (callback, ms, ...args) => Number(window.setTimeout(callback, ms, ...args)),
  every: (callback, ms, ...args) => Number(window.setInterval(callback, ms, ...args)),
  cancel: (id) => {
    window.clearTimeout(id);
    window.clearInterval(id);
  },
};

const isTemplates = (value: unknown): value is Templates => isRecord(value);

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
};

/** Scripts run as functions whose parameters shadow what WeChat does not have. */
const ABSENT = [
  'window',
  'document',
  'self',
  'location',
  'navigator',
  'localStorage',
  'fetch',
  'XMLHttpRequest',
];

function evaluator(globals: Record<string, unknown>): (path: string, code: string) => ModuleBody {
  const names = [...Object.keys(globals), ...ABSENT];
  return (path, code) => {
    const body: unknown = new Function(
      'require',
      'module',
      'exports',
      ...names,
      `${code}\n//# sourceURL=weapp/${path}`,
    );
    if (typeof body !== 'function') throw new Error(path);
    return (...args) => void body(...args, ...Object.values(globals));
  };
}

/** App, Page and Component leave a mark when a file calls them. */
const marked = (globals: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(globals).map(([name, call]) => [
      name,
      typeof call === 'function' && /^(App|Page|Component)$/.test(name)
        ? (definition: unknown): unknown => {
            performance.mark(name);
            return call(definition);
          }
        : call,
    ]),
  );

const pathOf = (url: string): string => url.replace(/^https?:\/\/[^/]+/, '');

/** The phone's requests, on the page's own origin; what runs behind it hands them on. Uploads stay in the other hosts. */
const serverVia =
  (via: string): Server =>
  async ({ method, url, data, header }): Promise<Reply> => {
    const reply = await fetch(`${via}${pathOf(url)}`, {
      method,
      headers: Object.entries(header).map(([name, value]): [string, string] => [name, text(value)]),
      ...(data === undefined ? {} : { body: text(data) }),
    });
    const body = await reply.text();
    return { statusCode: reply.status, data: body === '' ? '' : JSON.parse(body) };
  };

const MUTATIONS = { childList: true, subtree: true, characterData: true } as const;

function start(): void {
  const { files: entries, app: config, url, storage, network, fontSize, theme, via } = window.__payload;
  if (!isTemplates(window.__templates)) throw new Error('no templates');
  const files = new Map(entries);
  const app: AppConfig = { ...config, preload: new Map() };
  const ledger = new Ledger();
  window.addEventListener('error', ({ message }) => ledger.recordError('uncaught', message));
  const kept = new Map(Object.entries(storage).map(([key, value]) => [key, JSON.stringify({ value })]));
  const phone = new Phone(clock, ledger, kept);
  Object.assign(phone, { network, fontSize, theme, width: window.innerWidth, height: window.innerHeight });
  if (via !== undefined) phone.server = serverVia(via);
  document.documentElement.style.fontSize = `${fontSize}px`;
  document.documentElement.classList.toggle('dark', theme === 'dark');

  const screen = element('screen');
  adaptAttributes();
  listenToPerson(screen);
  const style = document.head.appendChild(document.createElement('style'));
  const shownStyles = new Set<string>();
  const onShown = (page: OpenPage): void => {
    shownStyles.add(`${page.path}.wxss`);
    const sheets = ['app.wxss', 'custom-tab-bar/index.wxss', ...shownStyles];
    style.textContent = sheets.map((path) => toCss(files, path, window.innerWidth)).join('\n');
    showTitle(files, page.path);
    for (const layer of Array.from(screen.children)) layer.classList.add('away');
    for (const view of [page.view, page.tabBar]) {
      const layer: unknown = view?.root.getBackendElement();
      if (layer instanceof HTMLElement) layer.classList.remove('away');
    }
  };
  const runtime = new Runtime({
    app,
    files,
    templates: window.__templates,
    clock,
    ledger,
    network: () => phone.network,
    onPhone: app.subpackages.map(({ root }) => root),
    threadLag: () => 0,
    screen,
    onShown,
  });
  const wx = createWx(phone, runtime.stack);
  const state = { errors: ledger.errors, ready: false };
  window.__host = state;
  // For the benchmark: when the package began to run, each file that registered, each change on the screen.
  new MutationObserver(() => performance.mark('drawn')).observe(screen, MUTATIONS);
  performance.mark('launch');
  runtime
    .launch(evaluator({ ...marked(runtime.globals()), wx }), url)
    .catch((error: unknown) => ledger.recordError('uncaught', error))
    .finally(() => window.setTimeout(() => void (state.ready = true), 300));
}

/** WeChat's own title bar, from the page's json. */
function showTitle(files: ReadonlyMap<string, string>, path: string): void {
  const page: unknown = JSON.parse(files.get(`${path}.json`) ?? '{}');
  const options = isRecord(page) ? page : {};
  element('bar').textContent = text(options['navigationBarTitleText']) || '金普民生';
  document.body.classList.toggle('bare', options['navigationStyle'] === 'custom');
}

start();
