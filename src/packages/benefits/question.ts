/** Which place of the facts to ask about now: the domain chooses the fact, rows are gone through one by one. */
import type { Judgement } from '@/domain/benefit/judge';
import { nextQuestion } from '@/domain/benefit/next-question';
import type { FactEntry } from '@/domain/benefit/policy';
import { readPlace, type Checker } from '@/stores/checker';
import { book } from './book';

export type Asking =
  | {
      readonly kind: 'fact';
      readonly fact: FactEntry;
      /** `person.children[0].hukou` */
      readonly place: string;
      /** From 1, of a row. */
      readonly row?: number;
      readonly answers: number;
      readonly decides: number;
      readonly settles: 'verdict' | 'amount';
    }
  /** Before the questions that hurt: 要不要看这一类 */
  | { readonly kind: 'gate' }
  | { readonly kind: 'done' };

const ROW = '[]';

/** Every place that a fact stands for with the rows given. */
function placesOf({ path }: FactEntry, { facts }: Checker): readonly string[] {
  const at = path.indexOf(ROW);
  if (at < 0) return [path];
  const rows = readPlace(facts, path.slice(0, at));
  const count = Array.isArray(rows) ? rows.length : 0;
  return Array.from({ length: count }, (_, index) => path.replace(ROW, `[${index}]`));
}

const isOpen = (state: Checker, place: string): boolean =>
  readPlace(state.facts, place) === undefined && !state.unsure.includes(place);

/** Facts of which no place is left to ask. */
const exhausted = (state: Checker): readonly string[] =>
  book.facts
    .filter((fact) => placesOf(fact, state).every((place) => !isOpen(state, place)))
    .map(({ path }) => path);

function ask(state: Checker, judged: readonly Judgement[], sensitive: boolean): Asking | undefined {
  const { audience } = state;
  const next = nextQuestion(book, judged, { audience, sensitive, unsure: exhausted(state) });
  if (next === undefined) return undefined;
  const places = placesOf(next.fact, state);
  const index = places.findIndex((place) => isOpen(state, place));
  const place = places[index];
  if (place === undefined) return undefined;
  return { kind: 'fact', ...next, place, ...(next.fact.path.includes(ROW) ? { row: index + 1 } : {}) };
}

export function askingNow(state: Checker, judged: readonly Judgement[]): Asking {
  const asked = ask(state, judged, state.sensitive === 'wanted');
  if (asked !== undefined) return asked;
  const more = state.sensitive === 'notAsked' ? ask(state, judged, true) : undefined;
  return more === undefined ? { kind: 'done' } : { kind: 'gate' };
}
