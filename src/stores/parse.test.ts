import fc from 'fast-check';
import { parseChecker } from './checker';
import { parseChecklists } from './checklists';
import { parsePreferences } from './preferences';
import { parseReports } from './reports';
import { parseSaved } from './saved';
import { parseSeen } from './seen';
import { parseTrip, TRIP_LIMIT } from './trip';

/** Field names of all stores, so that random objects come close to real ones. */
const KEYS = [
  ...['elder', 'favourites', 'recents', 'answers', 'ticked', 'guide', 'version', 'field', 'text', 'on'],
  ...['seenOn', 'promised', 'visits', 'charged', 'confirmedOn', 'materials', '__proto__', 'constructor'],
  ...['audience', 'facts', 'unsure', 'sensitive', 'trail'],
];

const { value: hostile } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(undefined, null, true, false, 0, -1, 1.5, '', 'a', '2026-11-24', Number.MAX_VALUE),
    fc.jsonValue(),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 8 }),
  ),
}));

const PARSERS: Readonly<Record<string, (stored: unknown) => unknown>> = {
  checker: parseChecker,
  checklists: parseChecklists,
  preferences: parsePreferences,
  reports: parseReports,
  saved: parseSaved,
  seen: parseSeen,
  trip: parseTrip,
};

/** As a phone gives it back: what JSON keeps of it. */
const asStored = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

const areStrings = (list: readonly unknown[]): boolean => list.every((item) => typeof item === 'string');
const distinct = (list: readonly unknown[]): boolean => new Set(list).size === list.length;
const anything = (check: (stored: unknown) => void): void => fc.assert(fc.property(hostile, check));

describe.each(Object.entries(PARSERS))('%s', (_, parse) => {
  it('makes a state of anything, and the same state of that state', () =>
    anything((stored) => {
      const state = parse(asStored(stored));
      expect(parse(asStored(state))).toEqual(state);
    }));

  it('changes nothing of what it was given', () =>
    anything((stored) => {
      const before = JSON.stringify(stored);
      parse(stored);
      expect(JSON.stringify(stored)).toBe(before);
    }));
});

describe('whatever is stored', () => {
  it('preferences are one boolean', () =>
    anything((stored) => expect([true, false]).toContain(parsePreferences(stored).elder)));

  it('answers of the checker stand in a closed frame', () =>
    anything((stored) => {
      const { audience, facts, unsure, sensitive, trail } = parseChecker(stored);
      expect(['person', 'enterprise']).toContain(audience);
      expect(['notAsked', 'wanted', 'left']).toContain(sensitive);
      expect([typeof facts, Array.isArray(facts)]).toEqual(['object', false]);
      expect(areStrings([...unsure, ...trail])).toBe(true);
    }));

  it('saved ids are strings, each once, and few', () =>
    anything((stored) => {
      const { favourites, recents } = parseSaved(stored);
      expect([favourites, recents].every((list) => areStrings(list) && distinct(list))).toBe(true);
      expect([favourites.length <= 89, recents.length <= 20]).toEqual([true, true]);
    }));

  it('a trip is at most eight ids, each once', () =>
    anything((stored) => {
      const trip = parseTrip(stored);
      expect([areStrings(trip), distinct(trip), trip.length <= TRIP_LIMIT]).toEqual([true, true, true]);
    }));

  it('answers and ticks are strings', () =>
    anything((stored) => {
      for (const { answers, ticked } of Object.values(parseChecklists(stored)))
        expect([areStrings(Object.values(answers)), areStrings(ticked)]).toEqual([true, true]);
    }));

  it('a digest is whole or absent', () =>
    anything((stored) => {
      for (const digest of Object.values(parseSeen(stored))) {
        expect([typeof digest.version, typeof digest.visits, typeof digest.charged]).toEqual([
          'number',
          'number',
          'boolean',
        ]);
        expect(areStrings([digest.seenOn, digest.promised, ...Object.values(digest.materials)])).toBe(true);
      }
    }));

  it('a report is whole or absent, and there are at most fifty', () =>
    anything((stored) => {
      const reports = parseReports(stored);
      expect(reports.length).toBeLessThanOrEqual(50);
      for (const { guide, version, field, text, on } of reports)
        expect([areStrings([guide, field, text, on]), typeof version]).toEqual([true, 'number']);
    }));
});
