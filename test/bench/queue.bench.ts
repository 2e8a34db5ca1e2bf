/** My list and a department's queue with a million cases stored, on both engines. */
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { sql } from 'kysely';
import { listMine } from '../../server/cases/read';
import { queueRoute } from '../../server/console/queue';
import type { Visit } from '../../server/console/route';
import { departments, itemIds } from '../../server/catalogue';
import { DEMO_PROVIDERS } from '../../server/demo/people';
import { openDatabase, type DatabasePlace } from '../../server/db/open';
import { localFiles } from '../../server/files/local';
import { storeOver, testKeys } from '../server-support/cases';
import { percentile, type Row } from './bench';
import { onBothEngines } from './engines';

export const name = 'queue';

const CASES = 1_000_000;
const OWNERS = 250_000;
/** One case in so many is still open. */
const OPEN_SHARE = 10;
const CALLS = 300;

const ownerOf = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

const list = (texts: readonly string[]) => sql`array[${sql.join(texts.map((text) => sql.lit(text)))}]`;

/** What lists and queues read: the projections, without the sealed rows behind them. */
async function fill(db: ReturnType<typeof storeOver>['db']): Promise<void> {
  const of = list(departments.map(({ id }) => id));
  const items = list(itemIds);
  const id = sql.raw(`('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`);
  const owner = sql.raw(`('00000000-0000-7000-8000-' || lpad(to_hex(n % ${OWNERS}), 12, '0'))::uuid`);
  const open = sql.raw(`n % ${OPEN_SHARE} = 0`);
  await sql`insert into case_states
    select ${id}, ${owner}, 'R' || n, (${items})[1 + n % ${sql.lit(itemIds.length)}],
      case when ${open} then 'accepted' else 'delivered' end, date '2026-01-01' + n % 300, null, null, 'x', null, null,
      false, 1, 1700000000000 + n
    from generate_series(1, ${sql.lit(CASES)}) as n`.execute(db);
  await sql`insert into case_tasks
    select ${id}, 'main', (${of})[1 + n % ${sql.lit(departments.length)}], (${items})[1 + n % ${sql.lit(itemIds.length)}],
      'R' || n, case when ${open} then (array['receive', 'review', 'decide', 'deliver'])[1 + (n / 10) % 4] else 'closed' end,
      date '2026-01-01' + n % 300, null
    from generate_series(1, ${sql.lit(CASES)}) as n`.execute(db);
  await sql`analyze case_states`.execute(db);
  await sql`analyze case_tasks`.execute(db);
}

async function times(call: (i: number) => Promise<unknown>): Promise<string> {
  const all: number[] = [];
  for (let i = 0; i < CALLS; i += 1) {
    const started = performance.now();
    await call(i);
    all.push(performance.now() - started);
  }
  all.sort((a, b) => a - b);
  return `${percentile(all, 0.5).toFixed(1)} / ${percentile(all, 0.99).toFixed(1)} ms`;
}

async function measure(engine: string, place: DatabasePlace): Promise<Row> {
  const opened = await openDatabase(place, Date.now());
  if (!opened.ok) throw new Error(opened.error.code);
  const database = opened.value;
  const store = storeOver(database, testKeys());
  const started = performance.now();
  await fill(store.db);
  const filled = (performance.now() - started) / 1000;
  const service: Visit['service'] = {
    store,
    database,
    files: localFiles(tmpdir()),
    providers: DEMO_PROVIDERS,
    mode: 'demo',
    limits: { address: 1e9, user: 1e9, signIn: 1e9, inHand: 1e9 },
    now: Date.now,
  };
  const visit = (fields: Readonly<Record<string, string>>): Visit => ({
    service,
    staff: { id: randomUUID(), login: 'bench', name: 'bench', grants: [{ role: 'clerk', department: '*' }] },
    session: '',
    params: {},
    query: new Map(Object.entries(fields).map(([key, value]) => [key, [value]])),
    fields: new Map(),
    at: Date.now(),
  });
  const department = (i: number): string => departments[i % departments.length]?.id ?? '';
  const row = {
    engine,
    cases: CASES,
    'filled in': `${filled.toFixed(0)} s`,
    'my list p50 / p99': await times((i) => listMine(store, ownerOf((i * 7919) % OWNERS), { limit: 21 })),
    'queue page p50 / p99': await times((i) =>
      queueRoute.run(visit({ department: department(i), stage: 'receive' })),
    ),
    'closed page p50 / p99': await times((i) =>
      queueRoute.run(visit({ department: department(i), stage: 'closed' })),
    ),
  };
  await database.close();
  return row;
}

export const run = (): Promise<Row[]> =>
  onBothEngines(async (engine, placeFor) => measure(engine, await placeFor()));
