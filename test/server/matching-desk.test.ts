/** White lists at the console, and the person on the other side: matched, noticed, confirmed, paid; and all that goes aside. */
import { entitlement, entitlementList, type EntitlementAction } from '@/contract/entitlements';
import { paths, pathOf } from '@/contract/paths';
import { inbox } from '@/contract/people';
import { allowedActions } from '@/domain/matching/actions';
import { derive } from '@/domain/matching/derive';
import { dateOf } from '@/domain/shared/civil-date';
import { DEMO_PEOPLE } from '../../server/demo/people';
import { staffChain } from '../../server/staff/accounts';
import { readChain } from '../../server/audit/chain';
import { generate } from '../../server/matching/sample/generate';
import { putSubjects, setRevision } from '../../server/matching/population';
import { advanceSome } from '../../server/matching/run';
import { endNotices } from '../../server/matching/sweep';
import { sendWaiting } from '../../server/outbox/worker';
import { openApi, type Api } from '../server-support/api';
import { DAY_MS, NOON } from '../server-support/cases';
import { openDesk, seedStaff, textOf, type Desk } from '../server-support/desk';

jest.setTimeout(120_000);

const CHILD = 'child-rearing-subsidy';
const CARD = '6228480999999999991';
const LIST = '/console/matching';

const personOf = (id: string) => {
  const person = DEMO_PEOPLE.find((one) => one.id === id);
  if (!person) throw new Error(id);
  return person;
};

const child = { birthDate: '2024-05-05', hukou: 'jinpu', chineseNational: true, lawfulBirth: true };
const parent = (id: string) => {
  const { name, idNo } = personOf(id);
  const facts = { birthDate: '1990-01-07', hukou: 'jinpu', children: [{ ...child, claimedYears: [] }] };
  return { audience: 'person', name, number: idNo, holder: idNo, facts } as const;
};

