import guides from '@/generated/guides';
import { digestGuide } from '@/domain/guide/changes';
import type { Guide } from '@/domain/guide/guide';
import type { Host } from '../host/host';
import { at, chosen, faults, first, guideUrl, links, path, relaunch, start, stored, ticks } from './person';

const ALLOWANCE = 'elderly-allowance';
const AUTHORIZATION = '授权委托书';

const openGuide = (id: string, storage: Readonly<Record<string, unknown>> = {}): Promise<Host> =>
  start({ path: at.guide, query: { id }, storage });

function guideOf(id: string): Guide {
  const guide = guides[id]?.();
  if (guide === undefined) throw new Error(`no guide ${id}`);
  return guide;
}

const answer = (host: Host, name: string): Promise<void> => host.tap(host.getByRole('radio', { name }));
const tick = async (host: Host, index: number): Promise<void> => {
  const boxes = host.getAllByRole('checkbox');
  await host.tap(first(boxes.slice(index), `box ${index}`));
};

describe('situations', () => {
  it('add and remove what they decide', async () => {
    const host = await openGuide(ALLOWANCE);
    expect(Object.keys(ticks(host))).toContain(AUTHORIZATION);
    await answer(host, '老人本人办');
    expect(Object.keys(ticks(host))).not.toContain(AUTHORIZATION);
    await answer(host, '家人或社区代办');
    expect(Object.keys(ticks(host))).toContain(AUTHORIZATION);
    await answer(host, '家人或社区代办');
    expect(chosen(host)).toEqual([]);
    expect(faults(host)).toEqual([]);
  });

  it('are remembered with the ticks after a kill', async () => {
    const before = await openGuide(ALLOWANCE);
    await answer(before, '家人或社区代办');
    await tick(before, 0);
    await tick(before, 1);
    const marked = ticks(before);
    expect(Object.values(marked).filter((on) => on)).toHaveLength(2);
    expect(faults(before)).toEqual([]);

    const after = await relaunch(before);
    await after.open(guideUrl(ALLOWANCE));
    expect(ticks(after)).toEqual(marked);
    expect(chosen(after)).toEqual(['家人或社区代办']);
    await tick(after, 0);
    expect(Object.values(ticks(after)).filter((on) => on)).toHaveLength(1);
    expect(faults(after)).toEqual([]);
  });

  it('keep the ticks of other guides apart', async () => {
    const host = await openGuide(ALLOWANCE);
    await tick(host, 0);
    await host.open(guideUrl('id-card'));
    expect(Object.values(ticks(host)).every((on) => !on)).toBe(true);
    expect(faults(host)).toEqual([]);
  });
});

describe('favourites and recents', () => {
  it('puts a favourite above what was only looked at, latest first', async () => {
    const host = await start();
    for (const id of [ALLOWANCE, 'id-card', 'residence-permit']) {
      await host.open(guideUrl(id));
      if (id === 'id-card') await host.tap(host.getByRole('switch', { name: '收藏' }));
      await host.back();
    }
    await host.tap(host.getByRole('link', { name: /我的收藏和最近看过/ }));
    expect(path(host)).toBe(at.saved);
    const headings = host.getAllByRole('heading').map(({ text }) => text);
    expect(headings).toEqual(['我的收藏（1）', '最近看过（2）']);
    const shown = ['id-card', 'residence-permit', ALLOWANCE].map((id) => guideOf(id).name);
    expect(links(host).map((name) => name.split(',')[0])).toEqual(shown);

    const again = await relaunch(host);
    await again.open(`/${at.saved}`);
    expect(links(again).map((name) => name.split(',')[0])).toEqual(shown);
    expect([...faults(host), ...faults(again)]).toEqual([]);
  });

  it('takes a favourite back', async () => {
    const host = await openGuide(ALLOWANCE, { saved: { favourites: [ALLOWANCE], recents: [] } });
    await host.tap(host.getByRole('switch', { name: '收藏' }));
    expect(stored(host, 'saved')).toEqual({ favourites: [], recents: [ALLOWANCE] });
    expect(faults(host)).toEqual([]);
  });
});

describe('自您上次查看', () => {
  const older = {
    ...digestGuide(guideOf(ALLOWANCE), '2026-01-05'),
    materials: { 'old-proof': '居委会证明', 'bank-card': '银行卡' },
    visits: 2,
  };

  it('says what came, what went and what changed, once', async () => {
    const host = await openGuide(ALLOWANCE, { seen: { [ALLOWANCE]: older } });
    for (const line of ['自您上次查看', '不再要：居委会证明', `新增材料：${AUTHORIZATION}`, '到现场次数变了'])
      expect(host.hasText(line)).toBe(true);
    expect(faults(host)).toEqual([]);

    const again = await relaunch(host);
    await again.open(guideUrl(ALLOWANCE));
    expect(again.hasText('自您上次查看')).toBe(false);
    expect(faults(again)).toEqual([]);
  });

  it('says nothing on a first visit', async () => {
    expect((await openGuide(ALLOWANCE)).hasText('自您上次查看')).toBe(false);
  });
});

it('folds, calls and shares', async () => {
  const host = await openGuide(ALLOWANCE);
  for (const fold of host
    .getAllByRole('button')
    .filter((node) => node.attribute('aria-expanded') === 'false'))
    await host.tap(fold);
  await host.tap(host.getByRole('button', { name: /^拨打 .* 咨询$/ }));
  expect(host.ledger.native.map(({ name }) => name)).toContain('makePhoneCall');
  expect(host.share()).toMatchObject({ path: guideUrl(ALLOWANCE) });
  expect(faults(host)).toEqual([]);
});
