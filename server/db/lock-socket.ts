/**
 * A socket in the data folder that the holder listens on. The kernel answers on it for that process
 * as long as it lives, stopped or busy, also from another container; no file and no clock is asked.
 */
import { createConnection, createServer, type Server } from 'node:net';
import { closeSync, openSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { sm3 } from '../crypto/sm3';
import { errorCode } from '../error-code';

/** A socket's path may have about 100 bytes; Linux also takes it through a handle of its folder. */
const LONGEST = 100;

function withAddress<T>(path: string, connect: (address: string) => Promise<T>): Promise<T> {
  if (process.platform === 'win32') return connect(`\\\\.\\pipe\\jinpu-${sm3(path)}`);
  if (Buffer.byteLength(path) <= LONGEST) return connect(path);
  const folder = openSync(dirname(path), 'r');
  return connect(`/proc/self/fd/${folder}/${basename(path)}`).finally(() => closeSync(folder));
}

const NOBODY: readonly (string | undefined)[] = ['ECONNREFUSED', 'ENOENT'];

export const holdSocket = (path: string): Promise<Server> =>
  withAddress(
    path,
    (address) =>
      new Promise((resolve, reject) => {
        const server = createServer((socket) => socket.destroy());
        server.on('error', reject);
        server.listen(address, () => {
          // It must not keep the process alive.
          server.unref();
          resolve(server);
        });
      }),
  );

/** Whether a process listens. Only a refusal or a missing socket says no: whatever else goes wrong counts as yes. */
export const answers = (path: string): Promise<boolean> =>
  withAddress(
    path,
    (address) =>
      new Promise((resolve) => {
        const socket = createConnection(address, () => {
          socket.destroy();
          resolve(true);
        });
        socket.on('error', (error) => resolve(!NOBODY.includes(errorCode(error))));
      }),
  );
