/** The numbers above the queue: exact while they are small, and no more than "many" above. */
import { sql } from 'kysely';
import { openApi } from '../server-support/api';
import { addDesk, openDesk, seedStaff, textOf } from '../server-support/desk';

jest.setTimeout(120_000);

it('says how many wait, and of very many that they are many', async () => {
  const api = await openApi();
  await seedStaff(api);
  await addDesk(api, 'tax-reviewer', [{ role: 'reviewer', department: 'tax' }]);
  await sql`insert into case_tasks
    select ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'main', 'tax', 'elderly-allowance', 'R' || n,
      case when n <= 120 then 'review' else 'decide' end, date '2026-12-01', null
    from generate_series(1, 130) as n`.execute(api.service.store.db);
  const desk = await openDesk(api, 'tax-reviewer');
  const tabs = textOf((await desk.get('/console?department=tax')).body);
  expect(tabs).toMatch(/待审查 99\+/);
  expect(tabs).toMatch(/待办结 10(?!\d|\+)/);
  expect(tabs).toMatch(/税务局 109\+/);
  await api.close();
});
