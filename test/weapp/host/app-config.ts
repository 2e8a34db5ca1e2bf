import { isRecord, list, text } from './values';

export interface Subpackage {
  readonly root: string;
  readonly name: string;
}

export interface PreloadRule {
  readonly packages: readonly string[];
  readonly network: 'all' | 'wifi';
}

/** What the host needs of app.json. */
export interface AppConfig {
  readonly pages: readonly string[];
  readonly tabs: readonly string[];
  readonly customTabBar: boolean;
  readonly subpackages: readonly Subpackage[];
  readonly preload: ReadonlyMap<string, PreloadRule>;
}

const trimSlashes = (path: string): string => path.replace(/^\/+|\/+$/g, '');

/** Parses app.json; both spellings subPackages and subpackages are allowed by WeChat. */
export function parseAppConfig(json: unknown): AppConfig {
  const app = isRecord(json) ? json : {};
  const packages = list(app['subPackages'] ?? app['subpackages']).filter(isRecord);
  const tabBar = isRecord(app['tabBar']) ? app['tabBar'] : {};
  const subpackages = packages.map((item) => {
    const root = trimSlashes(text(item['root']));
    return { root, name: text(item['name']) || root };
  });
  const inPackages = packages.flatMap((item) =>
    list(item['pages']).map((page) => `${trimSlashes(text(item['root']))}/${text(page)}`),
  );
  const rules = isRecord(app['preloadRule']) ? Object.entries(app['preloadRule']) : [];
  return {
    pages: [...list(app['pages']).map(text), ...inPackages],
    tabs: list(tabBar['list'])
      .filter(isRecord)
      .map((tab) => trimSlashes(text(tab['pagePath']))),
    customTabBar: tabBar['custom'] === true,
    subpackages,
    preload: new Map(rules.map(([page, rule]) => [trimSlashes(page), parseRule(rule)])),
  };
}

function parseRule(rule: unknown): PreloadRule {
  const record = isRecord(rule) ? rule : {};
  return {
    packages: list(record['packages']).map(text),
    network: record['network'] === 'all' ? 'all' : 'wifi',
  };
}

/** The subpackage that a file belongs to; undefined for the main package. */
export const packageOf = (app: AppConfig, path: string): Subpackage | undefined =>
  app.subpackages.find(({ root }) => path.startsWith(`${root}/`));
