/** What the program on the phone asks for itself. */
import { messageTemplates } from '@/contract/phone';
import { paths } from '@/contract/paths';
import { openApi, type Api } from '../server-support/api';

jest.setTimeout(120_000);

describe('the program on the phone', () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi({ template: 'template-1' });
  });
  afterAll(() => api.close());

  it('is told which messages can be agreed to', async () => {
    const token = await api.signIn();
    const response = await api.call('GET', paths.subscriptions, { token });
    expect(messageTemplates.parse(response.json())).toEqual({ templates: ['template-1'] });
  });

  it('sends its faults, of whatever version it is, and nothing of a person gets into the log', async () => {
    const fault = { at: 1, page: 'pages/home/index', what: 'no 张建国 of 13900000002', times: 2 };
    const headers = { 'x-contract-version': '0' };
    const sent = await api.call('POST', paths.trouble, { body: { faults: [fault] }, headers });
    expect(sent.statusCode).toBe(204);
    const line = api.log.find((each) => each.includes('trouble on a phone')) ?? '';
    expect(JSON.parse(line)).toMatchObject({ page: 'pages/home/index', what: 'no … of #', times: 2 });
  });

  it.each([
    [{ faults: [] }],
    [{ faults: Array.from({ length: 21 }, () => ({ at: 1, page: '', what: '', times: 1 })) }],
    [{ faults: [{ at: 1, page: '', what: 'x'.repeat(401), times: 1 }] }],
    [{ faults: [{ at: 1, page: '', what: '', times: 1, name: 'x' }] }],
  ])('is refused what it may not send: %#', async (body) =>
    expect((await api.call('POST', paths.trouble, { body })).statusCode).toBe(400),
  );
});
