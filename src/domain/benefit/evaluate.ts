import type { CivilDate } from '../shared/civil-date';
import type { CompiledBook } from './compiled';
import { judge, type Judgement } from './judge';

const placeOf = ({ order }: CompiledBook, path: string): number => order.get(path) ?? order.size;

const isOrdered = (book: CompiledBook, paths: readonly string[]): boolean =>
  paths.length < 2 ||
  paths.every((path, i) => i === 0 || placeOf(book, paths[i - 1] ?? '') < placeOf(book, path));

const ordered = (book: CompiledBook, paths: readonly string[]): readonly string[] =>
  [...paths].sort((a, b) => placeOf(book, a) - placeOf(book, b));

/**
 * All policies for one person or enterprise on a day, in the order of the book. `facts` is `{ person?, enterprise?,
 * context? }` and should have passed {@link checkFacts}; anything of the wrong kind counts as not given.
 */
export function evaluate(book: CompiledBook, facts: unknown, asOf: CivilDate): readonly Judgement[] {
  const env = { facts, asOf };
  return book.policies.map((policy) => {
    const judged = judge(policy, env);
    return isOrdered(book, judged.missing) ? judged : { ...judged, missing: ordered(book, judged.missing) };
  });
}
