import fc from 'fast-check';
import type { Host } from '../host/host';
import { at, chosen, faults, first, guideUrl, isElder, path, start, stored, ticks, toasts } from './person';

const GUIDE = 'elderly-allowance';
const KEYS = ['preferences', 'saved', 'checklists', 'seen', 'trip', 'reports'] as const;

describe('a phone with no room', () => {
  it('says so once and everything still works until it is closed', async () => {
    const host = await start({ storageFull: true });
    await host.tap(host.getByRole('switch', { name: '长辈版' }));
    expect(isElder(host)).toBe(true);
    await host.open(guideUrl(GUIDE));
    await host.tap(host.getByRole('radio', { name: '家人或社区代办' }));
    await host.tap(first(host.getAllByRole('checkbox'), 'box'));
    await host.tap(host.getByRole('switch', { name: '收藏' }));
    expect(toasts(host)).toEqual(['手机存储已满，新的勾选和收藏记不住了']);
    expect([chosen(host), Object.values(ticks(host)).filter((on) => on)]).toEqual([
      ['家人或社区代办'],
      [true],
    ]);
    await host.open(`/${at.saved}`);
    expect(host.hasText('我的收藏（1）')).toBe(true);
    expect(faults(host)).toEqual([]);
  });

  it('remembers again once there is room', async () => {
    const host = await start({ storageFull: true, path: at.guide, query: { id: GUIDE } });
    host.phone.storageFull = false;
    await host.tap(host.getByRole('switch', { name: '收藏' }));
    expect(stored(host, 'saved')).toEqual({ favourites: [GUIDE], recents: [GUIDE] });
    expect(faults(host)).toEqual([]);
  });
});

/** Opens what reads storage, in one launch. */
async function lookAround(host: Host): Promise<void> {
  await host.open(guideUrl(GUIDE));
  await host.tap(first(host.getAllByRole('checkbox'), 'box'));
  await host.tap(host.getByRole('switch', { name: '收藏' }));
  for (const page of [at.trip, at.saved, at.report, at.note]) {
    await host.open(`/${page}?id=${GUIDE}`);
    expect([path(host), host.tree().text.trim() === '']).toEqual([page, false]);
    await host.back();
  }
  await host.switchTab(at.mine);
}

const WRONG: readonly unknown[] = [
  null,
  0,
  true,
  'x',
  [],
  {},
  [null, 1, {}],
  { constructor: 1, toString: null },
];

/** Shapes that an older or a broken version may have left. */
const OLDER: Readonly<Record<string, unknown>> = {
  preferences: { elder: 'yes', theme: 3 },
  saved: { favourites: [GUIDE, GUIDE, 'gone', 7], recents: { 0: GUIDE } },
  checklists: {
    [GUIDE]: { answers: { applicant: 'gone', card: 4 }, ticked: ['gone', 'bank-card', null] },
    gone: [],
  },
  seen: { [GUIDE]: { version: '1', seenOn: 5 }, gone: { version: 1 } },
  trip: [GUIDE, GUIDE, 'gone', null, {}],
  reports: [{ guide: 'gone', version: 1, field: 'gone', text: '', on: '' }, { guide: GUIDE }, 'x'],
};

describe('damaged storage', () => {
  it.each(WRONG.map((value) => [JSON.stringify(value), value] as const))(
    '%s under every key',
    async (_, value) => {
      const host = await start({ storage: Object.fromEntries(KEYS.map((key) => [key, value])) });
      await lookAround(host);
      expect(stored(host, 'saved')).toEqual({ favourites: [GUIDE], recents: [GUIDE] });
      expect(faults(host)).toEqual([]);
    },
  );

  it('keeps what can be understood of older shapes', async () => {
    const host = await start({ storage: OLDER });
    await lookAround(host);
    await host.open(`/${at.trip}`);
    expect(host.hasText('1 件事，跑一趟')).toBe(true);
    await host.open(`/${at.saved}`);
    expect(faults(host)).toEqual([]);
  });

  it('starts whatever is there', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record(Object.fromEntries(KEYS.map((key) => [key, fc.jsonValue()]))),
        async (storage) => {
          const host = await start({ storage, path: at.guide, query: { id: GUIDE } });
          expect([host.getAllByRole('checkbox').length > 0, faults(host)]).toEqual([true, []]);
          host.kill();
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);
});
