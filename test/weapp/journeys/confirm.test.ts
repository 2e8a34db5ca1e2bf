/** 兑现进度: from the message to the account, and what may be said against it. */
import { crawlPage, problemsOf } from '../crawl';
import { modes } from '../dist-facts';
import { longLists, treeBreaches, unnamedControls, unsafeProbes } from '../gates/behaviour';
import type { Host, LaunchOptions } from '../host/host';
import { EntitlementServer } from '../support/entitlement-server';
import { NOW, pages, press } from './applicant';
import { calls, faults, path, start, toasts } from './person';

const CONFIRM = 'packages/benefits/confirm/index';
const CHILD = 'child-rearing-subsidy';
const CARD = '6228480999999999991';

const opened = (server: EntitlementServer, id: string, options: LaunchOptions = {}): Promise<Host> =>
  start({
    now: new Date(server.cases.time),
    server: server.handle,
    path: CONFIRM,
    ...(id === '' ? {} : { query: { id } }),
    ...options,
  });

const type = async (host: Host, account: string): Promise<void> => {
  await host.input(host.getByRole('textbox', { name: '本人银行卡号' }), account);
};
const agree = (host: Host): Promise<void> => host.tap(host.getByRole('checkbox', { name: /^我愿意领取/ }));
const alerts = (host: Host): number => host.getAllByRole('alert').length;

it('is confirmed from the message on: will and account, shown masked from then on', async () => {
  const server = new EntitlementServer();
  const id = server.awaiting(CHILD);
  const host = await start({ now: new Date(server.cases.time), server: server.handle, path: pages.inbox });
  await host.tap(host.getByRole('link', { name: /^请确认要不要领/ }));
  expect([path(host), host.currentPage().query]).toEqual([CONFIRM, { id }]);
  expect(host.getByRole('heading', { name: '育儿补贴' })).toBeDefined();
  expect([host.hasText('请确认要不要领，以及打到哪个账户。'), host.hasText('金额：每年 ¥3,600')]).toEqual([
    true,
    true,
  ]);
  await type(host, CARD);
  await agree(host);
  await press(host, '确认领取');
  expect([toasts(host).includes('已确认'), server.accounts]).toEqual([true, [CARD]]);
  expect(server.view(id)).toMatchObject({ status: 'paying', account: CARD });
  expect([host.hasText('正在拨付到 **** 9991。'), host.hasText(CARD)]).toEqual([true, false]);
  expect(faults(host)).toEqual([]);
});

it.each([
  ['nothing typed', '', true, 1],
  ['a wrong digit', '6228480999999999992', true, 1],
  ['not agreed', CARD, false, 1],
  ['neither', '123', false, 2],
])('sends nothing with %s', async (_, account, agrees, errors) => {
  const server = new EntitlementServer();
  const host = await opened(server, server.awaiting(CHILD));
  if (account !== '') await type(host, account);
  if (agrees) await agree(host);
  await press(host, '确认领取');
  expect([alerts(host), server.accounts]).toEqual([errors, []]);
  expect(faults(host)).toEqual([]);
});

it('keeps what was typed when there is no network, and says so', async () => {
  const server = new EntitlementServer();
  const id = server.awaiting(CHILD);
  const host = await opened(server, id);
  await type(host, CARD);
  await agree(host);
  server.cases.down = true;
  await press(host, '确认领取');
  expect([alerts(host), server.view(id).status]).toEqual([1, 'awaiting']);
  server.cases.down = false;
  await press(host, '确认领取');
  expect([alerts(host), server.view(id).status]).toEqual([0, 'paying']);
  expect(faults(host)).toEqual([]);
});

it('shows what happened meanwhile before anything is done', async () => {
  const server = new EntitlementServer();
  const id = server.awaiting(CHILD);
  const host = await opened(server, id);
  server.does(id, 'reviewer', { kind: 'stopped', reason: 'decided', note: '户口已迁出' });
  await type(host, CARD);
  await agree(host);
  await press(host, '确认领取');
  expect([alerts(host), host.hasText('停发：户口已迁出')]).toEqual([1, true]);
  expect(server.view(id).status).toBe('stopped');
  expect(faults(host)).toEqual([]);
});

