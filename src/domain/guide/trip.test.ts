import { dateOf } from '../shared/civil-date';
import { mayApply, personalise } from './checklist';
import type { Guide } from './guide';
import { guideWith, materialWith } from './sample-guide.arbitrary';
import { materialKey, planTrip, type TripPart } from './trip';

const asOf = dateOf('2026-11-23');

const partOf = (guide: Guide, answers: Record<string, string> = {}): TripPart => ({
  guide,
  checklist: personalise(guide, answers, asOf).checklist,
  applies: mayApply(guide, answers, asOf),
});

const { channels } = guideWith();
const one = guideWith({ id: 'one' });
const two = guideWith({
  id: 'two',
  materials: [
    materialWith('book', '户口簿', { copies: 1 }),
    materialWith('id-card', '居民身份证(原件)', { copies: 0 }),
    materialWith('proof', '婚姻状况证明', { waivedBy: '婚姻登记数据' }),
    materialWith('extra', '租房合同', { necessity: 'situational', when: { fact: 'who', is: 'agent' } }),
  ],
});

describe('materialKey', () => {
  it.each([
    ['户口簿(首页、本人页)', '户口簿'],
    ['照片(2寸)', '照片'],
    ['户口簿', '户口簿'],
  ])('%s is %s', (name, key) => {
    expect(materialKey(name)).toBe(key);
  });
});

describe('planTrip', () => {
  it('carries one original for all, and copies for each', () => {
    const { materials } = planTrip([partOf(one), partOf(two)]);
    expect(materials.find(({ name }) => name === '户口簿')).toMatchObject({
      originals: 1,
      copies: 3,
      forGuides: ['one', 'two'],
    });
  });

  it('lists as waived only what no errand needs carried', () => {
    const { materials, waived } = planTrip([partOf(one), partOf(two)]);
    expect(materials.map(({ name }) => name)).toContain('居民身份证');
    expect(waived.map(({ name }) => name)).toEqual(['婚姻状况证明']);
  });

  it('leaves out what the answers make needless and keeps what is undecided', () => {
    const names = (answers: Record<string, string>) =>
      planTrip([partOf(two, answers)]).materials.map(({ name }) => name);
    expect(names({})).toContain('租房合同');
    expect(names({ who: 'self' })).not.toContain('租房合同');
  });

  it('goes first where most is done, and to the place that the answers choose', () => {
    const elsewhere = guideWith({
      id: 'three',
      channels: { ...channels, offline: [{ hall: 'other', window: '1 号' }] },
    });
    const { stops } = planTrip([
      partOf(elsewhere),
      partOf(one, { urgent: 'no' }),
      partOf(two, { urgent: 'no' }),
    ]);
    expect(stops.map(({ hall, guides }) => [hall, guides.map(({ id }) => id)])).toEqual([
      ['main', ['one', 'two']],
      ['other', ['three']],
    ]);
  });

  it('does online first what needs no visit', () => {
    const online = guideWith({
      id: 'online',
      channels: { ...channels, visits: 0, online: { kind: 'here', names: [] } },
    });
    const { onlineFirst, stops } = planTrip([partOf(online), partOf(one, { urgent: 'no' })]);
    expect(onlineFirst).toEqual(['online']);
    expect(stops.flatMap(({ guides }) => guides.map(({ id }) => id))).toEqual(['one']);
  });

  it('is empty for nothing', () => {
    expect(planTrip([])).toEqual({ onlineFirst: [], stops: [], materials: [], waived: [] });
  });
});
