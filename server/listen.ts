import type { FastifyInstance } from 'fastify';
import { err, ok, type Result } from '@/domain/shared/result';
import { errorCode } from './error-code';

export const DEFAULT_PORT = 8787;

/** Reads PORT; a wrong one is said, never replaced. */
export function portFrom(text: string | undefined): Result<number, string> {
  if (text === undefined || text === '') return ok(DEFAULT_PORT);
  const port = Number(text);
  return Number.isInteger(port) && port >= 1 && port <= 65535
    ? ok(port)
    : err(`PORT must be a whole number from 1 to 65535; it is "${text}".`);
}

/** Other machines reach the server through a proxy on this one, unless HOST says otherwise. */
export const DEFAULT_HOST = '127.0.0.1';

/** A busy port is an error: a silent other port would leave the phone calling nobody. `host`: HOST, an address of this machine. */
export async function listen(
  app: FastifyInstance,
  port: number,
  host = DEFAULT_HOST,
): Promise<Result<string, string>> {
  try {
    return ok(await app.listen({ port, host }));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EADDRINUSE') {
      return err(
        `Port ${port} is in use. Stop the other program, or choose another: PORT=${port + 1} npm start ` +
          `(then build with TARO_APP_API_BASE=http://127.0.0.1:${port + 1}).`,
      );
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      return err(`HOST must be an address of this machine, or 0.0.0.0 for all of them; it is "${host}".`);
    if (code === 'EACCES') {
      return err(`Port ${port} needs more rights. Choose one above 1023: PORT=8787 npm start.`);
    }
    throw error;
  }
}
