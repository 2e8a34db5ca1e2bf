import type { Host } from '../host/host';
import type { Reply, Request } from '../host/wx/phone';
import { at, chosen, faults, links, path, relaunch, start, stored, toasts } from './person';

const GUIDE = 'elderly-allowance';
const SAID = '窗口说还要居委会证明';

const openReport = (options: { readonly storageFull?: boolean } = {}): Promise<Host> =>
  start({ path: at.report, query: { id: GUIDE }, ...options });
const choose = (host: Host, name: string): Promise<void> => host.tap(host.getByRole('radio', { name }));
const keep = (host: Host): Promise<void> => host.tap(host.getByRole('button', { name: '记下来' }));
const write = (host: Host, text: string): Promise<string> =>
  host.input(host.getByRole('textbox'), text, { lag: 120 });
const alerts = (host: Host): readonly string[] => host.getAllByRole('alert').map(({ text }) => text);

it('wants a sentence, and what was chosen stays', async () => {
  const host = await openReport();
  await choose(host, '多要了材料');
  await keep(host);
  expect(alerts(host)).toEqual(['请写一句窗口是怎么说的。']);
  expect([chosen(host), stored(host, 'reports')]).toEqual([['多要了材料'], undefined]);
  await write(host, '   ');
  await keep(host);
  expect(alerts(host)).toHaveLength(1);
  expect(faults(host)).toEqual([]);
});

it('wants a kind, and what was written stays', async () => {
  const host = await openReport();
  expect(await write(host, SAID)).toBe(SAID);
  await keep(host);
  expect(alerts(host)).toEqual(['请先选是哪一类不一样。您写的内容还在。']);
  await choose(host, '其他');
  await keep(host);
  expect(stored(host, 'reports')).toMatchObject([{ guide: GUIDE, field: 'other', text: SAID }]);
  expect(host.ledger.echoes).toEqual([]);
  expect(faults(host)).toEqual([]);
});

it('is kept over a kill and found under 我的', async () => {
  const before = await openReport();
  await choose(before, '多要了材料');
  await write(before, SAID);
  await keep(before);
  expect(stored(before, 'reports')).toEqual([
    { guide: GUIDE, version: 1, field: 'materials', text: SAID, on: '2026-11-24', sent: false },
  ]);
  expect(toasts(before)).toEqual(['记下了，存在手机里']);
  expect([alerts(before), chosen(before), before.hasText(SAID)]).toEqual([[], [], true]);
  expect(before.getByRole('textbox').attribute('value') ?? '').toBe('');

  const host = await relaunch(before);
  await host.switchTab(at.mine);
  await host.tap(host.getByRole('link', { name: /^清单之外的记录/ }));
  expect([path(host), host.hasText(SAID)]).toEqual([at.report, true]);
  expect([...faults(before), ...faults(host)]).toEqual([]);
});

it('is not offered under 我的 while there is none', async () => {
  const host = await start({ path: at.mine });
  expect(links(host).some((name) => name.startsWith('清单之外'))).toBe(false);
});

it('reaches the form from the guide and keeps the newest first', async () => {
  const host = await start({ path: at.guide, query: { id: GUIDE } });
  await host.tap(host.getByRole('link', { name: /^记下“清单之外”的要求/ }));
  expect(host.currentPage().query).toEqual({ id: GUIDE });
  for (const text of ['一', '二', '三']) {
    await choose(host, '其他');
    await write(host, text);
    await keep(host);
  }
  expect(stored(host, 'reports')).toMatchObject([{ text: '三' }, { text: '二' }, { text: '一' }]);
  expect(faults(host)).toEqual([]);
});

it('does not claim to have kept what a full phone did not', async () => {
  const host = await openReport({ storageFull: true });
  await choose(host, '其他');
  await write(host, SAID);
  await keep(host);
  expect(host.hasText(SAID)).toBe(true);
  expect([toasts(host).includes('记下了，存在手机里'), alerts(host).length]).toEqual([false, 1]);
  host.phone.storageFull = false;
  await keep(host);
  expect([alerts(host), toasts(host).at(-1)]).toEqual([[], '记下了，存在手机里']);
  expect(stored(host, 'reports')).toMatchObject([{ guide: GUIDE, text: SAID }]);
  expect(faults(host)).toEqual([]);
});

it('is sent when the person says so, once, without a name; without a network it stays', async () => {
  const taken: unknown[] = [];
  const server = ({ method, url, data, header }: Request): Reply | undefined => {
    if (!url.endsWith('/api/reports')) return undefined;
    taken.push([method, data, Object.keys(header).filter((name) => name === 'authorization')]);
    return { statusCode: 201, data: { id: 'r1' } };
  };
  const host = await start({ path: at.report, query: { id: GUIDE }, server });
  await choose(host, '多要了材料');
  await write(host, SAID);
  await keep(host);
  expect(taken).toEqual([]);
  host.phone.setNetwork('none');
  const send = { name: '发给责任部门（1 条没发）' };
  await host.tap(host.getByRole('button', send));
  expect(alerts(host)).toEqual(['手机现在没有网。记的都还在手机里。请稍后再试。']);
  host.phone.setNetwork('wifi');
  await host.tap(host.getByRole('button', send));
  const said = { guide: GUIDE, version: 1, field: 'materials', text: SAID, on: '2026-11-24' };
  expect(taken).toEqual([['POST', JSON.stringify(said), []]]);
  expect(stored(host, 'reports')).toEqual([{ ...said, sent: true }]);
  expect([host.hasText('发给责任部门'), toasts(host).at(-1)]).toEqual([false, '已发给责任部门，谢谢您']);
  expect(faults(host)).toEqual([]);
});
