/** Clients that submit one after another to a server in a process of its own: ours, or the bare one. */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { CONTRACT_HEADER, CONTRACT_VERSION, IDEMPOTENCY_HEADER, paths } from '@/contract/paths';
import { isRecord } from '@/domain/form/kinds/kind';
import type { DatabasePlace } from '../../server/db/open';
import { firstSample, openedForm } from '../server-support/applying';
import { Child } from '../server-support/child';
import { percentile } from './bench';

const FORM = 'unemployment-registration';

/** As many as keep the server busy: the load that it can take. */
export const CLIENTS = 20;

export interface Running {
  readonly url: string;
  readonly tokens: readonly string[];
  readonly child: Child;
}

export type Kind = 'ours' | 'bare';

const BODY = ((): string => {
  const { form } = openedForm(FORM);
  const materials = form.materials
    .filter(({ source }) => source === 'shared')
    .map(({ id }) => ({ material: id, files: [], as: 'shared' }));
  return JSON.stringify({ form: FORM, formVersion: form.version, answers: firstSample(FORM), materials });
})();

export async function start(kind: Kind, place: DatabasePlace): Promise<Running> {
  const child = new Child('../bench/submit-server.ts', [kind, JSON.stringify(place)]);
  const said: unknown = JSON.parse(await child.line());
  if (!isRecord(said) || !Array.isArray(said['tokens'])) throw new Error('the server did not start');
  return { url: String(said['url']), tokens: said['tokens'].map(String), child };
}

export interface Answer {
  /** Milliseconds since the load began. */
  readonly at: number;
  readonly ms: number;
  readonly status: number;
  readonly retryAfter: boolean;
}

function submitOnce(url: string, token: string, agent: Agent): Promise<Omit<Answer, 'at'>> {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(BODY),
      [CONTRACT_HEADER]: CONTRACT_VERSION,
      authorization: `Bearer ${token}`,
      [IDEMPOTENCY_HEADER]: randomUUID(),
    };
    const sent = request(`${url}${paths.cases}`, { method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          retryAfter: response.headers['retry-after'] !== undefined,
          ms: performance.now() - from,
        }),
      );
    });
    sent.on('error', reject);
    sent.end(BODY);
  });
}

const isTaken = ({ status }: Answer): boolean => status === 200;
export const isRefused = ({ status }: Answer): boolean => status === 429 || status === 503;

/**
 * Each client has a session and a connection of its own, and sends the next as soon as the last is answered; one that was
 * refused waits a moment first.
 */
export async function load(
  { url, tokens }: Running,
  { clients, ms, pauseMs = 0 }: { readonly clients: number; readonly ms: number; readonly pauseMs?: number },
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const started = performance.now();
  const client = async (_: unknown, i: number): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (performance.now() - started < ms) {
      const at = performance.now() - started;
      const answer = { at, ...(await submitOnce(url, tokens[i % tokens.length] ?? '', agent)) };
      if (!isTaken(answer) && !isRefused(answer)) throw new Error(`answered ${answer.status}`);
      answers.push(answer);
      if (isRefused(answer)) await wait(pauseMs);
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: clients }, client));
  return answers;
}

export interface Taken {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Of those that were taken. */
export function takenIn(answers: readonly Answer[], ms: number): Taken {
  const times = answers
    .filter(isTaken)
    .map((answer) => answer.ms)
    .sort((a, b) => a - b);
  return {
    perSecond: (times.length / ms) * 1000,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

export const middle = (loads: readonly Taken[], of: (one: Taken) => number): number =>
  percentile(
    loads.map(of).sort((a, b) => a - b),
    0.5,
  );

export const whole = (value: number): string => value.toFixed(0);
export const ms = (value: number): string => `${value.toFixed(1)} ms`;
