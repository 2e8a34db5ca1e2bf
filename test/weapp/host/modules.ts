import type { ModuleBody } from './sandbox';
import { isRecord } from './values';

interface Module {
  exports: unknown;
}

/** Joins a relative require to the folder of the asking file. */
export function resolvePath(from: string, request: string): string {
  const parts = request.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of request.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

export interface ModuleSource {
  readonly load: (path: string) => ModuleBody | undefined;
  /** False for a file of a package that is not on the phone. */
  readonly present: (path: string) => boolean;
  readonly fetch: (path: string) => Promise<boolean>;
}

/** CommonJS as WeChat does it: relative paths inside the package, each file once. */
export class ModuleLoader {
  private readonly loaded = new Map<string, Module>();

  constructor(private readonly source: ModuleSource) {}

  require(path: string): unknown {
    const file = path.endsWith('.js') ? path : `${path}.js`;
    const known = this.loaded.get(file);
    if (known !== undefined) return known.exports;
    if (!this.source.present(file))
      throw new Error(`module '${file}' is in a package that is not on the phone`);
    const body = this.source.load(file);
    if (body === undefined) throw new Error(`module '${file}' is not defined`);
    const module: Module = { exports: {} };
    this.loaded.set(file, module);
    body(this.requireFrom(file), module, module.exports);
    return module.exports;
  }

  private requireFrom(file: string): unknown {
    const require = (request: string): unknown => this.require(resolvePath(file, request));
    const async = async (request: string): Promise<unknown> => {
      const path = resolvePath(file, request);
      if (!(await this.source.fetch(path))) throw new Error(`loadSubpackage:fail ${path}`);
      return this.require(path);
    };
    return Object.assign(require, { async });
  }
}

/**
 * Taro's own document, taken from the running package: its templates bind `tap` on nodes that nobody listens to,
 * so only this tree knows which nodes are controls. Undefined when the package is not a Taro one.
 */
export function findTaroDocument(wx: Record<string, unknown>): Record<string, unknown> | undefined {
  let found: Record<string, unknown> | undefined;
  const search = (webpackRequire: unknown): void => {
    if (typeof webpackRequire !== 'function' || !('m' in webpackRequire) || !isRecord(webpackRequire.m))
      return;
    for (const [id, factory] of Object.entries(webpackRequire.m)) {
      if (!String(factory).includes('getElementById')) continue;
      const exported: unknown = webpackRequire(id);
      const values = isRecord(exported) ? Object.values(exported) : [];
      const documents = values.flatMap((value) => (isRecord(value) ? [value, value['document']] : []));
      found ??= documents.filter(isRecord).find((value) => typeof value['getElementById'] === 'function');
    }
  };
  const chunks = wx['webpackJsonp'];
  if (Array.isArray(chunks)) chunks.push([['host-probe'], {}, search]);
  return found;
}
