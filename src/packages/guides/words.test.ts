import type { TimeLimit } from '@/domain/guide/guide';
import { guideWith } from '@/domain/guide/sample-guide.arbitrary';
import guides from '@/generated/guides';
import {
  copiesText,
  feesText,
  limitText,
  onlineText,
  openText,
  phoneOf,
  phoneText,
  UNCONFIRMED,
  visitsText,
} from './words';

const all = Object.values(guides).flatMap((load) => load?.() ?? []);
const sample = guideWith({});

describe('limitText', () => {
  it.each([
    [{ kind: 'limit', days: 10, unit: 'workday', evidence: 'P' }, '10 个工作日'],
    [{ kind: 'limit', days: 30, unit: 'calendarDay', evidence: 'L' }, '30 个自然日'],
    [{ kind: 'pending', evidence: 'P' }, UNCONFIRMED],
  ] satisfies [TimeLimit, string][])('%j', (limit, said) => expect(limitText(limit)).toBe(said));

  it('has a word of its own for each other kind', () => {
    const kinds = ['instant', 'scheduled', 'none'] as const;
    const said = kinds.map((kind) => limitText({ kind, evidence: 'K' }));
    expect([new Set(said).size, said.every((word) => word !== '')]).toEqual([3, true]);
  });
});

describe('copiesText', () => {
  const [material] = sample.materials;
  if (material === undefined) throw new Error('the sample has no material');

  it('counts originals and copies', () => {
    expect(copiesText({ ...material, forms: ['original', 'copy'], originals: 1, copies: 2 })).toBe(
      '原件 1 份、复印件 2 份',
    );
  });

  it('says the form where counts say nothing, and adds a note', () => {
    expect(copiesText({ ...material, forms: ['electronic', 'photo'], originals: 1, copies: 0 })).toBe(
      '电子件或照片',
    );
    expect(copiesText({ ...material, forms: ['photo'], originals: 0, copies: 0, countNote: '近照' })).toBe(
      '照片，近照',
    );
  });
});

describe('visitsText', () => {
  const { channels } = sample;
  it('tells never, by post and at most so often apart', () => {
    const online = { kind: 'here', names: ['辽事通'] } as const;
    const said = [
      visitsText(guideWith({ channels: { ...channels, visits: 0, online } })),
      visitsText(guideWith({ channels: { ...channels, visits: 0, online: { kind: 'none', names: [] } } })),
      visitsText(guideWith({ channels: { ...channels, visits: 2 } })),
    ];
    expect([new Set(said).size, said[2]]).toEqual([3, '最多 2 次']);
  });
});

describe('what is not known', () => {
  it('is never said open or closed', () => {
    for (const workday of [true, false]) {
      const said = openText({ kind: 'unconfirmed', workday });
      expect([said.includes(UNCONFIRMED), said.includes('开门')]).toEqual([true, false]);
    }
  });

  it('sends a caller to 12345 and dials a confirmed number', () => {
    expect([phoneOf('pending'), phoneText('pending').includes('12345')]).toEqual(['12345', true]);
    expect([phoneOf('12333'), phoneText('12333')]).toEqual(['12333', '12333']);
  });

  it('says when a hall opens only where that is known', () => {
    expect(openText({ kind: 'open', until: '16:30' })).toContain('16:30');
    expect(openText({ kind: 'closed', opensAt: '09:00' })).toContain('09:00');
    expect(openText({ kind: 'closed' })).not.toContain('undefined');
  });
});

describe('every guide', () => {
  it('has something to say in each of its facts, and no key word of the data shows', () => {
    for (const guide of all) {
      const said = [
        limitText(guide.time.promised),
        limitText(guide.time.statutory),
        feesText(guide),
        visitsText(guide),
        onlineText(guide),
        phoneText(guide.channels.consultation),
        ...guide.materials.map(copiesText),
      ];
      expect([guide.id, said.filter((text) => text === '' || /pending|undefined|null/.test(text))]).toEqual([
        guide.id,
        [],
      ]);
    }
  });
});
