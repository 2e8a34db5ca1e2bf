/**
 * Runs a PostgreSQL of its own until standard input closes, which it does however the test run ends, and leaves nothing
 * behind. Prints its URL when it is ready.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresBinaries, unprivileged } from './postgres-binaries';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

async function main(): Promise<void> {
  const account = unprivileged();
  const { bin, copy } = postgresBinaries(account);
  const folder = mkdtempSync(join(tmpdir(), 'jinpu-postgres-'));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const env = { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' };
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '--auth=trust', '--username=jinpu', '--encoding=UTF8', '--no-sync'],
    { ...account, env, stdio: 'ignore', cwd: folder },
  );
  const port = await freePort();
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
  const speed = ['fsync=off', 'max_connections=200', 'shared_buffers=64MB'];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, ...[...settings, ...speed].flatMap((setting) => ['-c', setting])],
    { ...account, env, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const stop = (): void => {
    server.kill('SIGINT');
  };
  server.stderr.on('data', (chunk: Buffer) => {
    if (!chunk.toString().includes('ready to accept connections')) return;
    process.stdout.write(`postgres://jinpu@127.0.0.1:${port}/postgres\n`);
  });
  server.on('exit', () => {
    rmSync(folder, { recursive: true, force: true });
    if (copy !== undefined) rmSync(copy, { recursive: true, force: true });
    process.exit(0);
  });
  process.stdin.on('end', stop).on('close', stop).resume();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

void main();
