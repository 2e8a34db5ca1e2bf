import type { CivilDate } from '../shared/civil-date';
import type { CompiledBook } from './compiled';
import { judge, type Judgement } from './judge';

/**
 * All policies for one person or enterprise on a day, in the order of the book. `facts` is `{ person?, enterprise?,
 * context? }` and should have passed {@link checkFacts}; anything of the wrong kind counts as not given.
 */
export function evaluate(book: CompiledBook, facts: unknown, asOf: CivilDate): readonly Judgement[] {
  const env = { facts, asOf };
  const place = (path: string): number => book.order.get(path) ?? book.order.size;
  return book.policies.map((policy) => {
    const judged = judge(policy, env);
    if (judged.missing.length < 2) return judged;
    return { ...judged, missing: [...judged.missing].sort((a, b) => place(a) - place(b)) };
  });
}
