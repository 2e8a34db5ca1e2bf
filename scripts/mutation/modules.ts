/**
 * Modules of the project run from their sources in one process, with one of them changed: what lies in the folders under
 * test is run anew for each mutant, all else once. Compiled text is kept, so that a fresh run costs milliseconds.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';
import { transformSync } from 'esbuild';
import { projectRoot } from '../lib/shell';

interface Module {
  exports: unknown;
}

type Wrapper = (module: Module, exports: unknown, require: (id: string) => unknown, dir: string) => void;

/** Names that test files expect to find. */
export type Globals = Readonly<Record<string, unknown>>;

const ENDINGS = ['', '.ts', '.tsx', '.js', '.json', '/index.ts'];

function resolve(id: string, from: string): string | undefined {
  const base = id.startsWith('@/')
    ? join(projectRoot, 'src', id.slice(2))
    : id.startsWith('.')
      ? join(from, id)
      : id;
  if (!isAbsolute(base)) return undefined;
  return ENDINGS.map((ending) => base + ending).find((path) => existsSync(path) && extname(path) !== '');
}

const scripts = new Map<string, Script>();

function scriptOf(path: string, text: string, names: readonly string[]): Script {
  const known = scripts.get(path);
  if (known !== undefined) return known;
  const made = compile(path, text, names);
  scripts.set(path, made);
  return made;
}

function compile(path: string, text: string, names: readonly string[]): Script {
  const { code } = transformSync(text, {
    loader: extname(path) === '.js' ? 'js' : 'ts',
    format: 'cjs',
    target: 'node20',
    sourcefile: path,
  });
  return new Script(`(function (module, exports, require, __dirname, ${names.join(', ')}) {${code}\n})`, {
    filename: path,
  });
}

const isWrapper = (value: unknown): value is Wrapper => typeof value === 'function';

export interface Changed {
  readonly path: string;
  readonly text: string;
}

export interface World {
  readonly load: (path: string) => unknown;
}

/** Modules that do not depend on a mutant: shared by all worlds. */
const shared = new Map<string, Module>();

/**
 * `isFresh` says which modules belong to a world alone. Modules outside that import them get unchanged ones: content is
 * compiled by sound code whatever is being mutated.
 */
export function createWorld(isFresh: (path: string) => boolean, globals: Globals, changed?: Changed): World {
  const own = new Map<string, Module>();
  const names = Object.keys(globals);

  const run = (path: string, isShared: boolean): unknown => {
    const cache = isShared ? shared : own;
    const known = cache.get(path);
    if (known !== undefined) return known.exports;
    const module: Module = { exports: {} };
    cache.set(path, module);
    if (extname(path) === '.json') {
      module.exports = JSON.parse(readFileSync(path, 'utf8'));
      return module.exports;
    }
    const mutated = !isShared && changed?.path === path;
    const script = mutated
      ? compile(path, changed.text, names)
      : scriptOf(path, readFileSync(path, 'utf8'), names);
    const wrapper: unknown = script.runInThisContext();
    if (!isWrapper(wrapper)) throw new Error(`${path} is no module`);
    const dir = dirname(path);
    const native = createRequire(path);
    const require = (id: string): unknown => {
      const found = resolve(id, dir);
      if (found === undefined) return native(id);
      return run(found, isShared || !isFresh(found));
    };
    Reflect.apply(wrapper, undefined, [module, module.exports, require, dir, ...Object.values(globals)]);
    return module.exports;
  };
  return { load: (path) => run(path, !isFresh(path)) };
}
