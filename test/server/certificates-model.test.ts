/** Random cases through the real store: whatever is tried, at once or one by one, the rules hold and nothing is lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { verify as verifyTrail } from '../../scripts/audit-verify/verify';
import { toCertificateDetail } from '../../server/api/certificate-view';
import { runClock } from '@/domain/certificate/clock';
import { derive } from '@/domain/certificate/state';
import { dateOf, formatDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { taskQueue } from '../../server/certificate/task';
import { rebuildCertificates } from '../../server/certificate/rebuild';
import { rulesOf } from '../../server/certificate/rules';
import { findByNumber } from '../../server/certificate/find';
import { sweepCertificates } from '../../server/certificate/sweep';
import type { DeskService } from '../../server/certificate/desk-act';
import type { DeskAction } from '../../server/certificate/desk-types';
import type { Store } from '../../server/cases/store';
import type { OpenDatabase } from '../../server/db/open';
import { localFiles } from '../../server/files/local';
import { DAY_MS, NOON, storeOver, testKeys } from '../server-support/cases';
import {
  answers,
  asCompany,
  clean,
  creditCodes,
  decides,
  mustDo,
  ofCompany,
  recordOf,
  reviews,
  stateOf,
  taken,
  testMaker,
  type Taken,
} from '../server-support/certificates';
import { ENGINES, freshPlace, openAt, type Place } from '../server-support/engines';
import { trailOf } from '../server-support/trail';

jest.setTimeout(120_000);

const RUNS = Number(process.env['CERTIFICATE_RUNS'] ?? 5);
const THREE = ['tax', 'court', 'finance'];

const command = fc.record({
  kind: fc.nat(12),
  at: fc.nat(2),
  pick: fc.nat(9),
});
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

/** Steps at one instant, then some days. */
const run = fc.array(fc.tuple(fc.array(command, { minLength: 1, maxLength: 3 }), fc.nat(2)), {
  minLength: 4,
  maxLength: 10,
});

