/** What an account leaves behind when it ends; the rest of 我的数据 is in cases-api.test.ts. */
import { paths } from '@/contract/paths';
import { storeGrant } from '../../server/grants/grants';
import { openApi, type Api } from '../server-support/api';
import { NOON } from '../server-support/cases';

jest.setTimeout(60_000);

describe('an account that ends', () => {
  let api: Api;

  beforeAll(async () => {
    api = await openApi();
  });

  afterAll(() => api.close());

  it('takes its grants with it: nobody could revoke them afterwards', async () => {
    const token = await api.signIn('wang');
    const { store } = api.service;
    const { id } = await store.db.selectFrom('users').select('id').executeTakeFirstOrThrow();
    const person = { id, provider: 'demo', login: 'wang', name: '王小丽', idNo: '', mobile: '' } as const;
    const days = { starts: '2026-11-01', ends: '2026-12-01' };
    const to = { company: '91210213MATEXY0136', companyName: '某公司', name: '李四', idNo: '', ...days };
    await storeGrant(store, person, to, NOON);
    expect((await api.call('DELETE', paths.myData, { token })).statusCode).toBe(200);
    const grants = await store.db.selectFrom('grants').select('revoked_at').execute();
    expect(grants).toEqual([{ revoked_at: NOON }]);
  });
});
