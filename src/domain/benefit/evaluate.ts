import { propertyOf } from '../logic/facts';
import { compareDates, type CivilDate } from '../shared/civil-date';
import type { CompiledBook, CompiledPolicy } from './compiled';
import { judge, type Judgement } from './judge';

/** In the order of the vocabulary. Lists are short and mostly in order already, so each is moved up to where it belongs. */
function ordered({ order }: CompiledBook, paths: readonly string[]): readonly string[] {
  const sorted: string[] = [];
  const places: number[] = [];
  for (const path of paths) {
    const place = order.get(path) ?? order.size;
    let at = sorted.length;
    for (; at > 0 && (places[at - 1] ?? 0) > place; at -= 1) {
      sorted[at] = sorted[at - 1] ?? path;
      places[at] = places[at - 1] ?? place;
    }
    sorted[at] = path;
    places[at] = place;
  }
  return sorted;
}

interface Blank {
  readonly asOf: CivilDate;
  readonly context: unknown;
  readonly judged: Judgement;
}

const blanks = new WeakMap<CompiledPolicy, Blank>();

/**
 * All policies for one person or enterprise on a day, in the order of the book. `facts` is `{ person?, enterprise?,
 * context? }` and should have passed {@link checkFacts}; anything of the wrong kind counts as not given.
 */
export function evaluate(book: CompiledBook, facts: unknown, asOf: CivilDate): readonly Judgement[] {
  const env = { facts, asOf };
  const context = propertyOf(facts, 'context');
  const judgeOne = (compiled: CompiledPolicy): Judgement => {
    const judged = judge(compiled, env);
    return judged.missing.length < 2 ? judged : { ...judged, missing: ordered(book, judged.missing) };
  };
  /** A policy of whose side nothing is known comes out alike for everybody: it is judged once, not once a person. */
  const judgeBlank = (compiled: CompiledPolicy): Judgement => {
    const known = blanks.get(compiled);
    if (known && known.context === context && compareDates(known.asOf, asOf) === 0) return known.judged;
    const judged = judgeOne(compiled);
    blanks.set(compiled, { asOf, context, judged });
    return judged;
  };
  return book.policies.map((compiled) => {
    const { isClosed, policy } = compiled;
    const blank = isClosed && propertyOf(facts, policy.audience) === undefined;
    return blank ? judgeBlank(compiled) : judgeOne(compiled);
  });
}
