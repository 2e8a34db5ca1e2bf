/** Once a run: a PostgreSQL server (or the one that DATABASE_URL_TEST names), and databases of both engines to copy. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { remember } from './started';

const root = join(__dirname, '../..');
const templates = join(root, '.cache', 'embedded-template');
const bare = join(templates, 'db');

function runHere(program: string, ...args: readonly string[]): void {
  const done = spawnSync(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (done.status !== 0) throw new Error(`${program} failed`);
}

function makeBare(): void {
  if (existsSync(join(bare, 'PG_VERSION'))) return;
  mkdirSync(templates, { recursive: true });
  runHere('server/db/embedded-init.ts', bare);
}

const DAY_MS = 86_400_000;

/** Named by the migrations that it holds; those of earlier ones go, once no other run can still be using them. */
function makeMigrated(server: string): string {
  const hash = createHash('sha256');
  const folder = join(root, 'server/migrations');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  const name = `migrated-${hash.digest('hex').slice(0, 16)}`;
  const others = readdirSync(templates).filter((other) => other.startsWith('migrated-') && other !== name);
  for (const old of others.map((other) => join(templates, other)))
    if (statSync(old).mtimeMs < Date.now() - DAY_MS) rmSync(old, { recursive: true, force: true });
  runHere('test/server-support/make-templates.ts', bare, join(templates, name), server);
  return join(templates, name);
}

async function startPostgres(): Promise<string> {
  const guard = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'postgres-guard.ts')], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  remember(guard);
  for await (const line of createInterface({ input: guard.stdout })) return line;
  throw new Error('PostgreSQL did not start');
}

export default async function setup(): Promise<void> {
  makeBare();
  const server = process.env['DATABASE_URL_TEST'] ?? (await startPostgres());
  process.env['TEST_EMBEDDED_BARE'] = bare;
  process.env['TEST_EMBEDDED_TEMPLATE'] = makeMigrated(server);
  process.env['TEST_POSTGRES'] = server;
}
