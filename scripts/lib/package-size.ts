import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packageOf, parseAppConfig, type AppConfig } from '../../test/weapp/host/app-config';

/** One line of the size table: what, how many bytes, how many at most. */
export interface Size {
  readonly what: string;
  readonly bytes: number;
  readonly limit: number;
}

export const KB = 1024;
export const MB = 1024 * KB;

/** Targets of the product, well below WeChat's 2 MB a package and 30 MB in all. */
export const LIMITS = {
  main: 0.6 * MB,
  subpackage: 1 * MB,
  total: 3 * MB,
  preload: 2 * MB,
  search: 100 * KB,
  firstLoad: 250 * KB,
} as const;

/** Path below the folder → bytes. */
export type FileSizes = ReadonlyMap<string, number>;

/** What an upload carries; licence texts, maps and the devtools' own settings stay at home. */
const uploaded = (path: string): boolean =>
  !/\.LICENSE\.txt$|\.map$/.test(path) && !/^project\.(private\.)?config\.json$/.test(path);

export function fileSizes(folder: string): FileSizes {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths
      .map((path) => [path.slice(folder.length + 1), statSync(path).size] as const)
      .filter(([path]) => uploaded(path)),
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Main package, each subpackage, all together, and the most that one page preloads. */
export function packageSizes(app: AppConfig, files: FileSizes): readonly Size[] {
  const sizeOf = (root: string | undefined): number =>
    sum([...files].filter(([path]) => packageOf(app, path)?.root === root).map(([, bytes]) => bytes));
  const preloaded = [...app.preload.values()].map(({ packages }) =>
    sum(
      app.subpackages
        .filter(({ root, name }) => packages.includes(root) || packages.includes(name))
        .map(({ root }) => sizeOf(root)),
    ),
  );
  return [
    { what: '主包', bytes: sizeOf(undefined), limit: LIMITS.main },
    ...app.subpackages.map(({ root, name }) => ({
      what: `分包 ${name}`,
      bytes: sizeOf(root),
      limit: LIMITS.subpackage,
    })),
    { what: '全部', bytes: sum([...files.values()]), limit: LIMITS.total },
    { what: '预下载（一页最多）', bytes: Math.max(0, ...preloaded), limit: LIMITS.preload },
  ];
}

export const readPackageSizes = (dist: string): readonly Size[] =>
  packageSizes(parseAppConfig(JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8'))), fileSizes(dist));

export const breaches = (sizes: readonly Size[]): readonly Size[] =>
  sizes.filter(({ bytes, limit }) => bytes > limit);

const kilobytes = (bytes: number): string => `${(bytes / KB).toFixed(1)} KB`;

export const sizeLine = ({ what, bytes, limit }: Size): string =>
  `${bytes > limit ? '✗' : '✓'} ${kilobytes(bytes).padStart(11)} / ${kilobytes(limit).padStart(9)}  ${what}`;
