/**
 * Entry of every npm script: makes sure that the dependencies and the compiled content are there, then runs
 * scripts/commands/NAME.ts through tsx in this same process. Plain JavaScript, because it runs before `npm ci`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stampFile = join(root, 'node_modules', '.install-stamp');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 11)) {
  console.error(`Node 20.11 or newer is needed; this is ${process.versions.node}. See README.md, "Getting started".`);
  process.exit(1);
}

/** Installs when node_modules does not match package-lock.json; output goes to stderr, stdout is the command's own. */
function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lock) return;
  const lockedByHand = existsSync(join(root, 'node_modules', '.package-lock.json')) && process.env['KEEP_MODULES'];
  if (!lockedByHand) {
    console.error('Installing dependencies (a few minutes the first time)…');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--include=dev'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    if (done.status !== 0) {
      console.error('npm ci failed. Check that the npm registry can be reached, then run the same command again.');
      process.exit(1);
    }
  }
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stampFile, lock);
}

const [name = '', ...args] = process.argv.slice(2);
if (!existsSync(join(import.meta.dirname, 'commands', `${name}.ts`))) {
  console.error(`No such command: ${name}. Commands are the files in scripts/commands.`);
  process.exit(1);
}
process.chdir(root);
ensureInstalled();

const { register } = await import('tsx/cjs/api');
register();
const { main } = createRequire(import.meta.url)('./main.ts');
await main(name, args);
