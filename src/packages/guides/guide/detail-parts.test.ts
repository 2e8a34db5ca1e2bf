import { personalise } from '@/domain/guide/checklist';
import { guideWith } from '@/domain/guide/sample-guide.arbitrary';
import type { Guide } from '@/domain/guide/guide';
import guides from '@/generated/guides';
import { detailParts } from './detail-parts';

const TODAY = { year: 2026, month: 11, day: 24 };
const all = Object.values(guides).flatMap((load) => load?.() ?? []);
const partsOf = (guide: Guide, answers: Readonly<Record<string, string>> = {}) =>
  detailParts(guide, personalise(guide, answers, TODAY));

describe('detailParts', () => {
  it('marks a condition that the answers met or did not, and no other', () => {
    const guide = guideWith({});
    const marks = (answers: Readonly<Record<string, string>>) =>
      (partsOf(guide, answers)[0]?.lines ?? []).slice(0, 2).map((line) => /^[✓✕]/.exec(line)?.[0]);
    expect([marks({}), marks({ who: 'self' }), marks({ who: 'agent' })]).toEqual([
      [undefined, undefined],
      ['✓', undefined],
      ['✕', undefined],
    ]);
  });

  it('leaves out parts without content', () => {
    const titles = (guide: Guide): readonly string[] => partsOf(guide).map(({ title }) => title);
    const bare = guideWith({ refusals: [], returns: [], basis: [] });
    const full = guideWith({ refusals: ['一条'], returns: [{ text: '一条' }] });
    expect(titles(full).length - titles(bare).length).toBe(2 + (full.basis.length > 0 ? 1 : 0));
  });

  it('writes a law once between its marks and says where a number is not known', () => {
    const base = { clause: 'pending', gist: '要点', readOn: '2026-11-23', evidence: 'C' } as const;
    const guide = guideWith({
      basis: [
        { ...base, law: '《某办法》', docNo: 'pending' },
        { ...base, law: '某条例', docNo: '第 1 号' },
      ],
    });
    const lines = partsOf(guide).flatMap((part) => part.lines);
    const [first = '', second = ''] = lines.filter((line) => line.startsWith('《'));
    expect([first.startsWith('《某办法》（'), second.startsWith('《某条例》（第 1 号）')]).toEqual([
      true,
      true,
    ]);
    expect([first, second].some((line) => line.includes('pending') || line.includes('《《'))).toBe(false);
  });
});

describe('the second layer of every guide', () => {
  it.each(all.map((guide) => [guide.id, guide] as const))('%s is whole', (_, guide) => {
    const parts = partsOf(guide);
    const lines = parts.flatMap((part) => part.lines);
    expect(lines.filter((line) => line === '' || /pending|undefined|null/.test(line))).toEqual([]);
    // The page draws parts by their titles and lines by their words: none may come twice.
    expect(new Set(parts.map(({ title }) => title)).size).toBe(parts.length);
    const twice = parts.filter((part) => new Set(part.lines).size < part.lines.length);
    expect(twice.map(({ title }) => title)).toEqual([]);
  });
});
