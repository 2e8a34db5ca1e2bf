import { isRecord, list, text } from '../host/values';

/** Text files of a compiled package by path, as readDist gives them. */
export type Files = ReadonlyMap<string, string>;

/** One broken rule: where, and what is wrong. */
export interface Violation {
  readonly file: string;
  readonly message: string;
}

export const filesOf = (entries: Readonly<Record<string, string>>): Files => new Map(Object.entries(entries));

/** Roots of the subpackages of app.json. */
export function packageRoots(files: Files): readonly string[] {
  const app: unknown = JSON.parse(files.get('app.json') ?? '{}');
  const packages = isRecord(app) ? list(app['subPackages'] ?? app['subpackages']) : [];
  return packages.filter(isRecord).map((item) => text(item['root']).replace(/^\/+|\/+$/g, ''));
}

export const inMainPackage = (files: Files, path: string): boolean =>
  !packageRoots(files).some((root) => path.startsWith(`${root}/`));
