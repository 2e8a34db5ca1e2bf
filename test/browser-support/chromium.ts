import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, chromium as playwright } from 'playwright-core';
import { projectRoot } from '../weapp/host/dist';
import { fontEnvironment } from './fonts';

/** Runs as root and in containers, draws in software, phones nobody. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
] as const;

const unpacked = join(projectRoot, '.cache/chromium');

/**
 * Unpacks the browser of the npm package with the few system libraries it needs (nss, expat), so that a machine
 * with nothing but Node can run it. Into a folder of its own first: two test runs may start at once. In a process of
 * its own: the package reads TMPDIR, and what a test sets in `process.env` never reaches the system.
 */
function unpack(): void {
  if (existsSync(join(unpacked, 'chromium'))) return;
  mkdirSync(dirname(unpacked), { recursive: true });
  const folder = mkdtempSync(`${unpacked}-`);
  const script = "import packed from '@sparticuz/chromium'; await packed.executablePath();";
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: projectRoot,
    encoding: 'utf8',
    // The package unpacks its libraries only where it believes to be on the service it was made for.
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
  if (status === 0 && existsSync(join(folder, 'chromium')) && !existsSync(join(unpacked, 'chromium'))) {
    rmSync(unpacked, { recursive: true, force: true });
    renameSync(folder, unpacked);
  } else rmSync(folder, { recursive: true, force: true });
  if (!existsSync(join(unpacked, 'chromium'))) throw new Error(`@sparticuz/chromium: ${stderr}`);
}

interface Executable {
  readonly path: string;
  readonly libraries?: string;
}

/** CHROMIUM_PATH, else the one that npm brought, else the machine's. */
function executable(): Executable {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && existsSync(given)) return { path: given };
  try {
    unpack();
    return { path: join(unpacked, 'chromium'), libraries: join(unpacked, 'al2023/lib') };
  } catch (error) {
    const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
      existsSync,
    );
    if (system !== undefined) return { path: system };
    throw new Error('No Chromium: set CHROMIUM_PATH, or run npm ci again', { cause: error });
  }
}

/** A headless Chromium with a Chinese font. Close it when done. */
export async function launchChromium(): Promise<Browser> {
  const { path, libraries } = executable();
  return playwright.launch({
    executablePath: path,
    headless: true,
    args: [...FLAGS],
    env: {
      ...definedEnvironment(),
      ...fontEnvironment(),
      ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }),
    },
  });
}

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
