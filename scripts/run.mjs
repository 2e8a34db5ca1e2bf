/**
 * Entry of every npm script: makes sure that the dependencies and the compiled content are there, then runs
 * scripts/commands/NAME.ts through tsx. Plain JavaScript, because it runs before `npm ci`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Node 20.19 or newer is needed; this is ${process.versions.node}. See README.md, "Getting started".`,
  );
  process.exit(1);
}

const packagesOf = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;

/** Whether node_modules holds what package-lock.json asks for; npm writes its own record there at the end of an install. */
function isInstalled() {
  if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) return false;
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/** Output goes to stderr: stdout is the command's own. */
function ensureInstalled() {
  if (isInstalled()) return;
  console.error('Installing dependencies (a few minutes the first time)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--include=dev'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    console.error(
      'npm ci failed. Check that the npm registry can be reached, then run the same command again.',
    );
    process.exit(1);
  }
}

const [name = '', ...args] = process.argv.slice(2);
if (!existsSync(join(import.meta.dirname, 'commands', `${name}.ts`))) {
  console.error(`No such command: ${name}. Commands are the files in scripts/commands.`);
  process.exit(1);
}
process.chdir(root);
ensureInstalled();

// A process of its own: tsx hooks both module systems only when it is loaded first.
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const child = spawn(
  process.execPath,
  ['--import', tsx, join(import.meta.dirname, 'main.ts'), name, ...args],
  {
    stdio: 'inherit',
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
});
