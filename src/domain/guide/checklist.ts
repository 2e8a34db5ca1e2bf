/** 情形引导: what a guide becomes for one person's answers: my materials, my window, my time limit, the next question. */
import { evaluate } from '../logic/evaluate';
import { MET, type Outcome, type Truth } from '../logic/outcome';
import type { Condition } from '../logic/condition';
import type { CivilDate } from '../shared/civil-date';
import type { Channels, Guide, Material, Situation, TimeLimit } from './guide';

/** Situation id → option id. What is not there has not been answered, or the person does not know. */
export type SituationAnswers = Readonly<Record<string, string>>;

/**
 * `waived` 免提交, `deferrable` 容缺 (may come later); `undecided` while the answers given do not settle it, or when only
 * its own words say who needs it.
 */
export type ChecklistStatus = 'needed' | 'waived' | 'deferrable' | 'notNeeded' | 'undecided';

export interface ChecklistItem {
  readonly material: Material;
  readonly status: ChecklistStatus;
}

type Place = Channels['offline'][number];

export interface PersonalGuide {
  readonly checklist: readonly ChecklistItem[];
  /** Places that serve these answers; not `sure` while an answer is missing. */
  readonly places: readonly { readonly place: Place; readonly sure: boolean }[];
  /** The limit promised for these answers; not `sure` while an answer may still choose another. */
  readonly time: { readonly limit: TimeLimit; readonly label?: string; readonly sure: boolean };
  /** In the guide's order; `undefined` where the condition is in words only. */
  readonly conditions: readonly (Truth | undefined)[];
  /** Situations worth asking now, in order; the first is the next question. */
  readonly toAsk: readonly Situation[];
}

type Judge = (condition: Condition | undefined) => Outcome;

const judgeFor =
  (answers: SituationAnswers, asOf: CivilDate): Judge =>
  (condition) =>
    condition ? evaluate(condition, { facts: answers, asOf }) : MET;

/** A situation that does not apply: known to be none of its options. */
const NOT_ASKED = '';

function factsFor(guide: Guide, answers: SituationAnswers, asOf: CivilDate): SituationAnswers {
  return guide.situations.reduce<SituationAnswers>((facts, { id, when, options }) => {
    if (judgeFor(facts, asOf)(when).result === 'unmet') return { ...facts, [id]: NOT_ASKED };
    const answer = options.find((option) => option.id === answers[id])?.id;
    return answer === undefined ? facts : { ...facts, [id]: answer };
  }, {});
}

/** Drops answers to situations that do not apply and options that no longer exist: an old draft must not mislead. */
export const standingAnswers = (guide: Guide, answers: SituationAnswers, asOf: CivilDate): SituationAnswers =>
  Object.fromEntries(
    Object.entries(factsFor(guide, answers, asOf)).filter(([, answer]) => answer !== NOT_ASKED),
  );

function statusOf(material: Material, judge: Judge): ChecklistStatus {
  const { necessity, when, waivedBy, deferral } = material;
  if (necessity === 'situational') {
    if (!when) return 'undecided';
    const { result } = judge(when);
    if (result !== 'met') return result === 'unmet' ? 'notNeeded' : 'undecided';
  }
  if (waivedBy !== undefined) return 'waived';
  return deferral ? 'deferrable' : 'needed';
}

interface Chosen {
  readonly time: PersonalGuide['time'];
  readonly missing: readonly string[];
}

/** The first variant that applies. An unknown one before it keeps it from being sure. */
function chooseTime({ time }: Guide, judge: Judge): Chosen {
  const missing: string[] = [];
  for (const { when, promised, label } of time.variants ?? []) {
    const outcome = judge(when);
    if (outcome.result === 'met')
      return { time: { limit: promised, label, sure: missing.length === 0 }, missing };
    missing.push(...outcome.missing);
  }
  return { time: { limit: time.promised, sure: missing.length === 0 }, missing };
}

/** Situations whose answer can still change something: a material, a place, the time, a condition, or which others apply. */
function worthAsking(
  guide: Guide,
  facts: SituationAnswers,
  judge: Judge,
  fromTime: readonly string[],
): Situation[] {
  const wanted = new Set([
    ...fromTime,
    ...[
      ...guide.materials.map(({ when }) => when),
      ...guide.channels.offline.map(({ when }) => when),
      ...guide.conditions.map(({ rule }) => rule),
    ].flatMap((when) => judge(when).missing),
  ]);
  // From the last to the first, as a situation depends on earlier ones only.
  return guide.situations.reduceRight<Situation[]>((asked, situation) => {
    const { id, when, options } = situation;
    // An option's hint is an answer in itself (先到银行办一张卡).
    const matters = wanted.has(id) || options.some(({ hint }) => hint !== undefined);
    if (facts[id] !== undefined || !matters) return asked;
    for (const path of judge(when).missing) wanted.add(path);
    return [situation, ...asked];
  }, []);
}

/**
 * The guide for one person. `answers` may come from an old draft; `unsure` are situations that the person cannot answer,
 * which are not asked again.
 */
export function personalise(
  guide: Guide,
  answers: SituationAnswers,
  asOf: CivilDate,
  unsure: readonly string[] = [],
): PersonalGuide {
  const facts = factsFor(guide, answers, asOf);
  const judge = judgeFor(facts, asOf);
  const { time, missing } = chooseTime(guide, judge);
  return {
    checklist: guide.materials.map((material) => ({ material, status: statusOf(material, judge) })),
    places: guide.channels.offline
      .map((place) => ({ place, result: judge(place.when).result }))
      .filter(({ result }) => result !== 'unmet')
      .map(({ place, result }) => ({ place, sure: result === 'met' })),
    time,
    conditions: guide.conditions.map(({ rule }) => rule && judge(rule).result),
    toAsk: worthAsking(guide, facts, judge, missing).filter(({ id }) => !unsure.includes(id)),
  };
}

/** For `planTrip`: whether a place's condition may hold for the answers given. */
export function mayApply(
  guide: Guide,
  answers: SituationAnswers,
  asOf: CivilDate,
): (condition: Condition | undefined) => boolean {
  const judge = judgeFor(factsFor(guide, answers, asOf), asOf);
  return (condition) => judge(condition).result !== 'unmet';
}
