import { personalise, type SituationAnswers } from '@/domain/guide/checklist';
import type { Guide } from '@/domain/guide/guide';
import guides from '@/generated/guides';
import type { Personal } from '../personal';
import type { SheetData } from '@/components/sheet/sheet-data';
import { noteOf } from './lines';

const TODAY = { year: 2026, month: 11, day: 24 };
const ON = '2026-11-24';
const all = Object.values(guides).flatMap((load) => load?.() ?? []);

const personalFor = (guide: Guide, answers: SituationAnswers, ticked: readonly string[] = []): Personal => ({
  guide: personalise(guide, answers, TODAY),
  answers,
  ticked,
  answer: () => undefined,
  tick: () => undefined,
});

const textsOf = (note: SheetData): readonly string[] => [
  note.title,
  note.subtitle,
  ...note.blocks.flatMap(({ title, lines }) => [title, ...lines]),
  note.foot,
];

/** Every way to answer one situation, and none. */
const answersOf = (guide: Guide): readonly SituationAnswers[] => [
  {},
  ...guide.situations.flatMap(({ id, options }) => options.map((option) => ({ [id]: option.id }))),
];

describe('the note of every guide', () => {
  it.each(all.map((guide) => [guide.id, guide] as const))('%s has the boxes of its checklist', (_, guide) => {
    for (const answers of answersOf(guide)) {
      const personal = personalFor(guide, answers);
      const { blocks } = noteOf(guide, personal, ON);
      const carried = personal.guide.checklist.filter(
        ({ status }) => status !== 'waived' && status !== 'notNeeded',
      );
      const boxed = blocks.filter(({ boxes }) => boxes === true).flatMap(({ lines }) => lines);
      expect(boxed).toHaveLength(Math.max(1, carried.length));
      for (const [index, { material }] of carried.entries()) expect(boxed[index]).toContain(material.name);
    }
  });

  it('is the same whatever was ticked', () => {
    for (const guide of all) {
      const ticked = guide.materials.map(({ id }) => id);
      expect(noteOf(guide, personalFor(guide, {}, ticked), ON)).toEqual(
        noteOf(guide, personalFor(guide, {}), ON),
      );
    }
  });

  it('writes down nothing that was answered: each line is the guide’s, whoever carries it', () => {
    for (const guide of all) {
      const canaries = Object.fromEntries(guide.situations.map(({ id }) => [id, `canary-${id}`]));
      const texts = textsOf(noteOf(guide, personalFor(guide, canaries), ON)).join('\n');
      expect([guide.id, texts.includes('canary')]).toEqual([guide.id, false]);
    }
  });

  it('says nothing empty and shows no key word of the data', () => {
    for (const guide of all) {
      const wrong = textsOf(noteOf(guide, personalFor(guide, {}), ON)).filter(
        (text) => text === '' || /pending|undefined|null/.test(text),
      );
      expect([guide.id, wrong]).toEqual([guide.id, []]);
    }
  });

  it('says each line of a block once, as the page draws them by their words', () => {
    const repeated = all.flatMap((guide) =>
      noteOf(guide, personalFor(guide, {}), ON)
        .blocks.filter(({ lines }) => new Set(lines).size < lines.length)
        .map(({ title }) => `${guide.id}: ${title}`),
    );
    expect(repeated).toEqual([]);
  });
});
