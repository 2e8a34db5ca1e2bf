import { caseDetail } from '@/contract/cases';
import { paths, pathOf } from '@/contract/paths';
import { RETURN_REASONS } from '@/domain/case/correction';
import { LICENCE_RULES } from '@/domain/case/rules';
import { readChain } from '../../server/audit/chain';
import { findByReceipt } from '../../server/cases/read';
import { submit } from '../../server/cases/submit';
import { DEMO_PASSWORD } from '../../server/demo/staff';
import { staffChain } from '../../server/staff/accounts';
import { newKey, openApi, textField, type Api } from '../server-support/api';
import { formIds, requestFor, submitted } from '../server-support/applying';
import { does, NOON, submission } from '../server-support/cases';
import {
  addDesk,
  codeOf,
  cookieIn,
  openDesk,
  seedStaff,
  textOf,
  tryLogin,
  unescapeHtml,
  type Desk,
  signAtWindow,
} from '../server-support/desk';
import { jpeg } from '../server-support/pictures';

jest.setTimeout(180_000);

const FORM = 'elderly-allowance';

describe('the console', () => {
  let api: Api;
  let token: string;
  let clerk: Desk;
  let reviewer: Desk;
  let supervisor: Desk;

  beforeAll(async () => {
    api = await openApi();
    await seedStaff(api);
    await addDesk(api, 'tax-reviewer', [{ role: 'reviewer', department: 'tax' }]);
    token = await api.signIn('li');
    clerk = await openDesk(api, 'clerk');
    reviewer = await openDesk(api, 'reviewer');
    supervisor = await openDesk(api, 'supervisor');
  });
  afterAll(() => api.close());

  const pathFor = (number: string, action = ''): string =>
    `/console/cases/${number}${action && `/${action}`}`;
  const read = async (number: string) =>
    caseDetail.parse((await api.call('GET', pathOf(paths.case, { number }), { token })).json());
  const kinds = async (number: string) => (await read(number)).events.map(({ fact }) => fact.kind);
  const idOf = async (number: string) => (await findByReceipt(api.service.store, number))?.row.id ?? '';

  /** Opens the case, fills in the form of the action, and confirms what is previewed. */
  async function doing(desk: Desk, number: string, action: string, fields = {}): Promise<number> {
    const path = pathFor(number, action);
    const first = await desk.submit((await desk.get(pathFor(number))).body, path, fields);
    if (first.statusCode !== 200) return first.statusCode;
    return (await desk.submit(first.body, path)).statusCode;
  }

  describe('signing in', () => {
    beforeEach(async () => {
      api.clock.now += 60_000;
    });

    it('takes the right password with the right code, once', async () => {
      const code = await codeOf(api, 'auditor');
      const first = await tryLogin(api, 'auditor', DEMO_PASSWORD, code);
      expect(first.statusCode).toBe(303);
      expect(String(first.headers['set-cookie'])).toMatch(/; Path=\/console; HttpOnly; SameSite=Strict$/);
      expect((await tryLogin(api, 'auditor', DEMO_PASSWORD, code)).statusCode).toBe(401);
    });

    it('says the same to a wrong name, password or code', async () => {
      const code = await codeOf(api, 'auditor');
      const all = await Promise.all([
        tryLogin(api, 'nobody', DEMO_PASSWORD, code),
        tryLogin(api, 'auditor', 'wrong', code),
        tryLogin(api, 'auditor', DEMO_PASSWORD, '000000'),
      ]);
      const faults = all.map(({ body }) => /role="alert">([^<]*)</.exec(body)?.[1]);
      expect(new Set(faults).size).toBe(1);
      expect(all.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401]);
    });

    it('locks after five failures, and opens again after a quarter of an hour', async () => {
      await addDesk(api, 'locked', [{ role: 'clerk', department: '*' }]);
      for (let i = 0; i < 5; i += 1) await tryLogin(api, 'locked', 'wrong', '000000');
      const login = async () => tryLogin(api, 'locked', DEMO_PASSWORD, await codeOf(api, 'locked'));
      expect((await login()).statusCode).toBe(401);
      api.clock.now += 14 * 60_000;
      expect((await login()).statusCode).toBe(401);
      api.clock.now += 2 * 60_000;
      expect((await login()).statusCode).toBe(303);
      // The desks of the other tests have been silent meanwhile.
      [clerk, reviewer, supervisor] = [
        await openDesk(api, 'clerk'),
        await openDesk(api, 'reviewer'),
        await openDesk(api, 'supervisor'),
      ];
    });

    it('lets no more than five tries through that come at once', async () => {
      await addDesk(api, 'flood', [{ role: 'clerk', department: '*' }]);
      await Promise.all(
        Array.from({ length: 20 }, (_, i) => tryLogin(api, 'flood', 'wrong', String(i).padStart(6, '0'))),
      );
      const { locked_until } = await api.database.db
        .selectFrom('staff')
        .select('locked_until')
        .where('login', '=', 'flood')
        .executeTakeFirstOrThrow();
      expect(locked_until).toBeGreaterThan(api.clock.now);
    });

    it('ends with signing out', async () => {
      const desk = await openDesk(api, 'auditor');
      const page = await desk.get('/console');
      expect(page.statusCode).toBe(200);
      const out = await desk.submit(page.body, '/console/logout');
      expect(cookieIn(out)).toBe('');
      expect((await desk.get('/console')).headers.location).toBe('/console/login');
    });

    it('sends who is not signed in to the page for it, whatever the cookie', async () => {
      for (const cookie of ['', 'jinpu_staff=x', `jinpu_staff=${'a'.repeat(43)}`, `jinpu_staff=${token}`]) {
        const response = await api.app.inject({ url: '/console', headers: { cookie } });
        expect([response.statusCode, response.headers.location]).toEqual([303, '/console/login']);
      }
    });
  });

  describe('forms', () => {
    it('are refused without their own token, or from another site', async () => {
      const number = await submitted(api, token, FORM);
      const path = pathFor(number, 'accepted');
      const page = (await clerk.get(pathFor(number))).body;
      const foreign = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
      for (const csrf of ['', 'x', foreign])
        expect((await clerk.post(path, { csrf, version: '1', step: 'send' })).statusCode).toBe(403);
      const crossSite = await api.app.inject({
        method: 'POST',
        url: path,
        headers: {
          cookie: clerk.cookie,
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'cross-site',
        },
        payload: 'version=1',
      });
      expect(crossSite.statusCode).toBe(403);
      expect(await kinds(number)).toEqual(['submitted']);
    });

    it('say what changed when somebody was quicker', async () => {
      const number = await submitted(api, token, FORM);
      const page = (await clerk.get(pathFor(number))).body;
      await does(api.service.store, await idOf(number), 1, { kind: 'accepted' }, { at: api.clock.now });
      const response = await clerk.submit(page, pathFor(number, 'accepted'));
      expect([response.statusCode, response.body.includes('role="alert"')]).toEqual([409, true]);
    });

    it('are pages without scripts, under a policy that allows none', async () => {
      const number = await submitted(api, token, FORM);
      for (const path of ['/console', pathFor(number), '/console/items', '/console/login']) {
        const { body, headers } = await clerk.get(path);
        expect(headers['content-security-policy']).toContain("default-src 'none'");
        expect(body).not.toMatch(/<script|\son\w+=|\sstyle=|javascript:/i);
      }
    });
  });

  describe.each(formIds)('%s', (form) => {
    it('goes from the phone to the desk and back to its end', async () => {
      if (['marriage-appointment', 'disability-certificate'].includes(form))
        await api.call('GET', pathOf(paths.slots, { form }), { token });
      api.clock.now -= 86_400_000;
      const body = await requestFor(api, token, form);
      const sent = await api.call('POST', paths.cases, { token, body, key: newKey() });
      api.clock.now += 86_400_000;
      expect([form, sent.statusCode]).toEqual([form, 200]);
      const number = textField(sent, 'number');
      const key = 'material:' + (body.materials[0]?.material ?? 'none');
      const target =
        body.materials.length > 0
          ? key
          : `field:${Object.keys(body.answers).find((name) => typeof body.answers[name] === 'string')}`;
      expect(
        await doing(clerk, number, 'correctionAsked', {
          pick: target,
          [`reason:${target}`]: 'R01',
          [`note:${target}`]: '请重拍',
        }),
      ).toBe(303);
      const { answers, materials, version } = await read(number);
      const corrected = { version, action: { kind: 'corrected', answers, materials } };
      const mended = await api.call('POST', pathOf(paths.caseActions, { number }), {
        token,
        body: corrected,
      });
      expect([form, mended.statusCode, mended.statusCode === 200 ? '' : mended.body]).toEqual([
        form,
        200,
        '',
      ]);
      await signAtWindow(clerk, number);
      expect(await doing(clerk, number, 'accepted')).toBe(303);
      const tasks = (await read(number)).events.flatMap(({ fact }) =>
        fact.kind === 'submitted' ? fact.tasks : [],
      );
      for (const { id } of tasks)
        expect(await doing(reviewer, number, 'reviewed', { task: id, opinion: 'pass' })).toBe(303);
      expect(await doing(reviewer, number, 'decided', { outcome: 'approved', note: '符合条件' })).toBe(303);
      expect(await doing(clerk, number, 'delivered', { method: 'electronic' })).toBe(303);
      const rating = { stars: 5, indicators: { overall: 5 }, reasons: [], comment: '好' };
      const rated = await api.call('POST', pathOf(paths.caseActions, { number }), {
        token,
        body: { version: (await read(number)).version, action: { kind: 'rated', rating } },
      });
      expect(rated.statusCode).toBe(200);
      expect((await kinds(number)).at(-1)).toBe('rated');
      expect((await clerk.get(pathFor(number))).statusCode).toBe(200);
    });
  });

  describe('a case', () => {
    it('shows what the person will be told before it is sent', async () => {
      const number = await submitted(api, token, FORM);
      const target = 'field:contactMobile';
      const path = pathFor(number, 'correctionAsked');
      const fields = {
        pick: [target, 'material:bank-card'],
        [`reason:${target}`]: 'R03',
        [`note:${target}`]: '打不通',
        'reason:material:bank-card': 'R01',
      };
      const preview = await clerk.submit((await clerk.get(pathFor(number))).body, path, fields);
      expect(preview.statusCode).toBe(200);
      expect(await kinds(number)).toEqual(['submitted']);
      const text = textOf(preview.body);
      for (const shown of [RETURN_REASONS.R03, '打不通', '联系人手机', RETURN_REASONS.R01])
        expect(text).toContain(shown);
      // Both that were ticked come along to the confirmation.
      const csrf =
        /name="csrf"\s+value="([^"]+)"/.exec(
          preview.body.slice(preview.body.indexOf(`action="${path}"`)),
        )?.[1] ?? '';
      expect((await clerk.post(path, { ...fields, csrf, version: '1', step: 'send' })).statusCode).toBe(303);
      const { events } = await read(number);
      expect(events.at(-1)?.fact).toMatchObject({
        kind: 'correctionAsked',
        items: [{ reason: 'R03' }, { reason: 'R01' }],
      });
    });

    it('is refused only with its basis and reason', async () => {
      const number = await submitted(api, token, FORM);
      expect(await doing(clerk, number, 'notAccepted', { basis: '', note: '不归我们' })).toBe(422);
      expect(await doing(clerk, number, 'correctionAsked', {})).toBe(422);
      expect(await doing(clerk, number, 'notAccepted', { basis: '第三条', note: '不归我们' })).toBe(303);
    });

    it('shows numbers of people masked, and writes down who looked at one', async () => {
      const number = await submitted(api, token, FORM);
      const page = (await clerk.get(pathFor(number))).body;
      const { answers } = await read(number);
      const long = JSON.stringify(answers).match(/\d{11,18}X?/g) ?? [];
      expect(long.length).toBeGreaterThan(4);
      const digitsIn = (html: string): string => textOf(html).replace(/ /g, '');
      for (const secret of long) expect(digitsIn(page)).not.toContain(secret);
      const shown = await clerk.submit(page, pathFor(number, 'reveal'), { field: 'applicant.idNo' });
      const [idNo = ''] = long.filter((one) => digitsIn(shown.body).includes(one));
      expect(idNo).toHaveLength(18);
      const { id } = await api.database.db
        .selectFrom('staff')
        .select('id')
        .where('login', '=', 'clerk')
        .executeTakeFirstOrThrow();
      const last = (await readChain(api.database.db, staffChain(id))).at(-1);
      expect(last).toMatchObject({ action: 'revealed' });
      expect(last?.detail).toContain('applicant.idNo');
      expect(last?.detail).not.toContain(idNo);
    });

    it('shows what a correction changed', async () => {
      const number = await submitted(api, token, FORM);
      const target = 'field:contactName';
      await doing(clerk, number, 'correctionAsked', { pick: target, [`reason:${target}`]: 'R03' });
      const { answers, materials } = await read(number);
      const body = {
        version: 2,
        action: { kind: 'corrected', answers: { ...answers, contactName: '赵六七' }, materials },
      };
      expect(
        (await api.call('POST', pathOf(paths.caseActions, { number }), { token, body })).statusCode,
      ).toBe(200);
      const text = textOf((await clerk.get(pathFor(number))).body);
      expect(text).toMatch(/联系人姓名\s+李明\s+赵六七/);
    });

    it('shows hostile text as text, byte for byte', async () => {
      const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>'; drop table cases; --{{7*7}} &lt;b&gt; 𠮷\u202e`;
      const sample = (await requestFor(api, token, FORM)).answers;
      const stored = await submit(
        api.service.store,
        submission({
          item: FORM,
          rules: { ...LICENCE_RULES, clock: { kind: 'instant' } },
          answers: {
            answers: JSON.parse(JSON.stringify({ ...sample, livingAddress: hostile })),
            materials: [],
          },
        }),
        NOON,
      );
      const number = stored.ok ? stored.value.receipt : '';
      await does(
        api.service.store,
        await idOf(number),
        1,
        { kind: 'urged', note: hostile },
        { actor: { role: 'applicant', id: 'x' }, at: api.clock.now },
      );
      const { body } = await clerk.get(pathFor(number));
      expect(body).not.toContain('<script');
      expect(body).not.toContain('<img');
      expect(unescapeHtml(body).split(hostile).length - 1).toBeGreaterThanOrEqual(2);
    });

    it('is found by its number, as it is read out', async () => {
      const number = await submitted(api, token, FORM);
      const typed = encodeURIComponent(number.replace(/(\d{4})/g, '$1 '));
      expect((await clerk.get(`/console/find?number=${typed}`)).headers.location).toBe(pathFor(number));
      for (const wrong of ['', 'x', number.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)), '<b>'])
        expect((await clerk.get(`/console/find?number=${encodeURIComponent(wrong)}`)).statusCode).toBe(200);
    });

    it('shows files to whoever may see the case, after a look says so', async () => {
      const number = await submitted(api, token, FORM);
      const page = (await clerk.get(pathFor(number))).body;
      const path = /\/console\/files\/[0-9a-f-]{36}/.exec(page)?.[0] ?? '';
      const file = await clerk.get(path);
      expect([file.statusCode, file.rawPayload]).toEqual([200, jpeg()]);
      expect((await clerk.submit(page, `${path}/checked`)).headers.location).toBe(pathFor(number));
      expect((await read(number)).version).toBe(1);
      const outsider = await openDesk(api, 'tax-reviewer');
      expect((await outsider.get(path)).statusCode).toBe(404);
      const loose = textField(await api.upload(token, jpeg()), 'id');
      expect((await clerk.get(`/console/files/${loose}`)).statusCode).toBe(404);
    });
  });

  describe('departments and roles', () => {
    it('see their own cases only', async () => {
      const number = await submitted(api, token, FORM);
      const [outsider, civil] = [await openDesk(api, 'tax-reviewer'), await openDesk(api, 'civil')];
      expect((await outsider.get(pathFor(number))).statusCode).toBe(404);
      expect((await outsider.get(`/console/find?number=${number}`)).statusCode).toBe(200);
      expect((await outsider.get('/console?department=civil-affairs')).statusCode).toBe(403);
      expect((await civil.get(pathFor(number))).statusCode).toBe(200);
      expect((await civil.get('/console?department=civil-affairs&stage=receive')).body).toContain(
        number.slice(0, 4),
      );
    });

    it('do what their role may', async () => {
      const number = await submitted(api, token, FORM);
      const auditor = await openDesk(api, 'auditor');
      const page = (await auditor.get(pathFor(number))).body;
      expect(page).not.toContain(`action="${pathFor(number, 'accepted')}"`);
      expect((await clerk.get('/console/reports')).statusCode).toBe(403);
      expect((await auditor.get('/console/reports')).statusCode).toBe(200);
      expect((await clerk.get(pathFor(number))).body).not.toContain(pathFor(number, 'decided'));
    });

    it('watch complaints, bad ratings and 清单之外', async () => {
      const number = await submitted(api, token, FORM);
      const action = { kind: 'complained', note: '没人理' };
      await api.call('POST', pathOf(paths.caseActions, { number }), { token, body: { version: 1, action } });
      expect((await supervisor.get('/console/complaints')).body).toContain(pathFor(number));
      expect(await doing(supervisor, number, 'complaintAnswered', { complaint: '2', note: '已联系' })).toBe(
        303,
      );
      expect((await supervisor.get('/console/complaints')).body).not.toContain(pathFor(number));
      const report = { guide: FORM, version: 1, field: 'materials', text: '<b>复印件</b>', on: '2026-11-20' };
      const id = textField(await api.call('POST', paths.reports, { body: report }), 'id');
      const page = (await supervisor.get('/console/reports')).body;
      expect(page).toContain('&lt;b&gt;复印件&lt;/b&gt;');
      expect((await supervisor.submit(page, `/console/reports/${id}/handled`)).statusCode).toBe(303);
      expect((await supervisor.get('/console/reports')).body).not.toContain(id);
    });
  });
});
