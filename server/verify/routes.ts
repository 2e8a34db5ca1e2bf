/** The page that the QR of a certificate opens: public, plain, without a script. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { VERIFY_PATH } from '@/domain/certificate/payload';
import type { CertificateVerify } from '@/contract/certificate';
import { verify } from '../certificate/public';
import { CONSOLE_POLICY } from '../console/policy';
import { statusOf } from '../error-code';
import type { Service } from '../service';
import { verifyPage, type Answer } from './page';

/** Times a minute from one address: 75 random bits are not to be guessed, nor the server to be kept busy. */
const TRIES = 60;
const MAX = { code: 40, payload: 4000 } as const;

const textIn = (query: unknown, name: string): string => {
  const value: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, name) : undefined;
  return typeof value === 'string' ? value : '';
};

function askedIn(query: unknown): CertificateVerify | undefined {
  const [payload, code] = [textIn(query, 'c'), textIn(query, 'code')];
  if (payload !== '') return { by: 'payload', payload: payload.slice(0, MAX.payload) };
  return code === '' ? undefined : { by: 'code', code: code.slice(0, MAX.code) };
}

async function answerTo(service: Service, query: unknown): Promise<Answer> {
  const asked = askedIn(query);
  if (!asked) return { kind: 'ask' };
  const view = await verify(service, asked, service.now());
  return view ? { kind: 'found', view } : { kind: 'unknown' };
}

const send = (reply: FastifyReply, { mode }: Service, answer: Answer, status: number): FastifyReply =>
  reply
    .code(status)
    .header('content-security-policy', CONSOLE_POLICY)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(verifyPage(answer, mode === 'demo'));

export async function registerVerify(app: FastifyInstance, service: Service): Promise<void> {
  app.setErrorHandler((error, _request, reply) => {
    const status = statusOf(error);
    if (status === 429) return send(reply, service, { kind: 'busy' }, 429);
    if (status === 503) return send(reply, service, { kind: 'full' }, 503);
    throw error;
  });
  app.get(
    VERIFY_PATH,
    { config: { rateLimit: { max: Math.min(TRIES, service.limits.address), timeWindow: 60_000 } } },
    async ({ query }, reply) => {
      const answer = await answerTo(service, query);
      return send(reply, service, answer, answer.kind === 'unknown' ? 404 : 200);
    },
  );
}
