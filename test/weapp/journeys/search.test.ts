import type { Host } from '../host/host';
import { at, calls, faults, first, links, path, start } from './person';

const SPOKEN = '老人八十了能领什么';

/** Confirms as the keyboard's search key does. */
const confirm = (host: Host, value: string): Promise<void> =>
  host.fire(host.getByRole('textbox'), 'confirm', { value });

const openSearch = (query: Readonly<Record<string, string>> = {}): Promise<Host> =>
  start({ path: at.search, query });

describe('a spoken sentence', () => {
  it('suggests while it is typed, then leads to the guide', async () => {
    const host = await start();
    await host.tap(host.getByRole('link', { name: /^搜索想办的事/ }));
    expect(path(host)).toBe(at.search);

    const shown = await host.input(host.getByRole('textbox'), SPOKEN, { lag: 120 });
    await host.advance(500);
    expect([shown, host.ledger.echoes]).toEqual([SPOKEN, []]);
    const suggested = links(host);
    expect(suggested.length).toBeGreaterThan(0);
    expect(suggested.length).toBeLessThanOrEqual(5);

    await confirm(host, SPOKEN);
    expect(host.getByRole('status').text).toContain('找到');
    const result = first(host.getAllByRole('link'), 'result');
    expect(result.name).toContain('高龄津贴');
    await host.tap(result);
    expect(path(host)).toBe(at.guide);
    expect(host.currentPage().query).toEqual({ id: 'elderly-allowance' });
    expect(faults(host)).toEqual([]);
  });

  it('comes back from the guide to the same results', async () => {
    const host = await openSearch({ q: SPOKEN });
    const before = links(host);
    await host.tap(first(host.getAllByRole('link'), 'result'));
    await host.back();
    expect(links(host)).toEqual(before);
    expect(faults(host)).toEqual([]);
  });

  it('answers the last key only, however fast they come', async () => {
    const host = await openSearch();
    await host.input(host.getByRole('textbox'), SPOKEN, { gap: 40, blur: false });
    expect(host.ledger.setDataOf('type 想办什么事')).toEqual([]);
    await host.advance(500);
    expect(links(host).length).toBeGreaterThan(0);
    expect(faults(host)).toEqual([]);
  });
});

describe('nothing found', () => {
  const NONSENSE = 'qwxzj 火星移民';

  it('offers themes and a call to 12345', async () => {
    const host = await openSearch();
    await confirm(host, NONSENSE);
    expect(host.hasText(`没有找到“${NONSENSE}”`)).toBe(true);
    await host.tap(host.getByRole('button', { name: '拨打 12345' }));
    expect(calls(host, 'makePhoneCall')).toMatchObject([{ phoneNumber: '12345' }]);
    await host.tap(first(host.getAllByRole('link'), 'theme'));
    expect(path(host)).toBe(at.topic);
    expect(faults(host)).toEqual([]);
  });

  it('shortens what is too long to repeat and breaks on nothing that can be typed', async () => {
    const host = await openSearch();
    for (const odd of ['😀'.repeat(30), '%E4%', '<view>{{x}}</view>', '\u202e倒着', '   ', '\\', '\'"`']) {
      await confirm(host, odd);
      expect(host.tree().text).not.toContain('undefined');
    }
    expect(faults(host)).toEqual([]);
  });
});

it('takes an example, and the field shows it', async () => {
  const host = await openSearch();
  const example = first(host.getAllByRole('link'), 'example');
  await host.tap(example);
  expect(host.getByRole('textbox').attribute('value')).toBe(example.name);
  expect(host.getByRole('status').text).toContain('找到');
  await host.tap(host.getByRole('button', { name: '清空' }));
  expect(host.getByRole('textbox').attribute('value')).toBe('');
  expect(links(host)).toContain(example.name);
  expect(faults(host)).toEqual([]);
});
