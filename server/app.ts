import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import fastify, { LogController, type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { paths } from '@/contract/paths';
import { registerApi } from './api/plugin';
import { timeAt } from './api/public';
import { registerConsole } from './console/plugin';
import { limitLoad, type Lane } from './load';
import { logRequests, loggerOptions } from './log';
import { countRequests } from './metrics';
import { registerProblems, sendProblem } from './problem';
import { LIMITS, type Service } from './service';
import { registerVerify } from './verify/routes';

export interface AppOptions {
  /** Folder of the built H5 app; without it only the API is served. */
  readonly h5Root?: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly version: string;
  readonly logger?: boolean;
  /** Where the log goes; standard output without it. */
  readonly logTo?: { readonly write: (line: string) => void };
  /** Without it only the time, the health and the H5 app are served. */
  readonly service?: Service;
  /** Told of each route: a test compares them with its tables. */
  readonly onRoute?: (method: string, path: string) => void;
  /** Addresses of proxies whose `x-forwarded-for` is believed. */
  readonly trustProxy?: string;
}

/** A page of the H5 app is many files: opening it must not use up what a hall full of people asks the API for. */
const H5_FILES = '/*';

const BODY_LIMIT = 1024 * 1024;

/** Requests at once that others than we hold up; each may hold a file of 10 MB. */
const OUTSIDE = 100;

/** The H5 app has scripts of its build in its page, so its policy is the page's; API and console set strict ones. */
const registerHeaders = (app: FastifyInstance, https: boolean) =>
  app.register(helmet, {
    contentSecurityPolicy: false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    hsts: https ? { maxAge: 31_536_000 } : false,
  });

/** For who watches: not counted by address, and answered when the server is full. */
const WATCHED = { config: { rateLimit: false, lane: 'free' } } as const;

interface Watched {
  readonly version: string;
  readonly service: Service | undefined;
  readonly inHand: () => Readonly<Record<Lane, number>>;
}

/** What certificates are issued and delivered with, as far as it is not there. */
const missingFrom = ({ certificate }: Service): readonly string[] =>
  Object.entries({
    signingKey: certificate?.maker,
    courier: certificate?.courier,
    mail: certificate?.notices,
  }).flatMap(([name, port]) => (port ? [] : [name]));

function registerHealth(app: FastifyInstance, { version, service, inHand }: Watched): void {
  app.get(paths.health, WATCHED, async () => {
    if (!service) return { status: 'ok', version };
    await sql`select 1`.execute(service.store.db);
    const { engine, durability } = service.database;
    return { status: 'ok', version, mode: service.mode, engine, durability, without: missingFrom(service) };
  });
  const metrics = countRequests(app, inHand);
  app.get(paths.metrics, WATCHED, async (_request, reply) =>
    reply.type('text/plain; version=0.0.4').send(metrics.text()),
  );
}

async function registerService(app: FastifyInstance, service: Service, version: string): Promise<void> {
  await app.register(async (api) => registerApi(api, service, version));
  await app.register(async (console) => registerConsole(console, service));
  await app.register(async (page) => registerVerify(page, service));
}

/** Files of the H5 app: a page asks for many at once, and breaks without one of them. */
const registerH5 = (app: FastifyInstance, root: string) =>
  app.register(async (files) => {
    files.addHook('onRoute', (route) => {
      route.config = { ...route.config, lane: 'free' };
    });
    await files.register(fastifyStatic, { root, cacheControl: true, maxAge: '1h' });
  });

/** API, console and H5 preview on one port. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { h5Root, now, version, logger = false, logTo, service, onRoute, trustProxy } = options;
  const app = fastify({
    logger: logger || logTo ? (loggerOptions(logTo) ?? false) : false,
    // Its own lines hold the address that asked and the path as it was asked for.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    // Paths that the router cannot read never reach a route or its handlers.
    frameworkErrors: (_error, _request, reply) => {
      void sendProblem(reply, { code: 'badRequest' });
    },
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
    ...(trustProxy === undefined ? {} : { trustProxy }),
  });
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) onRoute?.(one, url);
  });
  registerProblems(app);
  logRequests(app);
  const limits = service?.limits ?? LIMITS;
  const inHand = limitLoad(app, { own: limits.inHand, outside: OUTSIDE });
  await registerHeaders(app, service?.mode === 'production');
  await app.register(rateLimit, {
    max: limits.address,
    timeWindow: 60_000,
    allowList: ({ routeOptions }) => routeOptions.url === H5_FILES,
  });
  registerHealth(app, { version, service, inHand });
  if (service) await registerService(app, service, version);
  else
    app.get(paths.time, { config: { lane: 'free' } }, async (_request, reply) => {
      reply.header('cache-control', 'no-store');
      return timeAt(now());
    });
  if (h5Root !== undefined) await registerH5(app, h5Root);
  return app;
}
