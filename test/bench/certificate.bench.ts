/** The joint review under load on both engines: sending out, answering, issuing, and a board of 10,000 open cases. */
import { tmpdir } from 'node:os';
import { derive } from '@/domain/certificate/state';
import { coordinatorBoard, findCaseFile } from '../../server/certificate/desk';
import type { DeskService } from '../../server/certificate/desk-act';
import { findByNumber } from '../../server/certificate/find';
import { companyDigest } from '../../server/certificate/keys';
import { project } from '../../server/certificate/project';
import { rulesOf } from '../../server/certificate/rules';
import { taskQueue } from '../../server/certificate/task';
import type { Store } from '../../server/cases/store';
import { localFiles } from '../../server/files/local';
import { newId } from '../../server/ids';
import { NOON, storeOver } from '../server-support/cases';
import {
  answers,
  coordinator,
  creditCodes,
  decides,
  departments,
  mustDo,
  ofCompany,
  taken,
  testMaker,
} from '../server-support/certificates';
import { ENGINES, freshPlace, openAt, type Engine } from '../server-support/engines';
import setUp from '../server-support/global-setup';
import tearDown from '../server-support/global-teardown';
import { percentile, type Bench, type Row } from './bench';

const OPEN_CASES = Number(process.env['BENCH_CASES'] ?? 10_000);
const FANNED = 60;
const ANSWERED = 12;
const AT_ONCE = 8;
const READS = 300;
const PAGE = 50;
const BATCH = 100;

async function atOnce<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<number> {
  const waiting = [...all];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
    }),
  );
  return (performance.now() - started) / 1000;
}

async function times(count: number, read: () => Promise<unknown>): Promise<readonly number[]> {
  const all: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const started = performance.now();
    await read();
    all.push(performance.now() - started);
  }
  return all.sort((a, b) => a - b);
}

const ms = (value: number): number => Math.round(value * 10) / 10;

/** Projections of cases that are out with 27 departments, spread over the days of a month. */
async function fill(store: Store, number: string): Promise<void> {
  const stored = await findByNumber(store, number);
  if (!stored) throw new Error(`no case ${number}`);
  const events = stored.events.map(({ event }) => event);
  const { on } = events.at(-1) ?? {};
  const state = on && derive(events, on, rulesOf(store));
  if (!state) throw new Error('a case has events');
  for (let done = 0; done < OPEN_CASES; done += BATCH) {
    const rows = Array.from({ length: BATCH }, (_, i) => {
      const id = newId(NOON + done + i);
      const head = {
        id,
        owner: id,
        receipt: `bench-${done + i}`,
        company_digest: companyDigest(store.keys, id),
      };
      const { state: row, tasks } = project(store.keys, head, stored.events, { state, on });
      const due = `2026-12-${String(1 + ((done + i) % 28)).padStart(2, '0')}`;
      return { row: { ...row, due }, tasks: tasks.map((task) => ({ ...task, due })) };
    });
    await store.db
      .insertInto('certificate_states')
      .values(rows.map(({ row }) => row))
      .execute();
    await store.db
      .insertInto('certificate_tasks')
      .values(rows.flatMap(({ tasks }) => tasks))
      .execute();
  }
}

/** Page after page, from the front again at the end. */
function walking(read: (after: string | undefined) => Promise<{ next: string | undefined }>) {
  let after: string | undefined;
  return async () => {
    after = (await read(after)).next;
  };
}

async function measure(engine: Engine): Promise<Row> {
  const place = await freshPlace(engine);
  const database = await openAt(place, NOON);
  const store = storeOver(database);
  const certificate = { maker: testMaker() };
  const service: DeskService = { store, files: localFiles(tmpdir()), mode: 'demo', certificate };
  const codes = creditCodes();
  const numbers: string[] = [];
  for (let i = 0; i < FANNED; i += 1) numbers.push((await taken(store, ofCompany(codes()))).receipt);
  const fanned = await atOnce(numbers, async (number) =>
    mustDo(await decides(service, number, { kind: 'accepted' })),
  );
  const some = numbers.slice(0, ANSWERED);
  const replies = some.flatMap((number) => departments.map((department) => ({ number, department })));
  const answered = await atOnce(replies, async ({ number, department }) =>
    mustDo(await answers(store, number, department)),
  );
  const decided = await atOnce(some, async (number) =>
    mustDo(await decides(service, number, { kind: 'decided' })),
  );
  const whole = await times(40, () => findCaseFile(store, coordinator, some[0] ?? '', NOON));
  await fill(store, numbers.at(-1) ?? '');
  const board = await times(
    READS,
    walking((after) => coordinatorBoard(store, { limit: PAGE, ...(after === undefined ? {} : { after }) })),
  );
  const queue = await times(
    READS,
    walking((after) => taskQueue(store, ['tax'], { limit: PAGE, ...(after === undefined ? {} : { after }) })),
  );
  await database.close();
  await place.remove();
  return {
    engine,
    'fan-outs/s (27)': ms(FANNED / fanned),
    'replies/s': ms(replies.length / answered),
    'decisions/s': ms(ANSWERED / decided),
    'one case ms p50': ms(percentile(whole, 0.5)),
    'open cases': OPEN_CASES,
    'board ms p50': ms(percentile(board, 0.5)),
    'board ms p99': ms(percentile(board, 0.99)),
    'task queue ms p99': ms(percentile(queue, 0.99)),
  };
}

const bench: Bench = {
  name: `certificates: ${FANNED} sent out, ${ANSWERED} × 27 answered, ${OPEN_CASES} open`,
  run: async () => {
    await setUp();
    const rows: Row[] = [];
    for (const engine of ENGINES) rows.push(await measure(engine));
    await tearDown();
    return rows;
  },
};

export const { name, run } = bench;
