/** The whole API on a Fastify instance. */
import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { paths } from '@/contract/paths';
import type { Service } from '../service';
import { openApi } from './openapi';
import { register } from './register';
import { routes } from './routes';

const MINUTE = 60_000;

const OPEN_NOTHING = "default-src 'none'; frame-ancestors 'none'";

/** A body that is announced as JSON and is empty is no body: so says wx.request of a POST without data. */
function takeEmptyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body.toString(), done);
  });
}

export async function registerApi(app: FastifyInstance, service: Service, version: string): Promise<void> {
  takeEmptyJson(app);
  await app.register(multipart);
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', OPEN_NOTHING);
  });
  const { user, signIn } = service.limits;
  const limits = new Map<string, { count: number; until: number }>();
  const gate = {
    signIn,
    // By person, whatever address it comes from; forgotten when the minute is over.
    allows: async (_request: unknown, personId: string): Promise<boolean> => {
      const now = service.now();
      const known = limits.get(personId);
      if (known && known.until > now) return (known.count += 1) <= user;
      if (limits.size > 100_000) limits.clear();
      limits.set(personId, { count: 1, until: now + MINUTE });
      return true;
    },
  };
  for (const route of routes) register(app, service, route, gate);
  const document = openApi(version);
  app.get(paths.openapi, async () => document);
}
