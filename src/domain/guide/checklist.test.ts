import fc from 'fast-check';
import { dateOf } from '../shared/civil-date';
import { mayApply, personalise, standingAnswers, type ChecklistStatus } from './checklist';
import { guideWith } from './sample-guide.arbitrary';

const asOf = dateOf('2026-11-23');
const guide = guideWith();

const statuses = (answers: Record<string, string>): Record<string, ChecklistStatus> =>
  Object.fromEntries(
    personalise(guide, answers, asOf).checklist.map(({ material, status }) => [material.id, status]),
  );
const asked = (answers: Record<string, string>, unsure: readonly string[] = []): string[] =>
  personalise(guide, answers, asOf, unsure).toAsk.map(({ id }) => id);

describe('my materials', () => {
  it('tells waived, deferrable and needed from the start, and leaves the rest undecided', () => {
    expect(statuses({})).toEqual({
      'id-card': 'waived',
      book: 'needed',
      photo: 'deferrable',
      letter: 'undecided',
      kinship: 'undecided',
      special: 'undecided',
    });
  });

  it('follows the answers', () => {
    expect(statuses({ who: 'agent', kin: 'no' })).toMatchObject({ letter: 'needed', kinship: 'notNeeded' });
  });

  it('takes a situation that does not apply as none of its options', () => {
    expect(statuses({ who: 'self' })).toMatchObject({ letter: 'notNeeded', kinship: 'notNeeded' });
  });

  it('ignores answers of an old draft that no longer stand', () => {
    expect(standingAnswers(guide, { who: 'self', kin: 'yes', urgent: 'gone' }, asOf)).toEqual({
      who: 'self',
    });
    expect(statuses({ who: 'self', kin: 'yes' })).toMatchObject({ kinship: 'notNeeded' });
  });
});

describe('my questions', () => {
  it('asks what can still change something, in order, and nothing else', () => {
    expect(asked({})).toEqual(['who', 'kin', 'urgent']);
    expect(asked({ who: 'self' })).toEqual(['urgent']);
    expect(asked({ who: 'agent' })).toEqual(['kin', 'urgent']);
    expect(asked({ who: 'self', urgent: 'no' })).toEqual([]);
  });

  it('does not ask again what the person cannot answer', () => {
    expect(asked({ who: 'agent' }, ['kin'])).toEqual(['urgent']);
  });

  it('asks a question whose options carry advice', () => {
    const advising = guideWith({
      situations: [{ id: 'card', ask: '有卡吗?', options: [{ id: 'none', label: '没有', hint: '先办卡' }] }],
    });
    expect(personalise(advising, {}, asOf).toAsk).toHaveLength(1);
  });

  it('ends whatever is answered, and what is asked never grows', () => {
    const answers = fc.record(
      {
        who: fc.constantFrom('self', 'agent'),
        kin: fc.constantFrom('yes', 'no'),
        urgent: fc.constantFrom('yes', 'no'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answers, (given) => {
        const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
        const next = personalise(guide, known, asOf).toAsk;
        expect(next.every(({ id }) => known[id] === undefined)).toBe(true);
        const [first] = next;
        const option = first?.options[0]?.id;
        if (!first || option === undefined) return;
        const after = personalise(guide, { ...known, [first.id]: option }, asOf).toAsk;
        expect(after.length).toBeLessThan(next.length);
      }),
    );
  });
});

describe('my window, my time limit, my conditions', () => {
  it('is sure only when the answers settle it', () => {
    const open = personalise(guide, {}, asOf);
    expect(open.places.map(({ place, sure }) => [place.hall, sure])).toEqual([
      ['fast', false],
      ['main', true],
    ]);
    expect(open.time).toMatchObject({ limit: { days: 5 }, sure: false });
  });

  it('follows the answers', () => {
    const fast = personalise(guide, { urgent: 'yes' }, asOf);
    expect(fast.time).toMatchObject({ limit: { days: 1 }, label: '加急', sure: true });
    const slow = personalise(guide, { urgent: 'no' }, asOf);
    expect(slow.time).toEqual({ limit: guide.time.promised, sure: true });
    expect(slow.places.map(({ place }) => place.hall)).toEqual(['main']);
  });

  it('judges the conditions that can be judged', () => {
    expect(personalise(guide, { who: 'agent' }, asOf).conditions).toEqual(['unmet', undefined]);
    expect(personalise(guide, {}, asOf).conditions).toEqual(['unknown', undefined]);
  });

  it('tells a trip which places may apply', () => {
    const applies = mayApply(guide, { urgent: 'no' }, asOf);
    expect(guide.channels.offline.map(({ when }) => applies(when))).toEqual([false, true]);
  });
});
