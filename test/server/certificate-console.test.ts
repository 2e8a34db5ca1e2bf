import { randomUUID } from 'node:crypto';
import { groupedCode } from '@/domain/certificate/access-code';
import { BRANCH } from '@/domain/certificate/desk.arbitrary';
import { verifyLink } from '@/domain/certificate/payload';
import { findByNumber } from '../../server/certificate/find';
import { papersOf } from '../../server/certificate/paper';
import { reference } from '../../server/certificate/rules';
import { DEMO_KEY_ID, demoSecret } from '../../server/certificate-paper/demo-key';
import { certificateMaker } from '../../server/certificate-paper/maker';
import { privateKey } from '../../server/certificate-paper/sign';
import { centsOf } from '../../server/console/certificates/findings';
import { departmentName } from '../../server/catalogue';
import { openApi, type Api } from '../server-support/api';
import {
  answers,
  asCompany,
  creditCodes,
  decides,
  ofCompany,
  stateOf,
  taken,
  testCourier,
  type Taken,
} from '../server-support/certificates';
import { addDesk, hiddenFields, openDesk, seedStaff, textOf, type Desk } from '../server-support/desk';
import { FORM_HEADERS, formWithFile } from '../server-support/form';
import { pdfText } from '../server-support/pdf';

jest.setTimeout(180_000);

const PDF = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n');

const signer = privateKey(DEMO_KEY_ID, demoSecret());
if (!signer) throw new Error('no key');

