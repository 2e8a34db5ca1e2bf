/** Who may act for a company: its legal representative now, or whom that person granted it, from day to day. */
import { companies, grant, type Companies } from '@/contract/companies';
import { paths, pathOf } from '@/contract/paths';
import { ok } from '@/domain/shared/result';
import { findByReceipt } from '../../server/cases/read';
import { DEMO_COMPANIES, DEMO_REGISTER } from '../../server/demo/companies';
import { DEMO_PEOPLE, DEMO_PROVIDERS } from '../../server/demo/people';
import { mayActFor } from '../../server/grants/standing';
import { NO_REGISTER, type CompanyRegister } from '../../server/grants/register';
import { findPerson, type Person } from '../../server/identity/people';
import { findSession } from '../../server/identity/tokens';
import { newKey, openApi, textField, type Api } from '../server-support/api';
import { requestFor } from '../server-support/applying';
import { DAY_MS, NOON } from '../server-support/cases';
import { ENGINES } from '../server-support/engines';

jest.setTimeout(60_000);

const COMPANY = '91210213MATEXY0136';
const OTHERS = '91210213MATEXY0211';
const CLOSED = '91210213MATEXY03XQ';
const FORM = 'public-place-hygiene';

const idOf = (person: string): string => DEMO_PEOPLE.find(({ id }) => id === person)?.idNo ?? '';

