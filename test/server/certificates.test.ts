/** The certificate's store on both engines: fan-out, tasks apart from each other, the last replies at one instant. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { err, ok } from '@/domain/shared/result';
import { coordinatorBoard, findCaseFile } from '../../server/certificate/desk';
import { actOnCase, type DeskService } from '../../server/certificate/desk-act';
import { findByNumber } from '../../server/certificate/find';
import { papersOf } from '../../server/certificate/paper';
import { trackParcels } from '../../server/certificate/parcels';
import type { NoticePort } from '../../server/certificate/port';
import { lookUp, verify } from '../../server/certificate/public';
import { sweepCertificates } from '../../server/certificate/sweep';
import { findTask, taskQueue } from '../../server/certificate/task';
import { actOnTask } from '../../server/certificate/task-act';
import type { Store } from '../../server/cases/store';
import type { OpenDatabase } from '../../server/db/open';
import { localFiles } from '../../server/files/local';
import { sendWaiting } from '../../server/outbox/worker';
import { DAY_MS, NOON, storeOver, testKeys } from '../server-support/cases';
import {
  answers,
  asCompany,
  clerk,
  coordinator,
  creditCodes,
  decides,
  departments,
  mustDo,
  ofCompany,
  recordOf,
  reviewerOf,
  reviews,
  SMALL,
  stateOf,
  taken,
  testCourier,
  testMaker,
  testNotices,
} from '../server-support/certificates';
import { ENGINES, freshPlace, openAt, type Place } from '../server-support/engines';

jest.setTimeout(60_000);

const COURIER = {
  kind: 'courier',
  recipient: '李四',
  mobile: '13800000000',
  address: '拥政街道测试路1号',
} as const;

describe.each(ENGINES)('certificates, %s', (engine) => {
  let place: Place;
  let database: OpenDatabase;
  let store: Store;
  let service: DeskService;
  const maker = testMaker();
  const courier = testCourier();
  const notices = testNotices();
  const codes = creditCodes();
  const keys = testKeys();
  const folder = mkdtempSync(join(tmpdir(), 'jinpu-papers-'));

  const open = async () => {
    database = await openAt(place, NOON);
    store = storeOver(database, keys);
    service = { store, files: localFiles(folder), mode: 'demo', certificate: { maker, courier, notices } };
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

  /** Each of a company of its own: one does not stand in another's way. */
  const fresh = (change = SMALL) => taken(store, { ...change, ...ofCompany(codes()) });
  const dispatched = async (change = SMALL) => {
    const one = await fresh(change);
    mustDo(await decides(service, one.receipt, { kind: 'accepted' }));
    return one;
  };
  const issued = async (change = SMALL) => {
    const one = await dispatched(change);
    for (const department of ['tax', 'court']) mustDo(await answers(store, one.receipt, department));
    mustDo(await decides(service, one.receipt, { kind: 'decided' }));
    return one;
  };
  const versionOf = async (number: string) => (await findByNumber(store, number))?.row.version ?? 0;

  it('sends an accepted case to 27 departments at once', async () => {
    const { receipt } = await dispatched({});
    const queues = await Promise.all(departments.map((one) => taskQueue(store, [one], { limit: 5 })));
    expect(queues.map(({ tasks }) => tasks.map(({ number, state }) => [number, state]))).toEqual(
      departments.map(() => [[receipt, 'assigned']]),
    );
    expect((await coordinatorBoard(store, { limit: 5 })).cases[0]).toMatchObject({
      number: receipt,
      main: 'jointReview',
      departments: 27,
      returned: 0,
      due: '2026-12-03',
    });
  });

  it('issues one certificate when the last two answer, and two decide, at the same instant', async () => {
    const { receipt } = await dispatched();
    const both = await Promise.all(['tax', 'court'].map((one) => answers(store, receipt, one)));
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await stateOf(store, receipt)).main).toBe('aggregating');
    const version = await versionOf(receipt);
    const decided = await Promise.all(
      [1, 2, 3].map(() =>
        actOnCase(service, coordinator, { number: receipt, version, action: { kind: 'decided' } }, NOON),
      ),
    );
    expect(decided.filter(({ ok }) => ok)).toHaveLength(1);
    expect(decided.flatMap((one) => (one.ok ? [] : one.error.code))).toEqual(['stale', 'stale']);
    const stored = await findByNumber(store, receipt);
    expect(stored?.events.filter(({ event }) => event.kind === 'decided')).toHaveLength(1);
    expect([...(await papersOf(store, stored?.row.id ?? '')).keys()]).toEqual(
      (await stateOf(store, receipt)).certificates.map(({ number }) => number),
    );
  });

  it('refuses a task that was seen before the colleague changed it, not one that others overtook', async () => {
    const { receipt } = await dispatched();
    const act = (department: string, version: number, kind: 'taken' | 'externalWait') =>
      actOnTask(
        store,
        reviewerOf(department),
        { number: receipt, department, version, action: { kind, reason: '线下查询' } },
        NOON,
      );
    expect((await act('tax', 0, 'taken')).ok).toBe(true);
    expect(await act('tax', 0, 'taken')).toMatchObject({ error: { code: 'stale', version: 1 } });
    expect((await act('court', 0, 'externalWait')).ok).toBe(true);
  });

  it('does a command once, however often it is sent', async () => {
    const { receipt } = await dispatched();
    const send = () =>
      actOnTask(
        store,
        reviewerOf('tax'),
        {
          number: receipt,
          department: 'tax',
          version: 0,
          action: { kind: 'taken' },
          command: 'k'.repeat(16),
        },
        NOON,
      );
    expect(await Promise.all([send(), send(), send()])).toEqual(
      [1, 1, 1].map((version) => ({ ok: true, value: { version } })),
    );
  });

  it('shows a reviewer the own task and nothing of others, and to others nothing', async () => {
    const { receipt } = await dispatched();
    mustDo(await answers(store, receipt, 'court', recordOf('minor')));
    const task = await findTask(store, reviewerOf('tax'), { number: receipt, department: 'tax' }, NOON);
    expect(task).toMatchObject({
      version: 0,
      column: { state: 'assigned' },
      scope: { departments: ['tax'] },
    });
    expect(JSON.stringify(task)).not.toMatch(/court|文号甲|department-opinion/);
    for (const staff of [reviewerOf('finance'), coordinator, clerk]) {
      const id = { number: receipt, department: 'tax' };
      expect(await findTask(store, staff, id, NOON)).toBeUndefined();
      expect(
        await actOnTask(store, staff, { ...id, version: 0, action: { kind: 'taken' } }, NOON),
      ).toMatchObject({ error: { code: 'notFound' } });
    }
    expect(await findCaseFile(store, reviewerOf('tax'), receipt, NOON)).toBeUndefined();
    expect((await findCaseFile(store, coordinator, receipt, NOON))?.state.board).toHaveLength(2);
    expect(
      await decides(service, receipt, { kind: 'extended', days: 1, reason: '案情复杂' }, NOON, clerk),
    ).toMatchObject({ error: { code: 'refused', refusal: 'role' } });
  });

  it('gives a recused task to another department without what the first had found', async () => {
    const { receipt } = await dispatched();
    mustDo(await reviews(store, receipt, 'tax', { kind: 'recused', reason: '不属本局' }));
    mustDo(await decides(service, receipt, { kind: 'reassigned', department: 'tax', to: 'finance' }));
    const id = { number: receipt, department: 'tax' };
    expect(await findTask(store, reviewerOf('tax'), id, NOON)).toBeUndefined();
    const task = await findTask(store, reviewerOf('finance'), id, NOON);
    expect(task?.log.map(({ event }) => event.kind)).toEqual(['reassigned']);
    expect((await taskQueue(store, ['finance'], { limit: 50 })).tasks.map(({ number }) => number)).toContain(
      receipt,
    );
    mustDo(await reviews(store, receipt, 'tax', { kind: 'taken' }, NOON, reviewerOf('finance')));
  });

  it('reminds on the last day, escalates on the next, and never takes silence for an answer', async () => {
    const { receipt } = await dispatched();
    const row = async () =>
      (await coordinatorBoard(store, { limit: 200 })).cases.find(({ number }) => number === receipt);
    const remindedAfter = async (days: number) => {
      await sweepCertificates(store, NOON + days * DAY_MS);
      await sweepCertificates(store, NOON + days * DAY_MS);
      const { tasks } = await taskQueue(store, ['tax'], { limit: 200 });
      return tasks.find(({ number }) => number === receipt)?.reminded;
    };
    // Sent out on 2026-11-24; its three working days end on the 27th.
    expect([await remindedAfter(2), await remindedAfter(3), (await row())?.escalated]).toEqual([0, 1, 0]);
    expect([await remindedAfter(4), (await row())?.escalated, (await row())?.overdue]).toEqual([2, 2, 2]);
    expect(await remindedAfter(10)).toBe(3);
    expect((await stateOf(store, receipt, NOON + 60 * DAY_MS)).main).toBe('jointReview');
  });

  it('lets a question that nobody answers lapse by time alone', async () => {
    const { receipt } = await dispatched();
    mustDo(await answers(store, receipt, 'court'));
    mustDo(await reviews(store, receipt, 'tax', { kind: 'asked', text: '请说明' }));
    const board = async () =>
      (await coordinatorBoard(store, { limit: 200 })).cases.find(({ number }) => number === receipt);
    expect(await board()).toMatchObject({ main: 'clarifying', paused: true, toAnswer: 1 });
    for (const day of [5, 10, 20]) await sweepCertificates(store, NOON + day * DAY_MS);
    expect(await board()).toMatchObject({ main: 'aggregating', toAnswer: 0 });
    expect(
      mustDo(await decides(service, receipt, { kind: 'decided', reason: '逾期未说明' }, NOON + 20 * DAY_MS)),
    ).toBeDefined();
    expect((await stateOf(store, receipt, NOON + 20 * DAY_MS)).decided).toBe('withdrawn');
  });

  it('asks, is answered, and goes on', async () => {
    const one = await dispatched();
    mustDo(await reviews(store, one.receipt, 'tax', { kind: 'asked', text: '请说明' }));
    const question = (await stateOf(store, one.receipt)).open[0]?.id ?? '';
    mustDo(await asCompany(store, one, { kind: 'answered', department: 'tax', question }));
    expect((await stateOf(store, one.receipt)).board[0]?.state).toBe('clarified');
    mustDo(await answers(store, one.receipt, 'tax', recordOf('major')));
    mustDo(await answers(store, one.receipt, 'court'));
    expect(await decides(service, one.receipt, { kind: 'decided' })).toMatchObject({
      error: { code: 'refused', refusal: 'reasonMissing' },
    });
    const made = maker.made.length;
    mustDo(await decides(service, one.receipt, { kind: 'decided', reason: '有重大记录' }));
    expect(maker.made).toHaveLength(made);
    expect((await stateOf(store, one.receipt)).main).toBe('notIssued');
  });

  it('issues a part when a part was asked for', async () => {
    const { receipt } = await dispatched({ ...SMALL, output: 'asReady' });
    mustDo(await answers(store, receipt, 'tax', recordOf('unremedied')));
    mustDo(await answers(store, receipt, 'court'));
    mustDo(await decides(service, receipt, { kind: 'decided', reason: '税务未出' }));
    const { main, certificates } = await stateOf(store, receipt);
    const code = certificates[0]?.code ?? '';
    expect([main, (await verify(service, { by: 'code', code }, NOON))?.departments]).toEqual([
      'partiallyIssued',
      ['court'],
    ]);
  });

  it('says of an old certificate that it was replaced, and of a new one that it was revoked', async () => {
    const { receipt } = await issued();
    mustDo(await decides(service, receipt, { kind: 'replaced', reason: '更名' }));
    const [old, now] = (await stateOf(store, receipt)).certificates;
    const status = async (code = '') => (await verify(service, { by: 'code', code }, NOON))?.status;
    expect([await status(old?.code), await status(now?.code)]).toEqual(['replaced', 'valid']);
    mustDo(await decides(service, receipt, { kind: 'revoked', reason: 'omittedRecord' }));
    expect([await status(old?.code), await status(now?.code)]).toEqual(['replaced', 'revoked']);
    expect(await verify(service, { by: 'payload', payload: `signed:${now?.number}` }, NOON)).toMatchObject({
      status: 'revoked',
      maskedCreditCode: expect.stringContaining('**********'),
    });
    expect(await verify(service, { by: 'payload', payload: `other:${now?.number}` }, NOON)).toBeUndefined();
    expect(await verify(service, { by: 'code', code: '2345' }, NOON)).toBeUndefined();
  });

  it('sends a returned parcel again until it waits at the window', async () => {
    const { receipt } = await issued({ ...SMALL, delivery: COURIER });
    mustDo(await decides(service, receipt, { kind: 'courier', step: 'ordered' }));
    const stepAfter = async (...steps: typeof courier.steps) => {
      courier.steps = steps;
      await trackParcels(service, NOON);
      return (await stateOf(store, receipt)).courier;
    };
    expect(await stepAfter('picked')).toBe('picked');
    expect(await stepAfter('picked')).toBe('picked');
    expect(await stepAfter('picked', 'inTransit', 'returned')).toBe('ordered');
    expect(await stepAfter('picked', 'inTransit', 'returned')).toBe('returned');
    const sent = courier.parcels.filter(({ reference }) => reference === receipt);
    expect(sent.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(await decides(service, receipt, { kind: 'courier', step: 'ordered' })).toMatchObject({
      error: { refusal: 'collectionOnly' },
    });
    mustDo(await decides(service, receipt, { kind: 'handedOver', way: 'collected' }));
    expect((await stateOf(store, receipt)).main).toBe('delivered');
  });

  it('24 tells intermediaries the outcome and no more', async () => {
    const intermediaries = [
      { name: '保荐', email: 'a@example.com' },
      { name: '律师', email: 'b@example.com' },
    ];
    const { receipt } = await dispatched({ ...SMALL, intermediaries });
    mustDo(await answers(store, receipt, 'tax', recordOf('minor')));
    mustDo(await answers(store, receipt, 'court'));
    mustDo(await decides(service, receipt, { kind: 'decided' }));
    notices.sent.length = 0;
    while ((await sendWaiting({ store, notices }, NOON)) > 0);
    expect(notices.sent.map(({ email }) => email).sort()).toEqual(['a@example.com', 'b@example.com']);
    const [number] = (await stateOf(store, receipt)).certificates.map((one) => one.number);
    for (const { text } of notices.sent)
      expect(JSON.parse(text)).toEqual({
        companyName: '甲公司',
        outcome: 'issued',
        certificateNumber: number,
      });
  });

  it('says that no courier is set up, and sends nothing', async () => {
    const { receipt } = await issued({ ...SMALL, delivery: COURIER });
    const without = { ...service, certificate: { maker } };
    expect(await decides(without, receipt, { kind: 'courier', step: 'ordered' })).toEqual({
      ok: false,
      error: { code: 'unavailable', what: 'noCourier' },
    });
  });

  it('sends a notice again that could not be sent, as the same notice', async () => {
    const { receipt } = await dispatched({
      ...SMALL,
      intermediaries: [{ name: '保荐', email: 'again@example.com' }],
    });
    mustDo(await answers(store, receipt, 'tax'));
    mustDo(await answers(store, receipt, 'court'));
    mustDo(await decides(service, receipt, { kind: 'decided' }));
    const ids: string[] = [];
    const down: NoticePort = {
      send: async ({ email }, _notice, id) => {
        if (email === 'again@example.com') ids.push(id);
        return ids.length === 1 ? err('unavailable') : ok(undefined);
      },
    };
    const sendAll = async (at: number) => {
      while ((await sendWaiting({ store, notices: down }, at)) > 0);
    };
    await sendAll(NOON);
    expect(ids).toHaveLength(1);
    await sendAll(NOON + 3_600_000);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
    await sendAll(NOON + 2 * 3_600_000);
    expect(ids).toHaveLength(2);
  });

  it('looks a case up by its pair only, and shows neither name nor department', async () => {
    const company = ofCompany(codes());
    const { queryCode, receipt } = await taken(store, { ...SMALL, ...company });
    const { creditCode } = company.company;
    expect(await lookUp(store, { queryCode, creditCode }, NOON)).toEqual({ main: 'submitted', toAnswer: 0 });
    const spaced = queryCode.toLowerCase().replace(/(.{4})/g, '$1 ');
    expect(await lookUp(store, { queryCode: spaced, creditCode }, NOON)).toBeDefined();
    const other = codes();
    for (const [code, of] of [
      [queryCode, other],
      [receipt, creditCode],
      ['', ''],
    ] as const)
      expect(await lookUp(store, { queryCode: code, creditCode: of }, NOON)).toBeUndefined();
  });

  it('takes one running case a company, purpose and time, also of two at once', async () => {
    const company = ofCompany(codes());
    const tries = await Promise.allSettled([1, 2, 3].map(() => taken(store, { ...SMALL, ...company })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(
      tries.filter((one) => one.status === 'rejected' && String(one.reason).includes('duplicate')),
    ).toHaveLength(2);
    const [other] = [await fresh()];
    expect(other).toBeDefined();
  });

  it('goes on after a restart in mid-case', async () => {
    const { receipt } = await dispatched();
    mustDo(await answers(store, receipt, 'tax'));
    await database.close();
    await open();
    mustDo(await answers(store, receipt, 'court'));
    mustDo(await decides(service, receipt, { kind: 'decided' }));
    expect((await stateOf(store, receipt)).certificates).toHaveLength(1);
  });
});
