import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureContent } from '../content/compile';
import { projectRoot, run } from './shell';

/** `preview` is the WeChat package with packages/staff; `weapp` is what a release uploads. */
export type Target = 'weapp' | 'preview' | 'h5';

const ENTRY = {
  weapp: 'dist/weapp/app.json',
  preview: 'dist/weapp-preview/app.json',
  h5: 'dist/h5/index.html',
} as const;

const SOURCES = ['src', 'config', 'package-lock.json', 'babel.config.js'];

/** Time of the newest file below a path; tests and pictures of the sources do not count. */
function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Settings that are compiled in: another API base is another build. */
const settings = (): string => JSON.stringify({ api: process.env['TARO_APP_API_BASE'] ?? '' });

const stampOf = (target: Target): string => join(projectRoot, '.cache', `built-${target}.json`);

/** Whether a build is missing, older than its sources, or made with other settings. */
export function isStale(target: Target): boolean {
  const entry = join(projectRoot, ENTRY[target]);
  const stamp = stampOf(target);
  if (!existsSync(entry) || !existsSync(stamp)) return true;
  const built = statSync(stamp);
  if (readFileSync(stamp, 'utf8') !== settings()) return true;
  return SOURCES.some((source) => newest(join(projectRoot, source)) > built.mtimeMs);
}

async function build(target: Target, watch: boolean): Promise<number> {
  const problems = ensureContent();
  for (const { file, path, message } of problems) console.error(`${file} ${path} ${message}`);
  if (problems.length > 0) return 1;
  const type = target === 'h5' ? 'h5' : 'weapp';
  const staff = target === 'preview' || (target === 'h5' && process.env['TARO_APP_STAFF'] !== '0');
  const env = {
    ...process.env,
    NODE_ENV: watch ? 'development' : 'production',
    TARO_ENV: type,
    TARO_APP_STAFF: staff ? '1' : '0',
    // Taro asks a server for its newest version otherwise.
    DISABLE_UPDATE_CHECK: '1',
  };
  const started = Date.now();
  const args = ['build', '--type', type, ...(watch ? ['--watch'] : [])];
  const { code, output } = await run('taro', args, { env, quiet: !watch });
  const entry = join(projectRoot, ENTRY[target]);
  if (code !== 0 || !existsSync(entry) || /✖|ERROR in|Module not found/.test(output)) {
    console.error(output);
    return code === 0 ? 1 : code;
  }
  mkdirSync(join(projectRoot, '.cache'), { recursive: true });
  writeFileSync(stampOf(target), settings());
  console.log(
    `${ENTRY[target].replace(/\/[^/]+$/, '')} built in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  return 0;
}

export const buildWeapp = (): Promise<number> => build('weapp', false);
export const buildPreview = (): Promise<number> => build('preview', false);
export const buildH5 = (): Promise<number> => build('h5', false);
export const watchWeapp = (): Promise<number> => build('preview', true);
export const watchH5 = (): Promise<number> => build('h5', true);