describe.each(ENGINES)('random certificates, %s', (engine) => {
  let place: Place;
  let database: OpenDatabase;
  let store: Store;
  let service: DeskService;
  const folder = mkdtempSync(join(tmpdir(), 'jinpu-papers-'));
  const keys = testKeys();
  const codes = creditCodes();

  const open = async () => {
    database = await openAt(place, NOON);
    store = storeOver(database, keys);
    service = { store, files: localFiles(folder), mode: 'demo', certificate: { maker: testMaker() } };
  };
  beforeAll(async () => {
    place = await freshPlace(engine);
    await open();
  });
  afterAll(async () => {
    await database.close();
    await place.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  async function answered(one: Taken, department: string, now: number): Promise<unknown> {
    const [open] = (await stateOf(store, one.receipt, now)).open;
    const of = open?.department ?? department;
    return asCompany(store, one, { kind: 'answered', department: of, question: open?.id ?? '' }, now);
  }

  const findingOf = (pick: number) => {
    if (pick === 9) return recordOf('major');
    return pick > 6 ? recordOf('minor') : clean;
  };

  /** Most are refused in most states: that is what the rules are for. */
  function tried(one: Taken, { kind, at, pick }: Command, now: number): Promise<unknown> {
    const { receipt } = one;
    const department = THREE[at] ?? 'tax';
    const desk = (action: DeskAction) => decides(service, receipt, action, now);
    const says = () => answers(store, receipt, department, findingOf(pick), now);
    const ruling = pick % 2 ? 'keeps' : 'excluded';
    const deeds: readonly (() => Promise<unknown>)[] = [
      says,
      says,
      says,
      () => reviews(store, receipt, department, { kind: 'asked', text: '请说明' }, now),
      () => answered(one, department, now),
      () => reviews(store, receipt, department, { kind: 'recused', reason: '非本辖区' }, now),
      () => desk({ kind: 'ruled', department, ruling, reason: '裁定' }),
      () => desk({ kind: 'extended', days: 1 + (pick % 4), reason: '复杂' }),
      () => desk({ kind: 'reopened', department, reason: '文书撤销' }),
      () => sweepCertificates(store, now),
      () =>
        pick === 0
          ? asCompany(store, one, { kind: 'withdrawn' }, now)
          : desk({ kind: 'externalWait', department, reason: '线下' }),
      () => desk({ kind: 'replaced', reason: '更名' }),
    ];
    return (deeds[kind] ?? (() => desk({ kind: 'decided', reason: '依据汇总' })))();
  }

  async function holds({ receipt }: Taken, now: number): Promise<void> {
    const stored = await findByNumber(store, receipt);
    if (!stored) throw new Error('a case stays');
    const today = shanghaiMoment(now).date;
    const events = stored.events.map(({ event }) => event);
    // Each event is one that the rules allow after those before it, so that the log can be played anew.
    expect(stored.events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
    const state = derive(events, today, rulesOf(store));
    const decisions = events.filter(({ kind }) => kind === 'decided');
    expect(decisions.length).toBeLessThanOrEqual(1);
    expect(state?.certificates.filter(({ status }) => status === 'valid').length ?? 0).toBeLessThanOrEqual(1);
    const papers = await database.db
      .selectFrom('certificate_papers')
      .select('number')
      .where('case_id', '=', stored.row.id)
      .execute();
    expect(papers.map(({ number }) => number).sort()).toEqual(
      state?.certificates.map(({ number }) => number).sort(),
    );
    // The phone's clock, from what the answer holds, is the server's.
    const detail = await toCertificateDetail(store, stored, now);
    expect(detail.main).toBe(state?.main);
    const { clock } = detail;
    if (!clock || !state?.clock) return;
    const ended = events.find(({ kind }) => kind === 'decided' || kind === 'withdrawn')?.on;
    const again = runClock(store.calendar, {
      start: dateOf(clock.start),
      total: clock.total,
      unit: rulesOf(store).reference.parameters.unit,
      spans: clock.spans.map((span) => ({ ...span, from: dateOf(span.from), to: dateOf(span.to) })),
      asOf: today,
      ...(ended ? { endedOn: ended } : {}),
    });
    expect([formatDate(again.due), again.left, again.paused]).toEqual([clock.due, clock.left, clock.paused]);
  }

  it('keeps to the rules, whatever is tried at once', async () => {
    let certificates = 0;
    await fc.assert(
      fc.asyncProperty(run, async (steps) => {
        let now = NOON;
        const one = await taken(store, {
          departments: THREE,
          scopeConfirmed: true,
          output: steps.length % 2 ? 'asReady' : 'once',
          ...ofCompany(codes()),
        });
        mustDo(await decides(service, one.receipt, { kind: 'accepted' }, now));
        for (const [commands, days] of steps) {
          await Promise.all(commands.map((each) => tried(one, each, now)));
          now += days * DAY_MS;
          await holds(one, now);
        }
        if (steps.length === 7) {
          await database.close();
          await open();
        }
        // What is left is answered, all at once, and decided by three at once.
        await Promise.all(THREE.map((department) => answers(store, one.receipt, department, clean, now)));
        await Promise.all(
          [1, 2, 3].map(() => decides(service, one.receipt, { kind: 'decided', reason: '依据汇总' }, now)),
        );
        await holds(one, now);
        certificates += (await stateOf(store, one.receipt, now)).certificates.length;
      }),
      { numRuns: RUNS, seed: 20261124 },
    );
    expect(certificates).toBeGreaterThan(0);
    expect(verifyTrail(await trailOf(database.db))).toEqual([]);
  });

  it('lists what the events say, day after day; what was changed by hand is found and put right', async () => {
    const rebuilt = (days: number, write = false) =>
      rebuildCertificates(store, { write, at: NOON + days * DAY_MS });
    for (const days of [30, 33]) {
      const { cases, differences } = await rebuilt(days);
      expect([cases > 0, differences]).toEqual([true, []]);
    }
    await database.db.updateTable('certificate_states').set({ returned: 26, main: 'issued' }).execute();
    await database.db.updateTable('certificate_tasks').set({ holder: 'customs' }).execute();
    const { cases, differences } = await rebuilt(33, true);
    expect(differences).toHaveLength(cases);
    expect((await rebuilt(33)).differences).toEqual([]);
    expect((await taskQueue(store, ['customs'], { limit: 1 })).tasks).toEqual([]);
  });
});
