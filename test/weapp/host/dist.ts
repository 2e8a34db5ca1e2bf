import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAppConfig, type AppConfig } from './app-config';

/** A compiled mini-program, read once: text of every .js .json .wxml .wxs .wxss by its path inside the package. */
export interface Dist {
  readonly dir: string;
  readonly files: ReadonlyMap<string, string>;
  readonly app: AppConfig;
}

export const projectRoot = join(__dirname, '../../..');
export const defaultDist = process.env['WEAPP_DIST'] ?? join(projectRoot, 'dist/weapp');

const TEXT = /\.(js|json|wxml|wxs|wxss)$/;

/** All text files below a folder, keyed by slash paths relative to it. */
export function readTree(dir: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !TEXT.test(entry.name)) continue;
    const full = join(entry.parentPath, entry.name);
    files.set(relative(dir, full).split('\\').join('/'), readFileSync(full, 'utf8'));
  }
  return files;
}

const cache = new Map<string, Dist>();

/** Reads dist/weapp (or another folder) once a process. Throws with what to run when it is not built. */
export function readDist(dir: string = defaultDist): Dist {
  const known = cache.get(dir);
  if (known !== undefined) return known;
  if (!existsSync(join(dir, 'app.json')))
    throw new Error(`The mini-program is not built: ${dir} has no app.json. Run: npm run build:weapp`);
  const files = readTree(dir);
  const dist: Dist = { dir, files, app: parseAppConfig(JSON.parse(files.get('app.json') ?? '{}')) };
  cache.set(dir, dist);
  return dist;
}
