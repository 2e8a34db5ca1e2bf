/** A PostgreSQL for a benchmark, and fresh databases in it. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import type { DatabasePlace } from '../../server/db/open';

export function postgres(): { readonly url: Promise<string>; readonly stop: () => void } {
  const guard = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, '../server-support/postgres-guard.ts')],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: guard.stdout })[Symbol.asyncIterator]();
  return { url: lines.next().then(({ value }) => String(value)), stop: () => guard.stdin.end() };
}

export async function freshDatabase(server: string): Promise<DatabasePlace> {
  const client = new Client({ connectionString: server });
  await client.connect();
  const database = `b_${randomBytes(6).toString('hex')}`;
  await client.query(`create database ${database}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${database}`;
  return { engine: 'postgres', url: url.href };
}
