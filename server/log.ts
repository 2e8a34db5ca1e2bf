/** The log: routes, not paths that were asked for; codes, not messages; nobody's address or name. */
import type { FastifyInstance, FastifyServerOptions } from 'fastify';

interface LogStream {
  readonly write: (line: string) => void;
}

interface Failure {
  readonly name?: string;
  readonly code?: string;
  readonly stack?: string;
}

/** Where it happened and its code, never the message: a database puts values of rows into it. */
export const safeToLog = ({ name = '', code = '', stack = '' }: Failure) => ({
  type: name,
  message: code,
  stack: stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .join('\n'),
});

export const loggerOptions = (stream: LogStream | undefined): FastifyServerOptions['logger'] => ({
  level: 'info',
  base: null,
  serializers: { req: () => ({}), res: () => ({}), err: safeToLog },
  ...(stream ? { stream } : {}),
});

export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    request.log.info({ method, route: routeOptions.url ?? 'none', status: reply.statusCode, ms }, 'done');
  });
}
