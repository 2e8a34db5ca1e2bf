/** A complaint about a certificate: from the company over 督办 to the company's inbox, past all who are complained of. */
import { paths } from '@/contract/paths';
import { complainedOf } from '../../server/certificate/desk';
import { rebuildCertificates } from '../../server/certificate/rebuild';
import { sendWaiting } from '../../server/outbox/worker';
import type { Staff } from '../../server/staff/accounts';
import { openApi, textField, type Api } from '../server-support/api';
import { NOON } from '../server-support/cases';
import { clerk, coordinator, decides, mustDo, reviewerOf, stateOf } from '../server-support/certificates';
import { apply, at } from '../server-support/certificates-api';
import { addDesk, openDesk, seedStaff, textOf, type Desk } from '../server-support/desk';
import { ENGINES } from '../server-support/engines';

jest.setTimeout(60_000);

const QUEUE = '/console/complaints';
const TEXT = '两次说的<不一样>';

const watcher = (department: string): Staff => ({ ...clerk, grants: [{ role: 'supervisor', department }] });

describe.each(ENGINES)('a complaint about a certificate, %s', (engine) => {
  let api: Api;
  let li: string;
  let number: string;
  const desks = new Map<string, Desk>();

  beforeAll(async () => {
    api = await openApi({}, engine);
    await seedStaff(api);
    await addDesk(api, 'tax-watch', [{ role: 'supervisor', department: 'tax' }]);
    for (const login of ['supervisor', 'auditor', 'coordinator', 'tax-watch'])
      desks.set(login, await openDesk(api, login));
  });
  afterAll(() => api.close());

  beforeEach(async () => {
    li = await api.signIn('li');
    number = textField((await apply(api, li)).response, 'number');
  });
  /** The same company applies again in the next test. */
  afterEach(async () => {
    mustDo(await decides(api.service, number, { kind: 'rejected', reason: '演示' }));
  });

  const read = async (token = li) =>
    (await api.call('GET', at(paths.certificate, { number }), { token })).json();

  async function complain(text: string, token = li): Promise<readonly unknown[]> {
    const body = { version: 1, action: { kind: 'complained', text } };
    const response = await api.call('POST', at(paths.certificateActions, { number }), { token, body });
    return [response.statusCode, response.json().fault ?? response.json().log?.at(-1).note];
  }

  const answer = (staff: Staff, complaint = 1) =>
    decides(api.service, number, { kind: 'complaintAnswered', complaint, text: '已联系' }, NOON, staff);

  it('is the company’s to make, in words, and waits in the queue until 督办 answers', async () => {
    const waiting = async () => (await complainedOf(api.service.store, 9)).map((one) => one.number);
    expect([await complain(''), await complain(' '), await complain('x'.repeat(501))]).toEqual([
      [400, undefined],
      [409, 'textMissing'],
      [400, undefined],
    ]);
    expect((await complain(TEXT, await api.signIn('wang')))[0]).toBe(404);
    expect(await waiting()).toEqual([]);
    expect(await complain(TEXT)).toEqual([200, TEXT]);
    expect([(await read()).main, await waiting()]).toEqual(['submitted', [number]]);
    for (const other of [coordinator, clerk])
      expect(await answer(other)).toMatchObject({ error: { code: 'refused', refusal: 'role' } });
    for (const other of [reviewerOf('tax'), watcher('tax')])
      expect(await answer(other)).toMatchObject({ error: { code: 'notFound' } });
    expect(await answer(watcher('*'), 2)).toMatchObject({ error: { refusal: 'complaintUnknown' } });
    mustDo(await answer(watcher('*')));
    expect(await answer(watcher('*'))).toMatchObject({ error: { refusal: 'complaintUnknown' } });
    expect(await waiting()).toEqual([]);
    const { store } = api.service;
    expect((await rebuildCertificates(store, { write: false, at: NOON })).differences).toEqual([]);
  });

  it('is answered in the case and told in the inbox', async () => {
    await complain(TEXT);
    mustDo(await answer(watcher('*')));
    while ((await sendWaiting({ store: api.service.store }, api.clock.now)) > 0);
    const inbox = (await api.call('GET', paths.inbox, { token: li })).json().messages;
    const told = { title: '投诉有了答复', number, about: 'certificate' };
    expect(inbox).toEqual(expect.arrayContaining([expect.objectContaining(told)]));
    expect(JSON.stringify(inbox)).not.toContain('已联系');
    const { log, allowed } = await read();
    const last = { action: 'complaintAnswered', by: 'supervisor', department: null, note: '已联系' };
    expect([log.at(-1), allowed]).toMatchObject([last, expect.arrayContaining(['complained', 'withdrawn'])]);
  });

  it('is found and answered at the console by 督办 of all departments, and read by auditors', async () => {
    const path = `/console/certificates/${number}`;
    const page = async (login: string, url: string) => (await desks.get(login)?.get(url))?.body ?? '';
    const listed = async (login: string) => (await page(login, QUEUE)).includes(path);
    const forms = async (login: string) =>
      [...(await page(login, path)).matchAll(/action="([^"]*)"/g)].flatMap(([, action = '']) =>
        action.startsWith(path) ? [action.slice(path.length + 1)] : [],
      );
    expect([await listed('supervisor'), await forms('supervisor')]).toEqual([false, []]);
    await complain(TEXT);
    expect(await Promise.all(['supervisor', 'auditor', 'tax-watch'].map(listed))).toEqual([
      true,
      true,
      false,
    ]);
    expect([await forms('supervisor'), await forms('auditor')]).toEqual([['complaintAnswered'], []]);
    expect(await forms('coordinator')).not.toContain('complaintAnswered');
    expect((await desks.get('tax-watch')?.get(path))?.statusCode).toBe(404);
    const opened = await page('supervisor', path);
    expect(textOf(opened)).toContain(TEXT);
    const sent = { complaint: '1', reason: '已请窗口更正' };
    const supervisor = desks.get('supervisor');
    const preview = await supervisor?.submit(opened, `${path}/complaintAnswered`, sent);
    expect(textOf(preview?.body ?? '')).toContain('已请窗口更正');
    expect((await stateOf(api.service.store, number)).complaints).toMatchObject([{ text: TEXT }]);
    expect((await supervisor?.submit(preview?.body ?? '', `${path}/complaintAnswered`))?.statusCode).toBe(
      303,
    );
    expect([await listed('supervisor'), await forms('supervisor')]).toEqual([false, []]);
    expect(textOf(await page('auditor', path))).toContain('已请窗口更正');
  });
});
