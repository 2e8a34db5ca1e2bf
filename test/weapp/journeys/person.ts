/** What the journeys share: where things are, what the phone was told, what must never go wrong on the way. */
import { problemsOf } from '../crawl';
import { unsafeProbes } from '../gates/behaviour';
import { type Host, launch, type LaunchOptions } from '../host/host';
import type { HostNode } from '../host/tree';
import { isRecord, text } from '../host/values';

export const at = {
  home: 'pages/home/index',
  services: 'pages/services/index',
  mine: 'pages/mine/index',
  search: 'pages/search/index',
  topic: 'pages/topic/index',
  guide: 'packages/guides/guide/index',
  note: 'packages/guides/note/index',
  trip: 'packages/guides/trip/index',
  report: 'packages/guides/report/index',
  saved: 'packages/account/saved/index',
  display: 'packages/account/display/index',
  document: 'packages/account/document/index',
  data: 'packages/account/data/index',
} as const;

export const guideUrl = (id: string): string => `/${at.guide}?id=${id}`;

/** Errors, broken budgets and names that WeChat lacks, over everything this phone did. */
export const faults = (host: Host): readonly string[] => [...problemsOf(host), ...unsafeProbes(host.ledger)];

/** A phone that has been used before: its packages are there. */
export const start = (options: LaunchOptions = {}): Promise<Host> => launch({ onPhone: 'all', ...options });

/** Kills the app and starts it again with what the phone keeps. */
export function relaunch(host: Host, options: LaunchOptions = {}): Promise<Host> {
  const { storage, onPhone } = host.kill();
  return launch({ storage, onPhone, ...options });
}

/** Options of each call of a wx method that speaks to the person or leaves the app. */
export const calls = (host: Host, name: string): readonly unknown[] =>
  host.ledger.native.filter((call) => call.name === name).map(({ options }) => options);

export const toasts = (host: Host): readonly string[] =>
  calls(host, 'showToast').map((options) => (isRecord(options) ? text(options['title']) : ''));

/** What storage holds under a key; `undefined` when nothing. */
export function stored(host: Host, key: string): unknown {
  const json = host.phone.storage.get(key);
  const kept: unknown = json === undefined ? undefined : JSON.parse(json);
  return isRecord(kept) ? kept['value'] : undefined;
}

export const path = (host: Host): string => host.currentPage().path;

/** The root of the page, which carries its mode. */
export const hasClass = (node: HostNode, name: string): boolean => node.className.split(' ').includes(name);

export const isElder = (host: Host): boolean =>
  host.findAll((node) => hasClass(node, 'screen') && hasClass(node, 'elder')).length > 0;

/** Rows of links on the page, by what a screen reader says. */
export const links = (host: Host): readonly string[] => host.getAllByRole('link').map(({ name }) => name);

/** Material lines of a guide page: name of the line and whether it is ticked. */
export const ticks = (host: Host): Readonly<Record<string, boolean>> =>
  Object.fromEntries(
    host
      .getAllByRole('checkbox')
      .map((node) => [node.name.split(',')[0] ?? '', node.attribute('aria-checked') === 'true']),
  );

export const chosen = (host: Host): readonly string[] =>
  host
    .getAllByRole('radio')
    .filter((node) => node.attribute('aria-checked') === 'true')
    .map(({ name }) => name);

export function first<T>(found: readonly T[], what: string): T {
  const [one] = found;
  if (one === undefined) throw new Error(`no ${what}`);
  return one;
}
