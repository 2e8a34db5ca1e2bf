/** ClamAV's daemon over TCP: `INSTREAM`, as clamd(8) has it. */
import { connect, type Socket } from 'node:net';
import { err, ok, type Result } from '@/domain/shared/result';
import type { Scanner, Verdict } from './scanner';

export interface ClamavPlace {
  readonly host: string;
  readonly port: number;
}

const TIMEOUT_MS = 30_000;
const CHUNK = 64 * 1024;
const DEFAULT_PORT = 3310;

/** `HOST` or `HOST:PORT` */
export function clamavPlace(text: string): Result<ClamavPlace, string> {
  const [, host = '', port = String(DEFAULT_PORT)] = /^([A-Za-z0-9.-]+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  const number = Number(port);
  return host !== '' && number >= 1 && number <= 65_535
    ? ok({ host, port: number })
    : err(`CLAMAV must be HOST or HOST:PORT; it is "${text}".`);
}

/** Each chunk behind its length in four bytes; a length of 0 ends the stream. */
function send(socket: Socket, bytes: Buffer): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    socket.write(chunk);
  }
  socket.write(Buffer.alloc(4));
}

/** `stream: OK`, `stream: NAME FOUND`; anything else, `INSTREAM size limit exceeded. ERROR` too, tells nothing. */
function verdictIn(reply: string): Verdict {
  const line = reply.replace(/\0/g, '').trim();
  if (line === 'stream: OK') return 'clean';
  return /^stream: .+ FOUND$/.test(line) ? 'infected' : 'unavailable';
}

export const clamav = ({ host, port }: ClamavPlace, timeoutMs = TIMEOUT_MS): Scanner => ({
  scan: (bytes) =>
    new Promise((resolve) => {
      const socket = connect({ host, port });
      const end = (verdict: Verdict): void => {
        socket.destroy();
        resolve(verdict);
      };
      let reply = '';
      socket.setTimeout(timeoutMs, () => end('unavailable'));
      socket.on('error', () => end('unavailable'));
      socket.on('connect', () => send(socket, bytes));
      socket.on('data', (data) => {
        reply += data.toString('latin1');
        if (reply.includes('\0') || reply.length > 1000) end(verdictIn(reply));
      });
      socket.on('end', () => end(verdictIn(reply)));
    }),
});
