/** What the applicant is told of each file of a case: waiting for a look, looked at, or refused by the scanner. */
import { caseDetail, type CaseDetail } from '@/contract/cases';
import { paths, pathOf } from '@/contract/paths';
import { findByReceipt } from '../../server/cases/read';
import { scanWaiting } from '../../server/files/scan';
import { newKey, openApi, textField, type Api } from '../server-support/api';
import { requestFor } from '../server-support/applying';
import { does } from '../server-support/cases';
import { openDesk, seedStaff } from '../server-support/desk';
import { ENGINES } from '../server-support/engines';
import { jpeg } from '../server-support/pictures';

jest.setTimeout(120_000);

const FORM = 'elderly-allowance';

describe.each(ENGINES)('files of a case on %s', (engine) => {
  let api: Api;
  let token: string;
  let number: string;
  let file: string;

  beforeAll(async () => {
    api = await openApi({}, engine);
    await seedStaff(api);
    token = await api.signIn();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    const body = await requestFor(api, token, FORM);
    file = body.materials.find(({ material }) => material === 'bank-card')?.files[0] ?? '';
    number = textField(await api.call('POST', paths.cases, { token, body, key: newKey() }), 'number');
  });

  const read = async (): Promise<CaseDetail> =>
    caseDetail.parse((await api.call('GET', pathOf(paths.case, { number }), { token })).json());
  const stateOf = async (id: string) => (await read()).files.find((one) => one.id === id);
  const scan = (verdict: 'clean' | 'infected') => {
    const { store, files } = api.service;
    return scanWaiting({ store, files, scanner: { scan: async () => verdict } });
  };
  const correct = (detail: CaseDetail, changed: Partial<Pick<CaseDetail, 'answers' | 'materials'>>) => {
    const { version, answers, materials } = { ...detail, ...changed };
    const action = { kind: 'corrected', answers, materials };
    return api.call('POST', pathOf(paths.caseActions, { number }), { token, body: { version, action } });
  };
  async function ask(target: { kind: 'field'; path: string } | { kind: 'material'; id: string }) {
    const id = (await findByReceipt(api.service.store, number))?.row.id ?? '';
    await does(api.service.store, id, 1, {
      kind: 'correctionAsked',
      items: [{ target, reason: 'R03', note: '' }],
    });
  }

  it('wait until a clerk has looked', async () => {
    expect(await stateOf(file)).toEqual({ id: file, name: 'a.jpg', state: 'waiting' });
    const desk = await openDesk(api, 'clerk');
    const { body } = await desk.get(`/console/cases/${number}`);
    await desk.submit(body, `/console/files/${file}/checked`);
    expect(await stateOf(file)).toMatchObject({ state: 'checked' });
  });

  it('are checked when a scanner came later and found nothing', async () => {
    await scan('clean');
    expect((await read()).files.map(({ state }) => state)).not.toContain('waiting');
  });

  it('are refused when it found something, and what else is asked for can still be corrected', async () => {
    await scan('infected');
    expect(await stateOf(file)).toMatchObject({ state: 'refused' });
    expect((await api.call('GET', pathOf(paths.file, { id: file }), { token })).statusCode).toBe(404);
    await ask({ kind: 'field', path: 'contactMobile' });
    const detail = await read();
    const done = await correct(detail, { answers: { ...detail.answers, contactMobile: '13900000009' } });
    expect([done.statusCode, (await stateOf(file))?.state]).toEqual([200, 'refused']);
  });

  it('are those of the last version: what was replaced is gone', async () => {
    await scan('infected');
    await ask({ kind: 'material', id: 'bank-card' });
    const detail = await read();
    const other = textField(await api.upload(token, jpeg(), 'other.jpg'), 'id');
    const materials = detail.materials.map((one) =>
      one.material === 'bank-card' ? { ...one, files: [other] } : one,
    );
    const answer = caseDetail.parse((await correct(detail, { materials })).json());
    expect(answer.files.filter(({ id }) => [file, other].includes(id))).toEqual([
      { id: other, name: 'other.jpg', state: 'waiting' },
    ]);
  });
});
