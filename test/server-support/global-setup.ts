/** Once a run: a PostgreSQL server (or the one that DATABASE_URL_TEST names) and a made embedded database to copy. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { remember } from './started';

const root = join(__dirname, '../..');
const template = join(root, '.cache', 'embedded-template', 'db');

function makeTemplate(): void {
  if (existsSync(join(template, 'PG_VERSION'))) return;
  mkdirSync(join(template, '..'), { recursive: true });
  const made = spawnSync(process.execPath, ['--import', 'tsx', 'server/db/embedded-init.ts', template], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (made.status !== 0) throw new Error('the embedded database could not be made');
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
  makeTemplate();
  process.env['TEST_EMBEDDED_TEMPLATE'] = template;
  process.env['TEST_POSTGRES'] = process.env['DATABASE_URL_TEST'] ?? (await startPostgres());
}
