import { changesSince, digestGuide } from './changes';
import { guideWith, materialWith } from './sample-guide.arbitrary';

const guide = guideWith();
const seen = digestGuide(guide, '2026-11-01');

describe('changesSince', () => {
  it('is empty when nothing changed', () => {
    expect(changesSince(seen, guide)).toEqual([]);
  });

  it('names materials added and removed, and not those renamed', () => {
    const [first, ...rest] = guide.materials;
    const renamed = rest.map((material) => ({ ...material, name: `新${material.name}` }));
    const now = guideWith({ materials: [...renamed, materialWith('new', '新材料')] });
    expect(changesSince(seen, now)).toEqual([
      { kind: 'materialAdded', name: '新材料' },
      { kind: 'materialRemoved', name: first?.name },
    ]);
  });

  it('sees a new promise, visits, a fee and a confirmation', () => {
    const now = guideWith({
      time: { ...guide.time, promised: { kind: 'instant', evidence: 'P' } },
      channels: { ...guide.channels, visits: 0 },
      fees: { ...guide.fees, charged: true },
      freshness: { ...guide.freshness, confirmedBy: '区民政局', confirmedOn: '2026-12-01' },
    });
    expect(changesSince(seen, now).map(({ kind }) => kind)).toEqual([
      'promised',
      'visits',
      'charged',
      'confirmed',
    ]);
  });

  it('tells the notes of versions after the one seen', () => {
    expect(changesSince({ ...seen, version: 2 }, guide)).toEqual([
      { kind: 'note', on: '2026-10-01', what: '办得更快' },
    ]);
  });

  it('is small enough to keep for every guide', () => {
    expect(JSON.stringify(seen).length).toBeLessThan(600);
  });
});
