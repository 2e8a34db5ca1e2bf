import type { Host } from '../host/host';
import { at, calls, faults, first, hasClass, isElder, path, relaunch, start, stored, toasts } from './person';

const tabBarIsElder = (host: Host): boolean => {
  const bar = host.tabBar();
  return bar !== undefined && bar.children.some((node) => hasClass(node, 'elder'));
};
const modes = (host: Host): readonly boolean[] => [isElder(host), tabBarIsElder(host)];
const toggle = (host: Host): Promise<void> => host.tap(host.getByRole('switch', { name: '长辈版' }));

describe('长辈版', () => {
  it('is switched at home, page and tab bar at once, and stays after a kill', async () => {
    const before = await start();
    expect(modes(before)).toEqual([false, false]);
    await toggle(before);
    expect(modes(before)).toEqual([true, true]);

    const host = await relaunch(before);
    expect(modes(host)).toEqual([true, true]);
    expect(host.getByRole('switch', { name: '长辈版' }).attribute('aria-checked')).toBe('true');
    await toggle(host);
    expect(modes(host)).toEqual([false, false]);
    expect([...faults(before), ...faults(host)]).toEqual([]);
  });

  it('reaches every tab that is already open', async () => {
    const host = await start();
    for (const tab of [at.services, at.mine, at.home]) await host.switchTab(tab);
    await toggle(host);
    for (const tab of [at.services, at.mine, at.home]) {
      await host.switchTab(tab);
      expect([tab, ...modes(host)]).toEqual([tab, true, true]);
    }
    expect(faults(host)).toEqual([]);
  });

  it('is chosen on its own page too, with a word under 我的', async () => {
    const host = await start({ path: at.mine });
    await host.tap(host.getByRole('link', { name: /^字号和长辈版/ }));
    await host.tap(host.getByRole('radio', { name: /^长辈版/ }));
    expect(isElder(host)).toBe(true);
    await host.back();
    expect(host.getByRole('link', { name: /^字号和长辈版/ }).name).toContain('长辈版');
    expect(modes(host)).toEqual([true, true]);
    expect(faults(host)).toEqual([]);
  });
});

describe('the tab bar', () => {
  it('says which page it stands on and leads to the others', async () => {
    const host = await start();
    for (const [name, tab] of [
      ['办事', at.services],
      ['我的', at.mine],
      ['首页', at.home],
    ] as const) {
      await host.tap(host.getByRole('tab', { name }));
      expect(path(host)).toBe(tab);
      // 办事 has a tab list of its own: only the bar's tabs count.
      const bar = host.getAllByRole('tab').filter((node) => hasClass(node, 'tab-bar__item'));
      const on = bar.filter((node) => node.attribute('aria-selected') === 'true').map((node) => node.name);
      expect(on).toEqual([name]);
    }
    expect(faults(host)).toEqual([]);
  });

  it('browses by theme, event, audience and department', async () => {
    const host = await start({ path: at.services });
    for (const name of ['按大事', '按对象', '按部门', '按主题']) {
      await host.tap(host.getByRole('tab', { name }));
      await host.tap(first(host.getAllByRole('link', { name: /\d+ 项/ }), name));
      expect([path(host), host.getAllByRole('link').length > 0]).toEqual([at.topic, true]);
      await host.back();
    }
    expect(faults(host)).toEqual([]);
  });
});

describe('清除我的数据', () => {
  const GUIDE = 'elderly-allowance';
  const storage = {
    preferences: { elder: true },
    saved: { favourites: [GUIDE], recents: ['id-card'] },
    checklists: { [GUIDE]: { answers: { applicant: 'agent' }, ticked: ['bank-card'] } },
    trip: [GUIDE],
    reports: [{ guide: GUIDE, version: 1, field: 'other', text: '一句话', on: '2026-11-20' }],
    seen: {},
  };
  const openData = (): Promise<Host> => start({ path: at.data, storage });
  const wipe = (host: Host): Promise<void> => host.tap(host.getByRole('button', { name: /^清除选中/ }));
  const keys = (host: Host): readonly string[] => [...host.phone.storage.keys()].sort();

  it('leaves the preferences only, and nothing comes back after a kill', async () => {
    const before = await openData();
    await wipe(before);
    expect(calls(before, 'showModal')).toHaveLength(1);
    expect([keys(before), toasts(before)]).toEqual([['preferences'], ['已清除']]);

    const host = await relaunch(before, { path: at.mine });
    expect(host.hasText('收藏 0 项，最近 0 项')).toBe(true);
    expect([keys(host), isElder(host)]).toEqual([['preferences'], true]);
    expect([...faults(before), ...faults(host)]).toEqual([]);
  });

  it('does nothing when the person thinks better of it', async () => {
    const host = await openData();
    host.phone.modalConfirm = false;
    await wipe(host);
    expect([keys(host), toasts(host)]).toEqual([Object.keys(storage).sort(), []]);
    expect(faults(host)).toEqual([]);
  });

  it('wipes what is chosen only', async () => {
    const host = await openData();
    await host.tap(host.getByRole('checkbox', { name: '收藏和最近看过' }));
    await wipe(host);
    expect(keys(host)).toEqual(['preferences', 'saved']);
    await host.switchTab(at.mine);
    expect(host.hasText('收藏 1 项，最近 1 项')).toBe(true);
    expect(faults(host)).toEqual([]);
  });

  it('keeps what is written after a wipe', async () => {
    const before = await openData();
    await wipe(before);
    await before.open(`/${at.guide}?id=${GUIDE}`);
    await before.tap(before.getByRole('switch', { name: '收藏' }));
    const host = await relaunch(before);
    expect(stored(host, 'saved')).toEqual({ favourites: [GUIDE], recents: [GUIDE] });
    expect([...faults(before), ...faults(host)]).toEqual([]);
  });
});
