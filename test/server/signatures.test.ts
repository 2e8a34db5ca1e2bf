/** Signatures of several adults: each by the signer's own session, once, or before a clerk. */
import { caseSignatures, signatureChanged, signing, type CaseSignature } from '@/contract/signatures';
import { paths, pathOf } from '@/contract/paths';
import { findByReceipt } from '../../server/cases/read';
import { DEMO_PEOPLE } from '../../server/demo/people';
import { newKey, openApi, textField, type Api } from '../server-support/api';
import { firstSample, materialsFor, openedForm } from '../server-support/applying';
import { DAY_MS, NOON } from '../server-support/cases';
import { openDesk, seedStaff, type Desk } from '../server-support/desk';
import { ENGINES } from '../server-support/engines';
import { withPath } from '../content/forms/set';

jest.setTimeout(60_000);

const FORM = 'public-rental-subsidy';

const idOf = (person: string): string => DEMO_PEOPLE.find(({ id }) => id === person)?.idNo ?? '';

describe.each(ENGINES)('signatures on %s', (engine) => {
  let api: Api;
  let owner: string;
  let wang: string;
  let zhang: string;
  let desk: Desk;

  beforeAll(async () => {
    api = await openApi({}, engine);
    await seedStaff(api);
    [owner, wang, zhang] = [await api.signIn('li'), await api.signIn('wang'), await api.signIn('zhang')];
    desk = await openDesk(api, 'clerk');
  });
  afterAll(() => api.close());
  beforeEach(() => {
    api.clock.now = NOON;
  });

  /** 李明 applies for the family: he signs here, 王小丽 as `way` says. */
  async function bodyWith(way: string, hers = way) {
    const changes = {
      'applicant.name': '李明',
      'applicant.idNo': idOf('li'),
      'members[0].name': '王小丽',
      'members[0].idNo': idOf('wang'),
      'bank.holder': '李明',
    };
    const named = Object.entries(changes).reduce<unknown>(
      (all, [path, value]) => withPath(all, path, value),
      firstSample(FORM),
    );
    const authorizations = [
      { idNo: idOf('li'), fileId: way },
      { idNo: idOf('wang'), fileId: hers },
    ];
    const answers = { ...Object(named), authorizations };
    const materials = await materialsFor(api, owner, FORM, answers);
    return { form: FORM, formVersion: openedForm(FORM).form.version, answers, materials };
  }
  const send = (body: unknown, token = owner) =>
    api.call('POST', paths.cases, { token, body, key: newKey() });
  const submitted = async (hers: string): Promise<string> =>
    textField(await send(await bodyWith('here', hers)), 'number');
  const listed = async (number: string): Promise<readonly CaseSignature[]> => {
    const response = await api.call('GET', pathOf(paths.caseSignatures, { number }), { token: owner });
    return caseSignatures.parse(response.json()).signatures;
  };
  const hers = async (number: string): Promise<CaseSignature> => {
    const found = (await listed(number)).find(({ name }) => name === '王小丽');
    if (!found) throw new Error('not asked to sign');
    return found;
  };
  const change = async (number: string, kind: string, token = owner) => {
    const { id } = await hers(number);
    return api.call('POST', pathOf(paths.caseSignature, { number, id }), { token, body: { kind } });
  };
  const linkFor = async (number: string): Promise<string> => {
    const changed = signatureChanged.parse((await change(number, 'link')).json());
    expect(changed.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    return changed.token ?? '';
  };
  const open = async (link: string, token = wang) =>
    signing.parse((await api.call('POST', paths.signing, { token, body: { token: link } })).json());
  const sign = async (link: string, digest: string, token = wang) =>
    signing.parse(
      (await api.call('POST', paths.sign, { token, body: { token: link, digest, agreed: true } })).json(),
    );
  const eventsOf = async (number: string) => (await findByReceipt(api.service.store, number))?.events ?? [];
  const signedIn = async (number: string): Promise<number> =>
    (await eventsOf(number)).filter(({ fact }) => fact.kind === 'signed').length;

  it('takes nobody’s signature from another’s finger', async () => {
    for (const way of ['here', 'a-file-of-mine', ''])
      expect((await send(await bodyWith('here', way))).statusCode).toBe(422);
    const errors = (await send(await bodyWith('here', 'here'))).json().errors;
    expect(errors).toEqual([{ field: 'authorizations', code: 'notAllowed' }]);
  });

  it('is received and waits: no day is promised, and acceptance comes after the last signature', async () => {
    const response = await send(await bodyWith('here', 'phone'));
    expect(response.json()).toMatchObject({ due: null });
    const number = textField(response, 'number');
    expect((await listed(number)).map(({ name, state, where }) => [name, state, where])).toEqual(
      expect.arrayContaining([
        ['李明', 'signed', 'phone'],
        ['王小丽', 'unsent', null],
      ]),
    );
    const path = `/console/cases/${number}`;
    expect((await desk.get(path)).body).not.toContain(`${path}/accepted`);
    const link = await linkFor(number);
    expect(await hers(number)).toMatchObject({ state: 'waiting', until: '2026-12-01' });
    const { document } = await open(link);
    expect(document).toMatchObject({ applicant: '李明', signer: '王小丽' });
    expect(document?.statement).not.toBe('');
    expect(JSON.stringify(document)).not.toContain(idOf('wang'));
    expect(await sign(link, document?.digest ?? '')).toEqual({ state: 'signed', document: null });
    expect(await hers(number)).toMatchObject({ state: 'signed', where: 'phone' });
    expect((await desk.get(path)).body).toContain(`${path}/accepted`);
  });

  it('is good once: a link that was used signs nothing again', async () => {
    const number = await submitted('phone');
    const link = await linkFor(number);
    const digest = (await open(link)).document?.digest ?? '';
    const all = await Promise.all([1, 2, 3, 4].map(() => sign(link, digest)));
    expect(all.map(({ state }) => state)).toEqual(['signed', 'signed', 'signed', 'signed']);
    expect(await sign(link, digest)).toEqual({ state: 'signed', document: null });
    expect(await signedIn(number)).toBe(1);
    expect((await change(number, 'link')).statusCode).toBe(409);
  });

  it('tells another person nothing, and takes no signature', async () => {
    const number = await submitted('phone');
    const link = await linkFor(number);
    const digest = (await open(link)).document?.digest ?? '';
    for (const other of [owner, zhang]) {
      expect(await open(link, other)).toEqual({ state: 'wrongPerson', document: null });
      expect(await sign(link, digest, other)).toEqual({ state: 'wrongPerson', document: null });
    }
    expect((await change(number, 'link', zhang)).statusCode).toBe(404);
    expect(await signedIn(number)).toBe(0);
    expect((await api.call('POST', paths.signing, { body: { token: link } })).statusCode).toBe(401);
  });

  it('ends after a week, and a new link kills the one before', async () => {
    const number = await submitted('phone');
    const first = await linkFor(number);
    const digest = (await open(first)).document?.digest ?? '';
    api.clock.now = NOON + 7 * DAY_MS;
    const later = await api.signIn('wang');
    owner = await api.signIn('li');
    expect((await open(first, later)).state).toBe('ended');
    expect((await sign(first, digest, later)).state).toBe('ended');
    expect(await hers(number)).toMatchObject({ state: 'ended', until: null });
    const second = await linkFor(number);
    expect((await open(first, later)).state).toBe('dead');
    expect((await sign(second, digest, later)).state).toBe('signed');
  });

  it('can be taken back, and given to the window', async () => {
    const number = await submitted('phone');
    const link = await linkFor(number);
    const digest = (await open(link)).document?.digest ?? '';
    expect((await change(number, 'revoke')).statusCode).toBe(200);
    expect((await sign(link, digest)).state).toBe('dead');
    expect((await hers(number)).state).toBe('unsent');
    await change(number, 'window');
    expect((await hers(number)).state).toBe('window');
    const { id } = await hers(number);
    const page = await desk.get(`/console/cases/${number}`);
    expect((await desk.submit(page.body, `/console/signatures/${id}/window`)).statusCode).toBe(303);
    expect(await hers(number)).toMatchObject({ state: 'signed', where: 'window' });
    expect((await eventsOf(number)).at(-1)).toMatchObject({ actor: { role: 'clerk' } });
  });

  it('signs only the text that was read, on a case that still takes it', async () => {
    const number = await submitted('phone');
    const link = await linkFor(number);
    expect((await sign(link, 'f'.repeat(64))).state).toBe('open');
    const digest = (await open(link)).document?.digest ?? '';
    const body = { version: 1, action: { kind: 'withdrawn', note: '' } };
    await api.call('POST', pathOf(paths.caseActions, { number }), { token: owner, body });
    expect((await sign(link, digest)).state).toBe('closed');
    expect(await signedIn(number)).toBe(0);
  });

  it('keeps no link and no name in clear', async () => {
    const link = await linkFor(await submitted('phone'));
    const rows = await api.database.db.selectFrom('signatures').selectAll().execute();
    const stored = JSON.stringify(
      rows.map((row) => ({ ...row, sealed: Buffer.from(row.sealed).toString('latin1') })),
    );
    for (const secret of [link, idOf('wang'), '王小丽']) expect(stored).not.toContain(secret);
    expect(api.log.join('\n')).not.toContain(link);
  });
});