it('is objected to, with a reason', async () => {
  const server = new EntitlementServer();
  const id = server.awaiting(CHILD);
  const host = await opened(server, id);
  await press(host, '名单或金额不对');
  await press(host, '提出异议');
  expect(alerts(host)).toBe(1);
  await host.input(host.getByRole('textbox', { name: '哪里不对' }), '孩子是两个');
  await press(host, '提出异议');
  expect([server.view(id), host.hasText('您提出异议：孩子是两个')]).toMatchObject([
    { status: 'disputed', objection: '孩子是两个' },
    true,
  ]);
  expect(faults(host)).toEqual([]);
});

it('is left only after asking twice; an account that failed is changed', async () => {
  const server = new EntitlementServer();
  const id = server.awaiting(CHILD);
  server.does(id, 'applicant', { kind: 'confirmed', account: CARD });
  server.does(id, 'reviewer', { kind: 'accountFailed', note: '账户已注销' });
  const host = await opened(server, id);
  await press(host, '换一个账户');
  await type(host, '4111111111111111');
  await host.tap(host.getByRole('checkbox', { name: '账户是我本人的' }));
  await press(host, '换成这个账户');
  expect(server.view(id)).toMatchObject({ status: 'paying', account: '4111111111111111' });
  await press(host, '以后不再领取');
  expect([calls(host, 'showModal').length, server.view(id).stop]).toEqual([1, 'asked']);
  expect(faults(host)).toEqual([]);
});

it('lists all that is the person’s, and nothing of a wrong link', async () => {
  const server = new EntitlementServer();
  const id = server.match('elderly-allowance', 'B', 3000);
  server.match(CHILD, 'C');
  const host = await opened(server, '');
  await host.tap(host.getByRole('link', { name: /^高龄津贴/ }));
  expect(host.currentPage().query).toEqual({ id });
  const wrong = await opened(server, 'none');
  expect([wrong.hasText('没有这项进度'), faults(wrong)]).toEqual([true, []]);
  const none = await opened(new EntitlementServer(), '');
  await press(none, '看看能领什么');
  expect([path(none), faults(none)]).toEqual(['packages/benefits/start/index', []]);
});

/** One in each state in which the page differs. */
const STATES: Readonly<Record<string, (server: EntitlementServer) => string>> = {
  list: (server) => (server.match(CHILD, 'C'), ''),
  notice: (server) => {
    const id = server.match(CHILD, 'C');
    server.does(id, 'reviewer', { kind: 'noticed', until: '2026-12-01' });
    return id;
  },
  awaiting: (server) => server.awaiting(CHILD),
  paid: (server) => {
    const id = server.awaiting(CHILD);
    server.does(id, 'applicant', { kind: 'confirmed', account: CARD });
    for (let i = 0; i < 40; i += 1)
      server.does(id, 'reviewer', { kind: 'paid', on: '2026-11-25', cents: 360_000 });
    return id;
  },
};

describe.each(['normal', 'elder'] as const)('%s', (mode) => {
  it.each(Object.entries(STATES))('%s stands within its budgets', async (_, make) => {
    const server = new EntitlementServer();
    const host = await opened(server, make(server), { storage: modes[mode] });
    await host.advance(1000);
    const breaches = [...treeBreaches(host.counts()), ...longLists(host.tree()), ...problemsOf(host)];
    expect([...breaches, ...unnamedControls(host.names()), ...unsafeProbes(host.ledger)]).toEqual([]);
    expect(host.tree().text.trim()).not.toBe('');
  });
});

it.each(['awaiting', 'paid'])(
  '%s: every control works once',
  async (state) => {
    const server = new EntitlementServer();
    const id = STATES[state]?.(server) ?? '';
    const options = { now: NOW, query: { id }, storage: modes.normal, server: server.handle };
    expect(await crawlPage(CONFIRM, options)).toEqual([]);
  },
  60_000,
);
