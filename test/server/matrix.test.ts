/** Every route × role × owner. Routes are what the server says it has: one that is not in a table here fails. */
import { operations, type Operation } from '@/contract/operations';
import { paths } from '@/contract/paths';
import { buildApp } from '../../server/app';
import { consoleRoutes } from '../../server/console/plugin';
import type { ConsoleRoute } from '../../server/console/route';
import { routes } from '../../server/api/routes';
import { openApi, textField, type Api } from '../server-support/api';
import { submitted } from '../server-support/applying';
import { NOON } from '../server-support/cases';
import { addDesk, encode, openDesk, seedStaff, type Desk } from '../server-support/desk';
import { apply } from '../server-support/certificates-api';
import { ENGINES } from '../server-support/engines';
import { jpeg } from '../server-support/pictures';
import { csrfToken } from '../../server/console/csrf';
import { tokenDigest } from '../../server/identity/tokens';

jest.setTimeout(180_000);

/** What anybody may get, without a session. */
const PUBLIC = [
  `GET ${paths.health}`,
  `GET ${paths.metrics}`,
  `GET ${paths.openapi}`,
  'GET /console/style.css',
  'GET /console/login',
  'POST /console/login',
  'POST /console/logout',
  'GET /verify',
];

const idOf = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`;

/** As the server itself lists them; HEAD goes with GET. */
async function routesOf(api: Api): Promise<readonly string[]> {
  const found: string[] = [];
  const app = await buildApp({
    now: () => NOON,
    version: '1',
    service: api.service,
    onRoute: (method, path) => found.push(`${method} ${path}`),
  });
  await app.close();
  return found.filter((route) => !route.startsWith('HEAD '));
}

type Role = 'nobody' | 'owner' | 'other' | 'signedOut' | 'expired' | 'staff';
const ROLES: readonly Role[] = ['nobody', 'owner', 'other', 'signedOut', 'expired', 'staff'];

/** Operations about one thing that is somebody's. */
const OWNED: readonly string[] = [
  idOf(operations.case),
  idOf(operations.act),
  idOf(operations.caseSignatures),
  idOf(operations.changeSignature),
  idOf(operations.revokeGrant),
  idOf(operations.download),
  idOf(operations.removeFile),
  idOf(operations.readMessage),
  idOf(operations.certificate),
  idOf(operations.certificateEntity),
  idOf(operations.certificateAct),
  idOf(operations.certificatePaper),
  idOf(operations.entitlement),
  idOf(operations.entitlementAct),
];

const DESK_ROLES = ['clerk', 'reviewer', 'supervisor', 'auditor'] as const;

describe.each(ENGINES)('every route on %s', (engine) => {
  let api: Api;
  let tokens: Readonly<Record<Role, string>>;
  let number: string;
  let certificate: string;
  let file: string;
  let caseFile: string;
  let report: string;
  const desks = new Map<string, Desk>();

  beforeAll(async () => {
    api = await openApi({}, engine);
    await seedStaff(api);
    await addDesk(
      api,
      'elsewhere',
      DESK_ROLES.map((role) => ({ role, department: 'tax' })),
    );
    for (const login of ['clerk', 'reviewer', 'supervisor', 'auditor', 'elsewhere']) {
      desks.set(login, await openDesk(api, login));
    }
    const expired = await api.signIn('wang');
    await api.database.db
      .updateTable('sessions')
      .set({ expires_at: NOON })
      .where('token_digest', '=', tokenDigest(expired))
      .execute();
    const signedOut = await api.signIn('li');
    await api.call('DELETE', paths.session, { token: signedOut });
    const staff = desks.get('clerk')?.cookie.split('=')[1] ?? '';
    tokens = {
      nobody: '',
      owner: await api.signIn('li'),
      other: await api.signIn('zhang'),
      signedOut,
      expired,
      staff,
    };
    number = await submitted(api, tokens.owner, 'elderly-allowance');
    certificate = textField((await apply(api, tokens.owner)).response, 'number');
    file = textField(await api.upload(tokens.owner, jpeg()), 'id');
    const attached = await api.database.db
      .selectFrom('attachments')
      .select('id')
      .where('case_id', 'is not', null)
      .executeTakeFirstOrThrow();
    caseFile = attached.id;
    report = textField(
      await api.call('POST', paths.reports, {
        body: { guide: 'elderly-allowance', version: 1, field: 'fees', text: 'x', on: '2026-11-20' },
      }),
      'id',
    );
  });
  afterAll(() => api.close());

  const fill = (path: string, values: Readonly<Record<string, string>>): string =>
    path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? 'none');

  it('is in the contract, in the list of the console, or open to all on purpose', async () => {
    const known = [...Object.values<Operation>(operations).map(idOf), ...consoleRoutes.map(idOf), ...PUBLIC];
    expect([...(await routesOf(api))].sort()).toEqual([...known].sort());
    expect(routes.map(({ operation }) => idOf(operation)).sort()).toEqual(
      Object.values<Operation>(operations).map(idOf).sort(),
    );
  });

  const call = (operation: Operation, role: Role) => {
    const token = tokens[role];
    const isOfCertificate = operation.path.startsWith(paths.certificates);
    const path = fill(operation.path, {
      number: isOfCertificate ? certificate : number,
      creditCode: '91210213MATEXY0136',
      id: file,
      form: 'elderly-allowance',
    });
    return api.call(operation.method, path, {
      ...(token === '' ? {} : { token }),
      ...(operation.body ? { body: {} } : {}),
    });
  };

  describe.each(Object.entries<Operation>(operations))('%s', (_id, operation) => {
    it.each(ROLES)('answers %s as it must', async (role) => {
      const { statusCode, body } = await call(operation, role);
      const isSignedIn = role === 'owner' || role === 'other';
      expect(statusCode).toBeLessThan(500);
      if (operation.access === 'user' && !isSignedIn) {
        expect(statusCode).toBe(401);
        expect(body).not.toContain(number);
      } else expect(statusCode).not.toBe(401);
      if (role === 'other' && OWNED.includes(idOf(operation))) expect([400, 404]).toContain(statusCode);
      if (role !== 'owner') for (const own of [number, certificate]) expect(body).not.toContain(own);
      // What signs out or deletes has done so: the next role must find everything as it was.
      if (isSignedIn && operation.method === 'DELETE' && operation.path !== paths.file)
        tokens = { ...tokens, [role]: await api.signIn(role === 'owner' ? 'li' : 'zhang') };
      if (role === 'owner' && operation === operations.removeFile)
        file = textField(await api.upload(tokens.owner, jpeg()), 'id');
    });
  });

  const visit = async (route: ConsoleRoute, cookie: string, csrf = true) => {
    const path = fill(route.path, {
      number,
      id: route.path.includes('files') ? caseFile : report,
      action: 'accepted',
    });
    const token = cookie.split('=')[1] ?? '';
    return api.app.inject({
      method: route.method,
      url: path,
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      ...(route.method === 'POST'
        ? { payload: encode(csrf ? { csrf: csrfToken(api.service, tokenDigest(token), path) } : {}) }
        : {}),
    });
  };

  describe.each(consoleRoutes.map((route) => [idOf(route), route] as const))('%s', (_id, route) => {
    it('is closed to who is not signed in, and to residents', async () => {
      for (const cookie of ['', `jinpu_staff=${tokens.owner}`, 'jinpu_staff=' + 'a'.repeat(43)])
        expect((await visit(route, cookie)).headers.location).toBe('/console/login');
    });

    it.each(DESK_ROLES)('answers a %s as it must', async (role) => {
      const desk = desks.get(role);
      const { statusCode } = await visit(route, desk?.cookie ?? '');
      expect(statusCode).toBeLessThan(500);
      if (route.roles.length > 0 && !route.roles.includes(role)) expect(statusCode).toBe(403);
      if (route.method === 'POST')
        expect((await visit(route, desk?.cookie ?? '', false)).statusCode).toBe(403);
    });

    it('shows a case to nobody of another department', async () => {
      const { statusCode, body, headers } = await visit(route, desks.get('elsewhere')?.cookie ?? '');
      expect(statusCode).toBeLessThan(500);
      if (/:number|:id/.test(route.path) && !route.path.includes('reports')) expect(statusCode).toBe(404);
      expect(body).not.toContain(number);
      expect(String(headers.location)).not.toContain(number);
    });
  });

  it('leaves the case as it was', async () => {
    const path = paths.case.replace(':number', number);
    const token = await api.signIn('li');
    const { statusCode } = await api.call('GET', path, { token });
    // The owner's data was deleted on the way: the case is kept, and no longer the account's.
    expect(statusCode).toBe(404);
    const row = await api.database.db
      .selectFrom('cases')
      .select('version')
      .where('receipt', '=', number)
      .executeTakeFirstOrThrow();
    expect(row.version).toBe(1);
  });
});
