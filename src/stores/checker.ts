/** 免申即享: what a person answered, for one person or one enterprise. It stays on the phone, encrypted. */
import { isRecord, stringsIn } from './persisted';
import { placeKeys, put } from './place';

export { placeKeys, readPlace } from './place';

export type Audience = 'person' | 'enterprise';

export interface Checker {
  readonly audience: Audience;
  /** `{ person?, enterprise? }` in the closed vocabulary. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Places answered with 不清楚, rows with their number: `person.children[0].hukou`. */
  readonly unsure: readonly string[];
  /** 要不要看这一类 */
  readonly sensitive: 'notAsked' | 'wanted' | 'left';
  /** Places answered, the last one at the end: the way back. */
  readonly trail: readonly string[];
}

export const NEW_CHECKER: Checker = {
  audience: 'person',
  facts: {},
  unsure: [],
  sensitive: 'notAsked',
  trail: [],
};

const SENSITIVE = ['notAsked', 'wanted', 'left'] as const;

export function parseChecker(stored: unknown): Checker {
  if (!isRecord(stored)) return NEW_CHECKER;
  return {
    audience: stored['audience'] === 'enterprise' ? 'enterprise' : 'person',
    facts: isRecord(stored['facts']) ? stored['facts'] : {},
    unsure: stringsIn(stored['unsure']),
    sensitive: SENSITIVE.find((each) => each === stored['sensitive']) ?? 'notAsked',
    trail: stringsIn(stored['trail']),
  };
}

const factsWith = (facts: Checker['facts'], place: string, value: unknown): Checker['facts'] => {
  const changed = put(facts, placeKeys(place), value);
  return isRecord(changed) ? changed : {};
};

const without = (list: readonly string[], item: string): readonly string[] =>
  list.filter((each) => each !== item);

export const withAnswer = (state: Checker, place: string, value: unknown): Checker => ({
  ...state,
  facts: factsWith(state.facts, place, value),
  unsure: without(state.unsure, place),
  trail: [...without(state.trail, place), place],
});

export const withUnsure = (state: Checker, place: string): Checker => ({
  ...state,
  facts: factsWith(state.facts, place, undefined),
  unsure: [...without(state.unsure, place), place],
  trail: [...without(state.trail, place), place],
});

/** The last answer is taken back, to be asked again. */
export function stepBack(state: Checker): Checker {
  // No Array.prototype.at: iOS below 15.4 lacks it.
  const last = state.trail[state.trail.length - 1];
  if (last === undefined) return state;
  if (last === SENSITIVE_GATE) return { ...state, sensitive: 'notAsked', trail: state.trail.slice(0, -1) };
  return {
    ...state,
    facts: factsWith(state.facts, last, undefined),
    unsure: without(state.unsure, last),
    trail: state.trail.slice(0, -1),
  };
}

/** The place in the trail of the question 要不要看这一类. */
export const SENSITIVE_GATE = '#sensitive';

export const withGate = (state: Checker, wanted: boolean): Checker => ({
  ...state,
  sensitive: wanted ? 'wanted' : 'left',
  trail: [...state.trail, SENSITIVE_GATE],
});
