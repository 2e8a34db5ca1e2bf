import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ensureContent } from '../content/compile';
import { projectRoot, run } from './shell';

export type Target = 'weapp' | 'h5';

export interface BuildOptions {
  /** With packages/staff: every preview has them, a release never. */
  readonly staff: boolean;
}

const ENTRY = { weapp: 'dist/weapp/app.json', h5: 'dist/h5/index.html' } as const satisfies Record<
  Target,
  string
>;

const SOURCES = ['src', 'config', 'package-lock.json', 'babel.config.js'];

/** Time of the newest file below a path; tests and pictures of the sources do not count. */
function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Settings that are compiled in: another API base, or staff tools or not, is another build. */
const settings = ({ staff }: BuildOptions): string =>
  JSON.stringify({ api: process.env['TARO_APP_API_BASE'] ?? '', staff });

const stampOf = (target: Target): string => join(projectRoot, '.cache', `built-${target}.json`);

/** Whether a build is missing, older than its sources, or made with other settings. */
export function isStale(target: Target, options: BuildOptions): boolean {
  const entry = join(projectRoot, ENTRY[target]);
  const stamp = stampOf(target);
  if (!existsSync(entry) || !existsSync(stamp)) return true;
  const built = statSync(stamp);
  if (readFileSync(stamp, 'utf8') !== settings(options)) return true;
  return SOURCES.some((source) => newest(join(projectRoot, source)) > built.mtimeMs);
}

/** Without the progress bar, which fills a log: what webpack says from its first error on. */
const faultsIn = (output: string): string => {
  const at = output.indexOf('✖ Errors');
  return at < 0 ? output : output.slice(at);
};

async function build(target: Target, options: BuildOptions, watch = false): Promise<number> {
  const problems = ensureContent();
  for (const { file, path, message } of problems) console.error(`${file} ${path} ${message}`);
  if (problems.length > 0) return 1;
  // Gone first: a build that fails half-way must not pass for the one before.
  rmSync(stampOf(target), { force: true });
  const env = {
    ...process.env,
    NODE_ENV: watch ? 'development' : 'production',
    TARO_ENV: target,
    TARO_APP_STAFF: options.staff ? '1' : '0',
    // Taro asks a server for its newest version otherwise.
    DISABLE_UPDATE_CHECK: '1',
  };
  const started = Date.now();
  const args = ['build', '--type', target, ...(watch ? ['--watch'] : [])];
  const { code, output } = await run('taro', args, { env, quiet: !watch });
  const entry = join(projectRoot, ENTRY[target]);
  if (code !== 0 || !existsSync(entry) || /✖|ERROR in|Module not found/.test(output)) {
    console.error(faultsIn(output));
    return code === 0 ? 1 : code;
  }
  mkdirSync(join(projectRoot, '.cache'), { recursive: true });
  writeFileSync(stampOf(target), settings(options));
  // What changed while it was being built is not in it.
  const began = new Date(started);
  utimesSync(stampOf(target), began, began);
  console.log(
    `dist/${target}${options.staff ? ' (preview, with staff tools)' : ''} built in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  return 0;
}

const RELEASE: BuildOptions = { staff: false };
const PREVIEW: BuildOptions = { staff: true };

/** H5 is a preview unless TARO_APP_STAFF=0 says that it will be published. */
const forH5 = (): BuildOptions => (process.env['TARO_APP_STAFF'] === '0' ? RELEASE : PREVIEW);

/** Builds only when the last build would differ. */
const freshen = async (target: Target, options: BuildOptions): Promise<number> =>
  isStale(target, options) ? build(target, options) : 0;

/** What a release uploads. */
export const buildWeapp = (): Promise<number> => build('weapp', RELEASE);
export const buildH5 = (): Promise<number> => build('h5', forH5());
export const watchWeapp = (): Promise<number> => build('weapp', PREVIEW, true);
export const watchH5 = (): Promise<number> => build('h5', PREVIEW, true);

/** Both previews, as `npm start` and `npm run screens` show them. */
export async function freshenPreviews(): Promise<number> {
  const code = await freshen('weapp', PREVIEW);
  return code === 0 ? freshen('h5', PREVIEW) : code;
}
