import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { paths } from '@/contract/paths';
import type { TimeResponse } from '@/contract/time';
import { formatDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { registerProblems } from './problem';

export interface AppOptions {
  /** Folder of the built H5 app; without it only the API is served. */
  readonly h5Root?: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly version: string;
  readonly logger?: boolean;
}

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
} as const;

/** The API and the H5 preview on one port. */
export async function buildApp({
  h5Root,
  now,
  version,
  logger = false,
}: AppOptions): Promise<FastifyInstance> {
  const app = fastify({ logger, bodyLimit: 1024 * 1024 });
  registerProblems(app);
  app.addHook('onSend', async (_request, reply) => {
    reply.headers(SECURITY_HEADERS);
  });
  app.get(paths.health, async () => ({ status: 'ok', version }));
  app.get(paths.time, async (_request, reply): Promise<TimeResponse> => {
    reply.header('cache-control', 'no-store');
    const epochMs = now();
    return { epochMs, date: formatDate(shanghaiMoment(epochMs).date) };
  });
  if (h5Root !== undefined)
    await app.register(fastifyStatic, { root: h5Root, cacheControl: true, maxAge: '1h' });
  return app;
}