describe('a white list', () => {
  let api: Api;
  let reviewer: Desk;
  let li: string;
  let run: string;

  beforeAll(async () => {
    api = await openApi();
    await seedStaff(api);
    const { store } = api.service;
    await generate(store, { size: 40, seed: 1, asOf: '2026-11-24' });
    await putSubjects(store, [parent('li'), parent('wang')], '2026-11-24');
    await setRevision(store, 'with li');
    reviewer = await openDesk(api, 'reviewer');
  });
  afterAll(() => api.close());

  const post = async (page: string, action: string, fields = {}, desk = reviewer) =>
    desk.submit((await desk.get(page)).body, action, fields);
  const step = (name: string, fields = {}) => post(run, `${run}/${name}`, fields);
  const mine = async (token: string) =>
    entitlementList.parse((await api.call('GET', paths.entitlements, { token })).json()).entitlements;
  const own = async (token: string) => {
    const found = (await mine(token)).find(({ policy }) => policy === CHILD);
    if (!found) throw new Error('not matched');
    return { ...found, view: derive(found.events, dateOf('2026-11-24')) };
  };
  const act = async (token: string, action: EntitlementAction['action'], version?: number) => {
    const { id, version: now } = await own(token);
    return api.call('POST', pathOf(paths.entitlementActions, { id }), {
      token,
      body: { version: version ?? now, action },
    });
  };
  const messages = async (token: string) => {
    await sendWaiting({ store: api.service.store }, api.clock.now);
    return inbox.parse((await api.call('GET', paths.inbox, { token })).json()).messages;
  };

  it('is made by who may, of the own department', async () => {
    const asked = await post(LIST, `${LIST}/runs`, { policy: CHILD, on: '2026-11-24' });
    run = String(asked.headers.location);
    expect([asked.statusCode, run]).toEqual([303, expect.stringMatching(/^\/console\/matching\/\d+$/)]);
    expect((await post(LIST, `${LIST}/runs`, { policy: 'none', on: '2026-11-24' })).statusCode).toBe(422);
    expect((await post(LIST, `${LIST}/runs`, { policy: CHILD, on: '2026-02-30' })).statusCode).toBe(422);
    const civil = await openDesk(api, 'civil');
    expect((await civil.get(run)).statusCode).toBe(404);
    expect((await post(LIST, `${LIST}/runs`, { policy: CHILD, on: '2026-11-24' }, civil)).statusCode).toBe(
      422,
    );
    // Before it is done nobody is put on any list.
    expect((await step('enrol').catch(() => ({ statusCode: 0 }))).statusCode).toBe(0);
    while ((await advanceSome(api.service.store, api.service.now)) > 0);
  });

  it('shows figures, the data that was missing, and names nobody in clear', async () => {
    const body = (await reviewer.get(run)).body;
    expect(textOf(body)).toMatch(/看了 42 个/);
    const list = (await reviewer.get(`${run}/list`)).body;
    for (const id of ['li', 'wang']) {
      const { name, idNo } = personOf(id);
      expect([list.includes(name), list.includes(idNo)]).toEqual([false, false]);
      expect(list).toContain(idNo.slice(-4));
    }
  });

  it('says why somebody is on it; the number is in no address', async () => {
    const found = await step('why', { who: personOf('li').idNo });
    expect([found.statusCode, textOf(found.body).includes('第 1 个：')]).toEqual([200, true]);
    expect(found.body).not.toContain(personOf('li').idNo);
    expect((await step('why', { who: '210299190001010000' })).body).toMatch(/role="alert"/);
    expect(api.log.join('')).not.toContain(personOf('li').idNo);
  });

  it('is told to who signs in later, once the notice is over', async () => {
    expect((await step('enrol')).statusCode).toBe(303);
    expect((await step('noticed', { day: '2026-11-24' })).statusCode).toBe(422);
    expect((await step('noticed', { day: '' })).statusCode).toBe(422);
    expect((await step('noticed', { day: '2026-11-25' })).statusCode).toBe(303);
    li = await api.signIn('li');
    expect((await own(li)).view.status).toBe('notice');
    expect(await messages(li)).toEqual([]);
    api.clock.now = NOON + 2 * DAY_MS;
    reviewer = await openDesk(api, 'reviewer');
    li = await api.signIn('li');
    expect(await endNotices(api.service.store, api.clock.now)).toBeGreaterThan(0);
    const { id } = await own(li);
    expect(await messages(li)).toMatchObject([{ about: 'entitlement', number: id, read: false }]);
    // Wang was matched before she ever came.
    const wang = await api.signIn('wang');
    expect(await messages(wang)).toMatchObject([{ about: 'entitlement', number: (await own(wang)).id }]);
    await api.signIn('wang');
    expect(await messages(wang)).toHaveLength(1);
  });

  it('is confirmed by the person alone, with an account that can be one', async () => {
    const zhang = await api.signIn('zhang');
    const { id, version } = await own(li);
    const body = { version, action: { kind: 'confirmed', account: CARD } };
    const others = await Promise.all([
      api.call('GET', pathOf(paths.entitlement, { id }), { token: zhang }),
      api.call('POST', pathOf(paths.entitlementActions, { id }), { token: zhang, body }),
      api.call('GET', pathOf(paths.entitlement, { id: 'x' }), { token: li }),
    ]);
    expect(others.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
    expect(await mine(zhang)).toEqual([]);
    const wrong = await act(li, { kind: 'confirmed', account: '6228480999999999992' });
    expect([wrong.statusCode, wrong.json()]).toMatchObject([409, { fault: 'account.checksum' }]);
    const stale = await act(li, { kind: 'confirmed', account: CARD }, 1);
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'staleVersion']);
    const done = await act(li, { kind: 'confirmed', account: '6228 4809 9999 9999 991' });
    expect(entitlement.parse(done.json()).events.at(-1)?.fact).toEqual({
      kind: 'confirmed',
      account: '**** 9991',
    });
    const { view } = await own(li);
    expect([view.status, allowedActions(view, 'applicant')]).toEqual([
      'paying',
      ['accountChanged', 'objected', 'stopped'],
    ]);
  });

  it('stops at an objection until it is answered', async () => {
    expect((await act(li, { kind: 'objected', note: '孩子是两个' })).statusCode).toBe(200);
    const page = `${run}/entitlements?status=disputed`;
    const { id, version } = await own(li);
    expect(textOf((await reviewer.get(page)).body)).toContain('孩子是两个');
    const action = `/console/entitlements/${id}/objectionAnswered`;
    const answer = { outcome: 'corrected', yuan: '7200.5', note: '核实是两个' };
    expect((await post(page, action, { ...answer, yuan: '' })).statusCode).toBe(422);
    expect((await post(page, action, { ...answer, version: String(version - 1) })).statusCode).toBe(409);
    expect((await post(page, action, answer)).statusCode).toBe(303);
    expect((await own(li)).view).toMatchObject({ status: 'paying', cents: 720_050 });
  });

  it('is paid, the account may fail, and another is taken', async () => {
    expect((await step('paid', { day: '2026-11-27' })).statusCode).toBe(422);
    expect((await step('paid', { day: '2026-11-26' })).statusCode).toBe(303);
    expect((await own(li)).view).toMatchObject({ status: 'paid', payments: [{ cents: 720_050 }] });
    const page = `${run}/entitlements?status=paid`;
    const { id } = await own(li);
    const failed = await post(page, `/console/entitlements/${id}/accountFailed`, { note: '账户已注销' });
    expect(failed.statusCode).toBe(303);
    expect((await own(li)).view.status).toBe('accountFault');
    expect((await act(li, { kind: 'accountChanged', account: '4111111111111111' })).statusCode).toBe(200);
    expect((await own(li)).view).toMatchObject({ status: 'paying', account: '**** 1111' });
    expect((await messages(li)).length).toBe(4);
  });

  it('ends when the person wants no more', async () => {
    expect((await act(li, { kind: 'stopped', note: '' })).statusCode).toBe(200);
    expect((await own(li)).view).toMatchObject({ status: 'stopped', stop: 'asked' });
    const wang = await api.signIn('wang');
    expect((await act(wang, { kind: 'declined' })).statusCode).toBe(200);
    expect((await act(wang, { kind: 'confirmed', account: CARD })).json()).toMatchObject({
      fault: 'notAllowed',
    });
  });

  it('leaves behind who looked and who moved it', async () => {
    const { id } = await api.database.db
      .selectFrom('staff')
      .select('id')
      .where('login', '=', 'reviewer')
      .executeTakeFirstOrThrow();
    const actions = (await readChain(api.database.db, staffChain(id))).map(({ action }) => action);
    expect(actions).toEqual(
      expect.arrayContaining(['matchAsked', 'whyLooked', 'listLooked', 'listEnrolled', 'listMoved']),
    );
  });

  it('keeps accounts and names sealed', async () => {
    for (const table of [
      'population',
      'match_results',
      'entitlements',
      'entitlement_events',
      'inbox',
      'audit',
    ] as const) {
      const rows = await api.database.db.selectFrom(table).selectAll().execute();
      const text = JSON.stringify(
        rows.map((row) =>
          Object.values(row).map((value) =>
            value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
          ),
        ),
      );
      for (const secret of [CARD, personOf('li').name, personOf('li').idNo, '孩子是两个'])
        expect([table, text.includes(secret)]).toEqual([table, false]);
    }
  });
});
