import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export interface Query {
  readonly q: string;
  /** Guides that are right, best first; empty when nothing should be found. */
  readonly want: readonly string[];
  readonly kind: string;
}

const queriesSchema = z.array(z.strictObject({ q: z.string(), want: z.array(z.string()), kind: z.string() }));

export type QuerySet = 'a' | 'b' | 'c';

/** `a` and `b` were written before any tuning: `a` is tuned on, `b` only ever measured. `c` came later, to tune on. */
export const loadQueries = (half: QuerySet): Query[] =>
  queriesSchema.parse(JSON.parse(readFileSync(join(__dirname, `queries-${half}.json`), 'utf8')));

export interface Tally {
  readonly asked: number;
  readonly first: number;
  readonly three: number;
  readonly five: number;
}

export interface Evaluation {
  /** Of queries that have an answer, by kind and in all. */
  readonly kinds: ReadonlyMap<string, Tally>;
  readonly all: Tally;
  /** Out of scope, and how many of them found nothing. */
  readonly nonsense: { readonly asked: number; readonly empty: number };
  readonly missed: readonly { readonly query: Query; readonly got: readonly string[] }[];
}

const NONE: Tally = { asked: 0, first: 0, three: 0, five: 0 };

const count = (tally: Tally, rank: number): Tally => ({
  asked: tally.asked + 1,
  first: tally.first + Number(rank === 0),
  three: tally.three + Number(rank >= 0 && rank < 3),
  five: tally.five + Number(rank >= 0 && rank < 5),
});

/** Ranks by the first right guide in the answer. */
export function evaluate(queries: readonly Query[], find: (query: string) => readonly string[]): Evaluation {
  const kinds = new Map<string, Tally>();
  const missed: { query: Query; got: readonly string[] }[] = [];
  let all = NONE;
  let asked = 0;
  let empty = 0;
  for (const query of queries) {
    const got = find(query.q);
    if (query.want.length === 0) {
      asked += 1;
      empty += Number(got.length === 0);
      if (got.length > 0) missed.push({ query, got });
      continue;
    }
    const rank = got.findIndex((id) => query.want.includes(id));
    kinds.set(query.kind, count(kinds.get(query.kind) ?? NONE, rank));
    all = count(all, rank);
    if (rank !== 0) missed.push({ query, got });
  }
  return { kinds, all, nonsense: { asked, empty }, missed };
}

export const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
