/** Puts an operation on its path: version, session and limits are looked at before the body is read. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Operation } from '@/contract/operations';
import { CONTRACT_HEADER, CONTRACT_VERSION, IDEMPOTENCY_HEADER, paths } from '@/contract/paths';
import { err, ok, type Result } from '@/domain/shared/result';
import type { Person } from '../identity/people';
import { findSignedIn } from '../identity/tokens';
import type { Lane } from '../load';
import { sendProblem, type Refused } from '../problem';
import type { Service } from '../service';
import { NOBODY, type Bound, type Bytes } from './call';

const KEY = /^[A-Za-z0-9_-]{16,64}$/;

const headerOf = ({ headers }: FastifyRequest, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
};

const isOld = (request: FastifyRequest): boolean => {
  const version = Number(headerOf(request, CONTRACT_HEADER));
  return !(Number.isInteger(version) && version >= CONTRACT_VERSION);
};

const bearerOf = (request: FastifyRequest): string =>
  /^Bearer (\S+)$/.exec(headerOf(request, 'authorization') ?? '')?.[1] ?? '';

interface Who {
  readonly person: Person;
  readonly session: string;
}

const ANYONE: Who = { person: NOBODY, session: '' };

async function admit(
  { store, now }: Service,
  operation: Operation,
  request: FastifyRequest,
): Promise<Result<Who, Refused>> {
  if (!operation.anyVersion && isOld(request)) return err({ code: 'clientTooOld' });
  if (operation.access === 'open') return ok(ANYONE);
  const signedIn = await findSignedIn(store, bearerOf(request), now());
  return signedIn ? ok({ person: signedIn.person, session: signedIn.digest }) : err({ code: 'signInNeeded' });
}

const paramsOf = ({ params }: FastifyRequest): Readonly<Record<string, string>> =>
  typeof params === 'object' && params !== null
    ? Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
    : {};

const isBytes = (value: unknown): value is Bytes =>
  typeof value === 'object' && value !== null && 'bytes' in value && Buffer.isBuffer(value.bytes);

/** Always a download, never a page: nothing in a file may run in our name. */
export const sendBytes = (reply: FastifyReply, { bytes, type, name }: Bytes): FastifyReply =>
  reply
    .type(type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .send(bytes);

function keyOf({ idempotent }: Operation, request: FastifyRequest): Result<string | undefined, Refused> {
  const key = headerOf(request, IDEMPOTENCY_HEADER);
  if (key === undefined) return idempotent ? err({ code: 'badRequest' }) : ok(undefined);
  return KEY.test(key) ? ok(key) : err({ code: 'badRequest' });
}

/** Where WeChat, shared data or the company register is asked while the phone waits. */
const ASK_OTHERS: readonly string[] = [
  paths.session,
  paths.phone,
  paths.prefill,
  paths.companies,
  paths.certificateCompanies,
];

function laneOf({ path, bytes }: Operation): Lane {
  if (path === paths.time) return 'free';
  return bytes !== undefined || ASK_OTHERS.includes(path) ? 'outside' : 'own';
}

export interface Gate {
  /** Whether the person may ask once more this minute. */
  readonly allows: (request: FastifyRequest, personId: string) => Promise<boolean>;
  /** Requests a minute from one address, where it is less than for the whole. */
  readonly signIn: number;
}

export function register(
  app: FastifyInstance,
  service: Service,
  { operation, run }: Bound,
  gate: Gate,
): void {
  const admitted = new WeakMap<FastifyRequest, Who>();
  const { method, path } = operation;
  app.route({
    method,
    url: path,
    config: {
      lane: laneOf(operation),
      ...(operation.access === 'open' && method === 'POST'
        ? { rateLimit: { max: gate.signIn, timeWindow: 60_000 } }
        : {}),
    },
    onRequest: async (request, reply) => {
      const who = await admit(service, operation, request);
      if (!who.ok) return sendProblem(reply, who.error);
      const { id } = who.value.person;
      if (id !== '' && !(await gate.allows(request, id))) return sendProblem(reply, { code: 'tooMany' });
      admitted.set(request, who.value);
    },
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const key = keyOf(operation, request);
      if (!key.ok) return sendProblem(reply, key.error);
      const { body, query } = request;
      const who = admitted.get(request) ?? ANYONE;
      const params = paramsOf(request);
      const answer = await run(service, {
        body,
        query,
        params,
        key: key.value,
        at: service.now(),
        request,
        ...who,
      });
      if (!answer.ok) return sendProblem(reply, answer.error);
      if (isBytes(answer.value)) return sendBytes(reply, answer.value);
      return answer.value === undefined ? reply.code(204).send() : reply.send(answer.value);
    },
  });
}