describe.each(ENGINES)('companies on %s', (engine) => {
  let api: Api;
  let li: string;
  let zhang: string;
  /** The register as it is now: tests change who leads a company. */
  let register: CompanyRegister = DEMO_REGISTER;

  beforeAll(async () => {
    const companies: CompanyRegister = {
      name: '电子营业执照',
      find: (code) => register.find(code),
      ledBy: (idNo) => register.ledBy(idNo),
    };
    api = await openApi({ providers: { ...DEMO_PROVIDERS, companies } }, engine);
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    register = DEMO_REGISTER;
    api.clock.now = NOON;
    [li, zhang] = [await api.signIn('li'), await api.signIn('zhang')];
    await api.database.db.deleteFrom('grants').execute();
  });

  const mine = async (token: string): Promise<Companies> =>
    companies.parse((await api.call('GET', paths.companies, { token })).json());
  const codes = async (token: string) =>
    (await mine(token)).companies.map(({ creditCode, as }) => [creditCode, as]);
  const give = (over: object = {}, token = li) =>
    api.call('POST', paths.grants, {
      token,
      body: {
        company: COMPANY,
        name: '张建国',
        idNo: idOf('zhang'),
        from: '2026-11-24',
        until: '2026-12-24',
        ...over,
      },
    });
  const personOf = async (token: string): Promise<Person> => {
    const session = await findSession(api.service.store, { kind: 'user', token }, api.clock.now);
    const person = session && (await findPerson(api.service.store, session.subject));
    if (!person) throw new Error('nobody');
    return person;
  };
  const standing = async (token: string, code = COMPANY) => {
    const found = await mayActFor(api.service, await personOf(token), code, api.clock.now);
    return found.ok ? found.value.as : found.error;
  };
  const submit = async (token: string) =>
    api.call('POST', paths.cases, { token, body: await requestFor(api, token, FORM), key: newKey() });

  it('lets the legal representative act, of a company that exists', async () => {
    expect(await codes(li)).toEqual([[COMPANY, 'legalRepresentative']]);
    expect(await standing(li)).toBe('legalRepresentative');
    expect(await standing(zhang)).toBe('notAllowed');
    expect(await standing(li, OTHERS)).toBe('notAllowed');
    expect(await standing(li, CLOSED)).toBe('notAllowed');
    expect(await standing(li, '91210102MATEXY099X')).toBe('notAllowed');
  });

  it('lets another act under a grant, from its first day to its last', async () => {
    const given = grant.parse((await give({ from: '2026-11-25', until: '2026-11-26' })).json());
    expect(given).toMatchObject({ state: 'coming', name: '张建国' });
    expect(JSON.stringify(given)).not.toContain(idOf('zhang'));
    const days = [];
    for (const day of [0, 1, 2, 3]) {
      api.clock.now = NOON + day * DAY_MS;
      days.push(await standing(zhang));
    }
    expect(days).toEqual(['notAllowed', 'agent', 'agent', 'notAllowed']);
    expect((await mine(li)).grants.map(({ state }) => state)).toEqual(['ended']);
  });

  it('covers one company only, and is no right to grant', async () => {
    await give();
    expect(await codes(zhang)).toEqual([[COMPANY, 'agent']]);
    expect(await standing(zhang, OTHERS)).toBe('notAllowed');
    const onward = await give({ idNo: idOf('wang'), name: '王小丽' }, zhang);
    expect([onward.statusCode, textField(onward, 'code')]).toEqual([403, 'forbidden']);
  });

  it('ends at once when it is revoked, by whom gave it', async () => {
    const id = textField(await give(), 'id');
    const path = pathOf(paths.grant, { id });
    expect((await api.call('DELETE', path, { token: zhang })).statusCode).toBe(404);
    expect(await standing(zhang)).toBe('agent');
    expect((await api.call('DELETE', path, { token: li })).statusCode).toBe(204);
    expect((await api.call('DELETE', path, { token: li })).statusCode).toBe(404);
    expect(await standing(zhang)).toBe('notAllowed');
    expect((await mine(li)).grants.map(({ state }) => state)).toEqual(['revoked']);
  });

  it('ends when somebody else becomes the legal representative', async () => {
    await give();
    expect(await standing(zhang)).toBe('agent');
    const changed = DEMO_COMPANIES.map((one) => ({ ...one, legalRepresentativeId: idOf('wang') }));
    register = {
      name: DEMO_REGISTER.name,
      find: async (code) => ok(changed.find(({ creditCode }) => creditCode === code)),
      ledBy: async (idNo) =>
        ok(changed.filter(({ legalRepresentativeId }) => legalRepresentativeId === idNo)),
    };
    expect([await standing(li), await standing(zhang)]).toEqual(['notAllowed', 'notAllowed']);
    expect(await codes(zhang)).toEqual([]);
  });

  it('lets nobody in while the register does not answer', async () => {
    register = NO_REGISTER;
    expect(await standing(li)).toBe('unavailable');
    const refused = await submit(li);
    expect([refused.statusCode, textField(refused, 'code')]).toEqual([502, 'providerFailed']);
  });

  it.each([
    [{ until: '2026-11-23' }, 400],
    [{ from: '2026-12-25' }, 400],
    [{ until: '2028-01-01' }, 400],
    [{ idNo: '210213199003079994' }, 400],
    [{ idNo: idOf('li') }, 400],
    [{ company: OTHERS }, 403],
    [{ from: 'today' }, 400],
  ])('gives no grant of %o', async (over, status) => {
    expect((await give(over)).statusCode).toBe(status);
  });

  it('stores the company and who acted; the grant is asked for again at each step', async () => {
    expect((await submit(zhang)).statusCode).toBe(403);
    const id = textField(await give(), 'id');
    const number = textField(await submit(zhang), 'number');
    const stored = await findByReceipt(api.service.store, number);
    const actor = { role: 'applicant', id: (await personOf(zhang)).id };
    expect(stored?.row.company).toBe(COMPANY);
    expect(stored?.events[0]?.actor).toEqual(actor);
    const urge = () =>
      api.call('POST', pathOf(paths.caseActions, { number }), {
        token: zhang,
        body: { version: 1, action: { kind: 'urged', note: '' } },
      });
    await api.call('DELETE', pathOf(paths.grant, { id }), { token: li });
    expect((await urge()).statusCode).toBe(403);
    await give();
    expect((await urge()).statusCode).toBe(200);
  });

  it('writes down each pull of a licence', async () => {
    await standing(li);
    const { id } = await personOf(li);
    const row = await api.database.db
      .selectFrom('audit')
      .select(['action', 'detail'])
      .where('chain', '=', `person:${id}`)
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(row.action).toBe('pulled');
    expect(JSON.parse(row.detail)).toEqual({ source: '电子营业执照', company: COMPANY, found: true });
  });
});
