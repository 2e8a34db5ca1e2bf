import fc from 'fast-check';
import { checklistOf, NOTHING_TICKED, withAnswer, withTick } from './checklists';
import { sentReport, withReport, type OutsideReport } from './reports';
import { parseSaved, withFavourite, withRecent } from './saved';
import { TRIP_LIMIT, withGuide } from './trip';

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j');

describe('checklists', () => {
  it('takes an answer, another in its place, and the same one back', () => {
    const yes = withAnswer({}, 'g', 's', 'yes');
    expect(checklistOf(yes, 'g').answers).toEqual({ s: 'yes' });
    expect(checklistOf(withAnswer(yes, 'g', 's', 'no'), 'g').answers).toEqual({ s: 'no' });
    expect(checklistOf(withAnswer(yes, 'g', 's', 'yes'), 'g').answers).toEqual({});
  });

  it('ticks and unticks, and leaves answers and other guides alone', () => {
    const before = withAnswer(withTick({}, 'other', 'm'), 'g', 's', 'yes');
    const ticked = withTick(before, 'g', 'm');
    expect(checklistOf(ticked, 'g')).toEqual({ answers: { s: 'yes' }, ticked: ['m'] });
    expect(checklistOf(ticked, 'other').ticked).toEqual(['m']);
    expect(checklistOf(withTick(ticked, 'g', 'm'), 'g')).toEqual({ answers: { s: 'yes' }, ticked: [] });
    expect(checklistOf(ticked, 'unknown')).toBe(NOTHING_TICKED);
  });

  it('is as before after any tick twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id), id, (ticked, material) => {
        const all = { g: { answers: {}, ticked } };
        const twice = withTick(withTick(all, 'g', material), 'g', material);
        expect(new Set(checklistOf(twice, 'g').ticked)).toEqual(new Set(ticked));
      }),
    );
  });
});

describe('saved', () => {
  const nothing = parseSaved(undefined);

  it('puts the latest favourite first, once, and takes it back', () => {
    const two = withFavourite(withFavourite(withFavourite(nothing, 'a', true), 'b', true), 'a', true);
    expect(two.favourites).toEqual(['a', 'b']);
    expect(withFavourite(two, 'a', false).favourites).toEqual(['b']);
    expect(withFavourite(two, 'unknown', false).favourites).toEqual(['a', 'b']);
  });

  it('keeps the twenty latest visits, each guide once', () => {
    const visits = fc.array(fc.nat(40).map(String), { maxLength: 60 });
    fc.assert(
      fc.property(visits, (ids) => {
        const { recents, favourites } = ids.reduce(withRecent, { favourites: ['x'], recents: [] });
        const latest = [...new Set([...ids].reverse())].slice(0, 20);
        expect([recents, favourites]).toEqual([latest, ['x']]);
      }),
    );
  });
});

describe('trip', () => {
  it('adds at the end, removes, and never grows over its limit', () => {
    expect(withGuide(withGuide(['a', 'b'], 'c', true), 'a', false)).toEqual(['b', 'c']);
    fc.assert(
      fc.property(fc.array(fc.tuple(id, fc.boolean())), (steps) => {
        const choice = steps.reduce<readonly string[]>((all, [guide, on]) => withGuide(all, guide, on), []);
        expect([new Set(choice).size, choice.length <= TRIP_LIMIT]).toEqual([choice.length, true]);
      }),
    );
  });

  it('drops none that was chosen for a ninth', () => {
    const full = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    expect(withGuide(full, 'i', true)).toEqual(full);
  });
});

describe('reports', () => {
  const report = (text: string): OutsideReport => ({
    guide: 'g',
    version: 1,
    field: 'other',
    text,
    on: '2026-11-24',
    sent: false,
  });

  it('puts the newest first and keeps fifty', () => {
    const all = Array.from({ length: 60 }, (_, index) => report(String(index))).reduce<
      readonly OutsideReport[]
    >(withReport, []);
    expect([all.length, all[0]?.text, all.at(-1)?.text]).toEqual([50, '59', '10']);
  });

  it('takes the same words of the same day for one', () => {
    const once = withReport([report('b')], report('a'));
    expect(withReport(once, report('b'))).toEqual([report('b'), report('a')]);
    expect(withReport(once, { ...report('b'), on: '2026-11-25' })).toHaveLength(3);
  });

  it('marks the one that was sent', () => {
    const all = withReport([report('b')], report('a'));
    expect(sentReport(all, report('b')).map(({ text, sent }) => [text, sent])).toEqual([
      ['a', false],
      ['b', true],
    ]);
  });
});
