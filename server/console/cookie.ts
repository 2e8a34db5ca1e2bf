/** The console's one cookie. */
import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'jinpu_staff';

export const readCookie = ({ headers }: FastifyRequest): string =>
  (headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === NAME)?.[1] ?? '';

/** Not for scripts, not to other sites, not beyond the console; gone when the browser closes. */
export function writeCookie(reply: FastifyReply, token: string, https: boolean): void {
  const age = token === '' ? '; Max-Age=0' : '';
  reply.header(
    'set-cookie',
    `${NAME}=${token}; Path=/console; HttpOnly; SameSite=Strict${https ? '; Secure' : ''}${age}`,
  );
}
