import guides from '@/generated/guides';
import { personalise } from '@/domain/guide/checklist';
import type { Guide } from '@/domain/guide/guide';
import { planTrip } from '@/domain/guide/trip';
import type { Host } from '../host/host';
import { isRecord, text } from '../host/values';
import { at, faults, guideUrl, path, relaunch, start, stored, toasts } from './person';

const THREE = ['elderly-allowance', 'id-card', 'residence-permit'] as const;
const TODAY = { year: 2026, month: 11, day: 24 };

function guideOf(id: string): Guide {
  const guide = guides[id]?.();
  if (guide === undefined) throw new Error(`no guide ${id}`);
  return guide;
}

/** What the plan says of each material, as the domain works it out: copies are added up over the guides. */
const expectedLines = (ids: readonly string[]): readonly string[] =>
  planTrip(
    ids.map(guideOf).map((guide) => ({
      guide,
      checklist: personalise(guide, {}, TODAY).checklist,
      applies: () => true,
    })),
  ).materials.map(({ name, originals, copies, electronicOnly }) => {
    const counts = [originals > 0 ? `原件 ${originals} 份` : '', copies > 0 ? `复印件 ${copies} 份` : ''];
    const said = counts.filter((part) => part !== '').join('、') || '照片或电子件';
    return `${name}：${electronicOnly ? '网上生成，不用带' : said}`;
  });

const lines = (host: Host): readonly string[] =>
  host.findAll(({ className }) => className.includes('trip-line__title')).map(({ text: line }) => line);

const heading = (host: Host): string => host.getAllByRole('heading').map((node) => node.text)[0] ?? '';

async function add(host: Host, id: string): Promise<void> {
  await host.open(guideUrl(id));
  await host.tap(host.getByRole('button', { name: '加入合并跑一趟' }));
  await host.back();
}

const sharedPath = (host: Host): string => {
  const sent = host.share();
  return isRecord(sent) ? text(sent['path']) : '';
};

it('is put together from guide pages, adds up, and one is taken out', async () => {
  const host = await start();
  for (const id of THREE) await add(host, id);
  await host.tap(host.getByRole('link', { name: /^多件事合并跑一趟/ }));
  expect([path(host), heading(host)]).toEqual([at.trip, '3 件事，跑一趟']);
  expect(lines(host)).toEqual(expect.arrayContaining([...expectedLines(THREE)]));

  await host.tap(host.getByRole('button', { name: `移出${guideOf('id-card').commonName}` }));
  expect(heading(host)).toBe('2 件事，跑一趟');
  expect(stored(host, 'trip')).toEqual(['elderly-allowance', 'residence-permit']);
  expect(lines(host)).toEqual(
    expect.arrayContaining([...expectedLines(['elderly-allowance', 'residence-permit'])]),
  );
  expect(faults(host)).toEqual([]);
});

it('survives a kill', async () => {
  const before = await start();
  for (const id of THREE) await add(before, id);
  const host = await relaunch(before);
  await host.open(`/${at.trip}`);
  expect(heading(host)).toBe('3 件事，跑一趟');
  expect([...faults(before), ...faults(host)]).toEqual([]);
});

it('shows the same on another phone by the shared link, which keeps nothing there', async () => {
  const mine = await start({ path: at.trip, storage: { trip: [...THREE] } });
  const link = sharedPath(mine);
  expect(link).toBe(`/${at.trip}?ids=${THREE.join(',')}`);

  const theirs = await start();
  await theirs.open(link);
  expect(lines(theirs)).toEqual(lines(mine));
  expect(stored(theirs, 'trip')).toBeUndefined();
  expect([...faults(mine), ...faults(theirs)]).toEqual([]);
});

it('says when it is full and loses none', async () => {
  const eight = Object.keys(guides)
    .filter((id) => id !== 'id-card')
    .slice(0, 8);
  const host = await start({ path: at.guide, query: { id: 'id-card' }, storage: { trip: eight } });
  await host.tap(host.getByRole('button', { name: '加入合并跑一趟' }));
  expect([toasts(host), stored(host, 'trip')]).toEqual([['一趟最多合并 8 件事'], eight]);
  await host.open(`/${at.trip}`);
  expect(heading(host)).toBe('8 件事，跑一趟');
  expect(faults(host)).toEqual([]);
});

it('is emptied by one tap', async () => {
  const host = await start({ path: at.trip, storage: { trip: [...THREE] } });
  await host.tap(host.getByRole('button', { name: '清空这一趟' }));
  expect(host.hasText('还没有选事项')).toBe(true);
  expect(stored(host, 'trip')).toEqual([]);
  expect(faults(host)).toEqual([]);
});

describe('a shared link', () => {
  const openLink = (ids: string, trip?: readonly string[]): Promise<Host> =>
    start({ path: at.trip, query: { ids }, storage: trip === undefined ? {} : { trip } });

  it('loses one guide by one tap and keeps the others', async () => {
    const host = await openLink(THREE.join(','));
    await host.tap(host.getByRole('button', { name: `移出${guideOf('id-card').commonName}` }));
    expect(heading(host)).toBe('2 件事，跑一趟');
    expect(faults(host)).toEqual([]);
  });

  it('is emptied by one tap', async () => {
    const host = await openLink(THREE.join(','));
    await host.tap(host.getByRole('button', { name: '清空这一趟' }));
    expect(host.hasText('还没有选事项')).toBe(true);
    expect(faults(host)).toEqual([]);
  });

  it('shows what was sent, also to somebody with a trip of their own', async () => {
    const host = await openLink(THREE.join(','), ['divorce-registration', 'id-card']);
    expect(heading(host)).toBe('3 件事，跑一趟');
    expect(stored(host, 'trip')).toEqual(['divorce-registration', 'id-card']);
    expect(faults(host)).toEqual([]);
  });

  it('is added to a trip of my own by one tap', async () => {
    const host = await openLink('id-card,residence-permit', ['elderly-allowance', 'id-card']);
    await host.tap(host.getByRole('button', { name: '加到我的这一趟' }));
    expect(stored(host, 'trip')).toEqual(['elderly-allowance', 'id-card', 'residence-permit']);
    expect(heading(host)).toBe('3 件事，跑一趟');
    expect(faults(host)).toEqual([]);
  });

  it('counts a guide once that is named twice, and leaves out what is unknown', async () => {
    const host = await openLink('id-card,id-card,nothing,constructor,__proto__,residence-permit,');
    expect(heading(host)).toBe('2 件事，跑一趟');
    expect(lines(host)).toEqual(expect.arrayContaining([...expectedLines(['id-card', 'residence-permit'])]));
    expect(faults(host)).toEqual([]);
  });
});
