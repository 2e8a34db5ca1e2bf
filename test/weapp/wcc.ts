import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './host/dist';
import { isRecord, list } from './host/values';
import type { Files } from './gates/files';

/** WeChat's own template compiler, as it ships in devtools. */
export interface WccResult {
  readonly ok: boolean;
  /** Errors and warnings as wcc prints them; empty when all is well. */
  readonly messages: string;
  /** JavaScript whose $gwx(path)(data) gives the official node tree. */
  readonly code: string;
}

const PLATFORM: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'linux/wcc',
  darwin: 'mac/wcc',
  win32: 'windows/wcc.exe',
};

/** The binary comes without its executable bit, and node_modules may be read-only: run a copy. */
function wccBinary(): string {
  const name = PLATFORM[process.platform] ?? 'linux/wcc';
  const source = join(dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', name);
  const copy = join(projectRoot, '.cache/wcc', name);
  if (!existsSync(copy)) {
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(source, copy);
    chmodSync(copy, 0o755);
  }
  return copy;
}

/** `count`, then for each file that uses components: its template, how many, their tags. */
function componentArguments(files: Files): string {
  const users = [...files].flatMap(([path, source]) => {
    if (!path.endsWith('.json') || !files.has(path.replace(/json$/, 'wxml'))) return [];
    const json: unknown = JSON.parse(source);
    const using =
      isRecord(json) && isRecord(json['usingComponents']) ? Object.keys(json['usingComponents']) : [];
    return using.length > 0 ? [[path.replace(/json$/, 'wxml'), using.length, ...using].join(' ')] : [];
  });
  return [users.length, ...users].join(' ');
}

/** Compiles every template and script of a package on disk. */
export function runWcc(dir: string, files: Files): WccResult {
  const sources = [...files.keys()].filter((path) => /\.(wxml|wxs)$/.test(path));
  const args = ['-d', '-cc', componentArguments(files), ...sources, '-gn', '$gwx'];
  const { status, stdout, stderr, error } = spawnSync(wccBinary(), args, {
    cwd: dir,
    maxBuffer: 64 * 1024 * 1024,
    encoding: 'utf8',
  });
  const messages = [error?.message ?? '', stderr].filter((part) => part.trim() !== '').join('\n');
  return { ok: status === 0 && messages === '', messages, code: stdout };
}

export interface OfficialNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly (OfficialNode | string)[];
}

/** The tree that the official compiler makes of a template with this data. */
export function officialTree({ code }: WccResult, template: string, data: unknown): OfficialNode | string {
  const compiler: unknown = new Function('global', 'window', `${code}\nreturn $gwx;`)({}, {});
  const generate: unknown = typeof compiler === 'function' ? compiler(template) : undefined;
  if (typeof generate !== 'function') throw new Error(`wcc knows no template ${template}`);
  return parseNode(generate(data));
}

function parseNode(value: unknown): OfficialNode | string {
  if (!isRecord(value)) return String(value);
  return {
    tag: String(value['tag']),
    attributes: isRecord(value['attr']) ? value['attr'] : {},
    children: list(value['children']).map(parseNode),
  };
}