describe('the console of the certificate', () => {
  let api: Api;
  let tax: Desk;
  let court: Desk;
  let lead: Desk;
  let watcher: Desk;
  const codes = creditCodes();
  const maker = certificateMaker({ key: signer, demo: true, origin: 'https://example.com' });

  beforeAll(async () => {
    api = await openApi({ certificate: { maker, courier: testCourier() } });
    await seedStaff(api);
    await addDesk(api, 'tax-desk', [{ role: 'reviewer', department: 'tax' }]);
    await addDesk(api, 'court-desk', [{ role: 'reviewer', department: 'court' }]);
    await addDesk(api, 'lead', [{ role: 'coordinator', department: '*' }]);
    [tax, court, lead, watcher] = [
      await openDesk(api, 'tax-desk'),
      await openDesk(api, 'court-desk'),
      await openDesk(api, 'lead'),
      await openDesk(api, 'auditor'),
    ];
  });
  afterAll(() => api.close());

  const store = () => api.service.store;
  const at = () => api.clock.now;
  const taskPath = (number: string, department: string, action = ''): string =>
    `/console/certificate-tasks/${number}/${department}${action && `/${action}`}`;
  const casePath = (number: string, action = ''): string =>
    `/console/certificates/${number}${action && `/${action}`}`;

  /** Accepted and sent to two departments. */
  async function dispatched(change: Parameters<typeof taken>[1] = {}): Promise<Taken> {
    const made = await taken(
      store(),
      { departments: ['tax', 'court'], scopeConfirmed: true, ...ofCompany(codes()), ...change },
      { at: at() },
    );
    await decides(api.service, made.receipt, { kind: 'accepted' }, at());
    return made;
  }

  const columnOf = async (number: string, department: string) =>
    (await stateOf(store(), number, at())).board.find((column) => column.department === department);

  async function sendFile(
    desk: Desk,
    page: string,
    path: string,
    fields: Record<string, string>,
    file?: Buffer,
  ) {
    return api.app.inject({
      method: 'POST',
      url: path,
      headers: { cookie: desk.cookie, ...FORM_HEADERS },
      payload: formWithFile({ ...hiddenFields(page, path), ...fields }, file),
    });
  }

  /** Fills in the form of the action and confirms what is shown before it goes out. */
  async function doing(number: string, action: string, fields: Record<string, string> = {}): Promise<number> {
    const path = casePath(number, action);
    const first = await lead.submit((await lead.get(casePath(number))).body, path, fields);
    if (first.statusCode !== 200) return first.statusCode;
    return (await lead.submit(first.body, path)).statusCode;
  }

  describe('a department', () => {
    it('has its own tasks in its queue, and opens no other', async () => {
      const { receipt } = await dispatched();
      const queue = await tax.get('/console/certificate-tasks');
      expect(queue.body).toContain(taskPath(receipt, 'tax'));
      expect(queue.body).not.toContain(taskPath(receipt, 'court'));
      const own = await tax.get(taskPath(receipt, 'tax'));
      expect(own.statusCode).toBe(200);
      expect(textOf(own.body)).not.toContain(departmentName('court'));
      for (const path of [taskPath(receipt, 'court'), casePath(receipt), casePath(receipt, 'matrix')])
        expect((await tax.get(path)).statusCode).toBe(404);
      expect((await tax.get('/console/certificates')).statusCode).toBe(403);
      expect((await lead.get('/console/certificate-tasks')).statusCode).toBe(403);
    });

    it('answers for all entities at once with a phrase of the library', async () => {
      const { receipt } = await dispatched();
      const path = taskPath(receipt, 'tax', 'none');
      const page = (await tax.get(taskPath(receipt, 'tax'))).body;
      expect((await tax.submit(page, path, { phrase: 'record-minor' })).statusCode).toBe(422);
      expect((await tax.submit(page, path, { phrase: 'no-record' })).statusCode).toBe(303);
      expect((await columnOf(receipt, 'tax'))?.state).toBe('noRecord');
      // The page was of the version before.
      expect((await tax.submit(page, path, { phrase: 'no-record' })).statusCode).toBe(409);
    });

    it('records what it found, entity by entity, with the day of the decision inside the period', async () => {
      const code = codes();
      const { entities } = ofCompany(code);
      const branch = { kind: 'branch' as const, creditCode: BRANCH, name: '分公司', district: '210213' };
      const materials = (['listing-progress', 'entity-list'] as const).map((kind) => ({
        kind,
        title: kind,
        files: [randomUUID()],
      }));
      const { receipt } = await dispatched({
        ...ofCompany(code),
        entities: [...entities, branch],
        materials,
      });
      const path = taskPath(receipt, 'tax', 'found');
      const page = (await tax.get(taskPath(receipt, 'tax'))).body;
      const record = (decided: string) => ({
        [`phrase:${code}`]: 'record-remedied',
        [`document:${code}:0`]: '演示文号',
        [`agency:${code}:0`]: '演示机关',
        [`decided:${code}:0`]: decided,
        [`amount:${code}:0`]: '1,234.5',
      });
      expect((await sendFile(tax, page, path, {})).statusCode).toBe(422);
      expect((await sendFile(tax, page, path, record(''))).statusCode).toBe(422);
      expect((await sendFile(tax, page, path, record('2019-01-01'))).statusCode).toBe(422);
      const fields = { ...record('2024-05-06'), [`phrase:${BRANCH}`]: 'no-record' };
      expect((await sendFile(tax, page, path, fields)).statusCode).toBe(303);
      const column = await columnOf(receipt, 'tax');
      expect(column?.state).toBe('recordFound');
      expect(column?.cells.map(({ state }) => state)).toEqual(['cleared', 'noRecord']);
      expect(column?.cells[0]?.finding).toMatchObject({
        assessment: 'remedied',
        records: [{ documentNumber: '演示文号', amountCents: 123_450 }],
      });
    });

    it('writes its own opinion only with the opinion', async () => {
      const code = codes();
      const { receipt } = await dispatched(ofCompany(code));
      const path = taskPath(receipt, 'tax', 'found');
      const page = (await tax.get(taskPath(receipt, 'tax'))).body;
      const fields = {
        [`phrase:${code}`]: 'department-opinion',
        [`assessment:${code}`]: 'major',
        [`document:${code}:0`]: '演示文号',
        [`agency:${code}:0`]: '演示机关',
        [`decided:${code}:0`]: '2024-05-06',
      };
      expect((await sendFile(tax, page, path, { ...fields, [`assessment:${code}`]: '' })).statusCode).toBe(
        422,
      );
      expect((await sendFile(tax, page, path, fields)).statusCode).toBe(422);
      expect((await sendFile(tax, page, path, fields, Buffer.from('no pdf'))).statusCode).toBe(422);
      expect((await sendFile(tax, page, path, fields, PDF)).statusCode).toBe(303);
      expect((await columnOf(receipt, 'tax'))?.cells[0]?.state).toBe('blocked');
      const after = (await tax.get(taskPath(receipt, 'tax'))).body;
      const file = /certificate-tasks\/\d+\/tax\/files\/[0-9a-f-]+/.exec(after)?.[0] ?? '';
      expect((await tax.get(`/console/${file}`)).rawPayload).toEqual(PDF);
      expect((await court.get(`/console/${file}`)).statusCode).toBe(404);
    });

    it('asks the company after seeing the words, and reads the answer', async () => {
      const made = await dispatched();
      const { receipt } = made;
      const path = taskPath(receipt, 'tax', 'asked');
      const text = '请说明 2024 年的<发票>';
      const preview = await tax.submit((await tax.get(taskPath(receipt, 'tax'))).body, path, { text });
      expect(preview.statusCode).toBe(200);
      expect(textOf(preview.body)).toContain(text);
      expect((await columnOf(receipt, 'tax'))?.state).toBe('assigned');
      expect((await tax.submit(preview.body, path)).statusCode).toBe(303);
      const { open } = await stateOf(store(), receipt, at());
      expect(open).toHaveLength(1);
      const question = open[0]?.id ?? '';
      await asCompany(store(), made, { kind: 'answered', department: 'tax', question }, at());
      expect(textOf((await tax.get(taskPath(receipt, 'tax'))).body)).toContain('已说明');
    });

    it('waits for a reply from outside only where it is not on the platform, and goes on with the scan', async () => {
      const { receipt } = await dispatched();
      const page = async (desk: Desk, department: string) =>
        (await desk.get(taskPath(receipt, department))).body;
      expect(await page(tax, 'tax')).not.toContain('externalWait');
      const wait = taskPath(receipt, 'court', 'externalWait');
      expect((await court.submit(await page(court, 'court'), wait, { reason: '线下查询' })).statusCode).toBe(
        303,
      );
      expect((await stateOf(store(), receipt, at())).clock?.paused).toBe(true);
      const reply = taskPath(receipt, 'court', 'externalReplied');
      expect((await sendFile(court, await page(court, 'court'), reply, {})).statusCode).toBe(422);
      expect((await sendFile(court, await page(court, 'court'), reply, {}, PDF)).statusCode).toBe(303);
      expect((await columnOf(receipt, 'court'))?.state).toBe('reviewing');
    });

    it('gives back what is not its own; the new holder has it, the old one no longer', async () => {
      const { receipt } = await dispatched();
      const path = taskPath(receipt, 'tax', 'recused');
      const page = (await tax.get(taskPath(receipt, 'tax'))).body;
      expect((await tax.submit(page, path, { reason: '不属本部门' })).statusCode).toBe(303);
      expect(await doing(receipt, 'reassigned', { department: 'tax', to: 'court' })).toBe(303);
      expect((await tax.get(taskPath(receipt, 'tax'))).statusCode).toBe(404);
      expect((await court.get(taskPath(receipt, 'tax'))).statusCode).toBe(200);
    });
  });

  describe('the coordinator', () => {
    it('sees open cases with what is due, and the whole grid', async () => {
      const { receipt } = await dispatched();
      await answers(store(), receipt, 'tax', undefined, at());
      const board = await lead.get('/console/certificates');
      expect(board.body).toContain(casePath(receipt));
      const grid = textOf((await lead.get(casePath(receipt, 'matrix'))).body);
      for (const id of ['tax', 'court']) expect(grid).toContain(departmentName(id));
      expect(grid).toContain('无 待');
    });

    it('urges, extends once, and is told why not a second time', async () => {
      const { receipt } = await dispatched();
      expect(await doing(receipt, 'urged', { department: 'court' })).toBe(303);
      expect((await columnOf(receipt, 'court'))?.urged).toBe(1);
      const days = String(reference.parameters.extensionDays);
      expect(await doing(receipt, 'extended', { days, reason: '案情复杂' })).toBe(303);
      expect(await doing(receipt, 'extended', { days, reason: '案情复杂' })).toBe(422);
    });

    it('issues what the board came to, replaces and revokes it; the verify page follows', async () => {
      const { receipt, caseId } = await dispatched();
      for (const id of ['tax', 'court']) await answers(store(), receipt, id, undefined, at());
      expect(await doing(receipt, 'decided')).toBe(303);
      const [first] = (await stateOf(store(), receipt, at())).certificates;
      if (!first) throw new Error('no certificate');
      const pdf = await lead.get(casePath(receipt, `papers/${first.number}`));
      expect(pdf.headers['content-type']).toBe('application/pdf');
      expect((await pdfText(pdf.rawPayload)).flat()).toContain(first.number);
      const payload = (await papersOf(store(), caseId)).get(first.number)?.payload ?? '';
      const link = verifyLink('', payload);
      const verify = async (url: string) => {
        const page = await api.app.inject({ method: 'GET', url });
        return [page.statusCode, /class="verdict (\w+)"/.exec(page.body)?.[1]];
      };
      const byCode = (code: string): string => `/verify?code=${encodeURIComponent(code)}`;
      expect(await verify(link)).toEqual([200, 'fine']);
      expect(await verify(byCode(` ${groupedCode(first.code).toLowerCase()}`))).toEqual([200, 'fine']);
      expect(await doing(receipt, 'replaced', { reason: '更名' })).toBe(303);
      expect(await verify(link)).toEqual([200, 'soon']);
      expect(await doing(receipt, 'revoked', { reason: 'falseMaterial' })).toBe(303);
      const [, second] = (await stateOf(store(), receipt, at())).certificates;
      expect(await verify(byCode(second?.code ?? ''))).toEqual([200, 'late']);
      const chain = await findByNumber(store(), receipt);
      expect(chain?.events.map(({ event }) => event.kind).slice(-4)).toEqual([
        'aggregated',
        'decided',
        'replaced',
        'revoked',
      ]);
    });

    it('issues a part, and the verify page shows no record', async () => {
      const code = codes();
      const { receipt } = await dispatched({ ...ofCompany(code), output: 'asReady' });
      await answers(store(), receipt, 'court', undefined, at());
      const path = taskPath(receipt, 'tax', 'found');
      const fields = {
        [`phrase:${code}`]: 'record-major',
        [`document:${code}:0`]: '绝密文号',
        [`agency:${code}:0`]: '演示机关',
        [`decided:${code}:0`]: '2024-05-06',
      };
      const page = (await tax.get(taskPath(receipt, 'tax'))).body;
      expect((await sendFile(tax, page, path, fields, PDF)).statusCode).toBe(303);
      expect(await doing(receipt, 'decided', { reason: '' })).toBe(422);
      expect(await doing(receipt, 'decided', { reason: '有重大记录' })).toBe(303);
      const { main, certificates } = await stateOf(store(), receipt, at());
      expect(main).toBe('partiallyIssued');
      const shown = await api.app.inject({
        method: 'GET',
        url: `/verify?code=${certificates[0]?.code ?? ''}`,
      });
      const text = textOf(shown.body);
      expect(text).toContain(`1 个：${departmentName('court')}`);
      for (const hidden of ['绝密文号', departmentName('tax'), code]) expect(text).not.toContain(hidden);
    });

    it('sends by courier step by step, and is refused a wrong one', async () => {
      const delivery = {
        kind: 'courier',
        recipient: '李四',
        mobile: '13800000000',
        address: '测试路',
      } as const;
      const { receipt } = await dispatched({ delivery });
      for (const id of ['tax', 'court']) await answers(store(), receipt, id, undefined, at());
      await doing(receipt, 'decided');
      const step = (name: string) => doing(receipt, 'courier', { 'step-of-courier': name });
      expect(await step('delivered')).toBe(422);
      for (const name of ['ordered', 'picked', 'inTransit', 'delivered']) expect(await step(name)).toBe(303);
      expect((await stateOf(store(), receipt, at())).main).toBe('delivered');
    });

    it('shows who is told the outcome, and that nobody writes to them without mail', async () => {
      const intermediaries = [{ name: '某保荐机构', email: 'sponsor@example.com' }];
      const { receipt } = await dispatched({ intermediaries });
      const shown = textOf((await lead.get(casePath(receipt))).body);
      expect(shown).toContain('sponsor@example.com');
      expect(shown).toContain('SMTP_URL');
      expect(textOf((await tax.get(taskPath(receipt, 'tax'))).body)).not.toContain('sponsor@example.com');
    });

    it('corrects, rejects, and shows the words before they go', async () => {
      const { receipt } = await taken(store(), { ...ofCompany(codes()) }, { at: at() });
      expect(await doing(receipt, 'correctionAsked', { items: ' \n' })).toBe(422);
      const path = casePath(receipt, 'correctionAsked');
      const preview = await lead.submit((await lead.get(casePath(receipt))).body, path, {
        items: '第一处\n第二处',
      });
      expect(textOf(preview.body)).toContain('第二处');
      expect((await lead.submit(preview.body, path)).statusCode).toBe(303);
      expect((await stateOf(store(), receipt, at())).main).toBe('correction');
    });

    it('is the only one who acts: an auditor reads the same page without a form', async () => {
      const { receipt } = await dispatched();
      const page = await watcher.get(casePath(receipt));
      expect(page.statusCode).toBe(200);
      expect(page.body).not.toContain(`action="${casePath(receipt)}`);
      const { body } = await lead.get(casePath(receipt));
      const foreign = hiddenFields(body, casePath(receipt, 'urged'));
      expect(
        (await watcher.post(casePath(receipt, 'urged'), { ...foreign, department: 'tax' })).statusCode,
      ).toBe(403);
    });

    it('downloads materials of this case alone', async () => {
      const owner = randomUUID();
      const { receipt } = await taken(store(), { ...ofCompany(codes()) }, { owner, at: at() });
      expect((await lead.get(casePath(receipt, `files/${randomUUID()}`))).statusCode).toBe(404);
      expect((await lead.get(casePath(receipt, 'papers/JPWG-1'))).statusCode).toBe(404);
    });
  });

  describe('the verify page', () => {
    it('asks for a code, runs no script, and knows none that is not ours', async () => {
      const ask = await api.app.inject({ method: 'GET', url: '/verify' });
      expect([ask.statusCode, ask.body.includes('<script')]).toEqual([200, false]);
      expect(String(ask.headers['content-security-policy'])).toContain("default-src 'none'");
      for (const query of ['code=AAAA', 'c=AAAA', `c=${'A'.repeat(300)}`, 'code=%00%ff', 'c[]=1'])
        expect([200, 400, 404]).toContain(
          (await api.app.inject({ method: 'GET', url: `/verify?${query}` })).statusCode,
        );
      const unknown = await api.app.inject({ method: 'GET', url: '/verify?code=2222-2222-2222-2222' });
      expect([unknown.statusCode, unknown.body.includes('role="alert"')]).toEqual([404, true]);
    });
  });

  it('reads amounts as people write them', () => {
    expect(['0', '1234.5', '1,234.56', ' 12 ', '1.234', '-1', '一百', ''].map(centsOf)).toEqual([
      0,
      123_450,
      123_456,
      1200,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
