/** Submissions with 20 clients, on both engines, beside a bare server that stores the same rows; and five times as many. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONTRACT_HEADER, CONTRACT_VERSION, IDEMPOTENCY_HEADER, paths } from '@/contract/paths';
import { isRecord } from '@/domain/form/kinds/kind';
import type { DatabasePlace } from '../../server/db/open';
import { firstSample, openedForm } from '../server-support/applying';
import { Child } from '../server-support/child';
import { percentile, type Row } from './bench';
import { freshDatabase, postgres } from './postgres';

export const name = 'submit';

const FORM = 'unemployment-registration';
const CLIENTS = 20;
const TIMES_TOO_MANY = 5;
const ROUNDS = 3;
const SECONDS = 5;

interface Running {
  readonly url: string;
  readonly tokens: readonly string[];
  readonly child: Child;
}

type Kind = 'ours' | 'bare';

const BODY = ((): string => {
  const { form } = openedForm(FORM);
  const materials = form.materials
    .filter(({ source }) => source === 'shared')
    .map(({ id }) => ({ material: id, files: [], as: 'shared' }));
  return JSON.stringify({ form: FORM, formVersion: form.version, answers: firstSample(FORM), materials });
})();

async function start(kind: Kind, place: DatabasePlace): Promise<Running> {
  const child = new Child('../bench/submit-server.ts', [kind, JSON.stringify(place)]);
  const said: unknown = JSON.parse(await child.line());
  if (!isRecord(said) || !Array.isArray(said['tokens'])) throw new Error('the server did not start');
  return { url: String(said['url']), tokens: said['tokens'].map(String), child };
}

interface Answer {
  readonly status: number;
  readonly retryAfter: boolean;
  readonly ms: number;
}

function submitOnce(url: string, token: string, agent: Agent): Promise<Answer> {
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

interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly refused: number;
  /** Of those refused. */
  readonly toldWhen: number;
}

/** Each client has a session and a connection of its own, and sends the next as soon as the last is answered. */
async function load({ url, tokens }: Running, clients: number, ms: number): Promise<Load> {
  const times: number[] = [];
  let [refused, toldWhen] = [0, 0];
  const started = performance.now();
  const client = async (_: unknown, i: number): Promise<void> => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (performance.now() - started < ms) {
      const answer = await submitOnce(url, tokens[i % tokens.length] ?? '', agent);
      if (answer.status === 200) times.push(answer.ms);
      else if (answer.status === 503 || answer.status === 429) {
        refused += 1;
        if (answer.retryAfter) toldWhen += 1;
      } else throw new Error(`answered ${answer.status}`);
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  return {
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    refused,
    toldWhen,
  };
}

const middle = (loads: readonly Load[], of: (one: Load) => number): number =>
  percentile(
    loads.map(of).sort((a, b) => a - b),
    0.5,
  );

const whole = (value: number): string => value.toFixed(0);
const ms = (value: number): string => `${value.toFixed(1)} ms`;

/** Turn by turn, so that whatever else the machine does meets both. */
async function compare(engine: string, placeFor: () => Promise<DatabasePlace>): Promise<Row> {
  const servers = {
    ours: await start('ours', await placeFor()),
    bare: await start('bare', await placeFor()),
  };
  const loads: Record<Kind, Load[]> = { ours: [], bare: [] };
  for (const kind of ['ours', 'bare'] as const) await load(servers[kind], CLIENTS, 2000);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const kind of ['ours', 'bare'] as const)
      loads[kind].push(await load(servers[kind], CLIENTS, SECONDS * 1000));
  const many = await load(servers.ours, CLIENTS * TIMES_TOO_MANY, SECONDS * 1000);
  const after = await load(servers.ours, CLIENTS, 2000);
  for (const { child } of Object.values(servers)) await child.kill();
  const [ours, bare] = [
    middle(loads.ours, (one) => one.perSecond),
    middle(loads.bare, (one) => one.perSecond),
  ];
  const p99 = middle(loads.ours, (one) => one.p99);
  return {
    engine,
    'ours, a second': whole(ours),
    'bare, a second': whole(bare),
    ratio: (ours / bare).toFixed(2),
    'ours p50': ms(middle(loads.ours, (one) => one.p50)),
    'ours p99': ms(p99),
    'bare p99': ms(middle(loads.bare, (one) => one.p99)),
    '× 5: taken': whole(many.perSecond),
    '× 5: p99': `${ms(many.p99)} (${(many.p99 / p99).toFixed(1)} ×)`,
    '× 5: refused': `${many.refused}, ${many.toldWhen} with Retry-After`,
    'then p99': ms(after.p99),
  };
}

export async function run(): Promise<Row[]> {
  const folders: string[] = [];
  const embedded = await compare('embedded', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jinpu-bench-'));
    folders.push(folder);
    return { engine: 'embedded', folder };
  });
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  const { url, stop } = postgres();
  const server = process.env['DATABASE_URL_TEST'] ?? (await url);
  const large = await compare('postgres', () => freshDatabase(server));
  stop();
  return [embedded, large];
}
