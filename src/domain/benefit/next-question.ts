/** 最少问题: asks next only what can still change a result, and says how much is left. */
import type { CompiledBook } from './compiled';
import type { Judgement } from './judge';
import type { FactEntry, Policy } from './policy';

export interface NextQuestion {
  /** Of the vocabulary; rows are written `person.children[].hukou`. */
  readonly fact: FactEntry;
  /** `verdict` while a verdict may change, `amount` when only the money is open. */
  readonly settles: 'verdict' | 'amount';
  /** 再答 n 题可再确定 m 项: so many questions (of one row, where there are rows) decide at least so many policies; 0 is
   * not sure, as others have to speak too. */
  readonly answers: number;
  readonly decides: number;
}

export interface AskOptions {
  readonly audience: Policy['audience'];
  /** Whether the person wants to see the part with sensitive questions; else they are not asked. */
  readonly sensitive: boolean;
  /** Paths answered with 不清楚, not asked again. */
  readonly unsure: readonly string[];
}

/** What one policy still waits for. */
interface Open {
  /** All of it, what only others can say included; an answer that there are rows brings the questions of a row. */
  readonly needs: readonly string[];
  /** The part that may be asked now, never empty. */
  readonly paths: readonly string[];
}

function needsOf({ entry, facts }: CompiledBook, missing: readonly string[]): readonly string[] {
  return missing.flatMap((path) =>
    entry.get(path)?.type === 'rows'
      ? [
          path,
          ...facts
            .filter((each) => each.path.startsWith(`${path}[]`) && each.nature === 'J')
            .map((each) => each.path),
        ]
      : [path],
  );
}

function openOf(
  book: CompiledBook,
  judged: readonly Judgement[],
  verdict: 'unknown' | 'eligible',
  { audience, sensitive, unsure }: AskOptions,
): readonly Open[] {
  const askable = (path: string): boolean => {
    const entry = book.entry.get(path);
    const mine = entry !== undefined && !path.startsWith('context.') && !unsure.includes(path);
    return mine && (sensitive || !entry.sensitive);
  };
  return judged.flatMap((each, i) => {
    const mine = book.policies[i]?.policy.audience === audience && each.verdict === verdict;
    const paths = mine ? each.missing.filter(askable) : [];
    return paths.length > 0 ? [{ needs: needsOf(book, each.missing), paths }] : [];
  });
}

interface Plan {
  /** To be asked next, one of these. */
  readonly paths: readonly string[];
  readonly answers: number;
  readonly decides: number;
}

/**
 * The questions that surely decide most policies for each question; of equals the fewer. Where none is sure to (the rest
 * is for others to say), a question may still rule something out.
 */
function bestPlan(open: readonly Open[], sure: (open: Open) => boolean): Plan | undefined {
  const settled = open.filter(sure);
  const plans = settled.map(({ needs, paths }) => ({
    paths,
    answers: needs.length,
    decides: settled.filter((other) => other.needs.every((path) => needs.includes(path))).length,
  }));
  const best = plans.reduce<Plan | undefined>((before, plan) => {
    if (!before) return plan;
    const gain = plan.decides * before.answers - before.decides * plan.answers;
    return gain > 0 || (gain === 0 && plan.answers < before.answers) ? plan : before;
  }, undefined);
  const paths = [...new Set(open.flatMap((each) => each.paths))];
  return best ?? (paths.length > 0 ? { paths, answers: paths.length, decides: 0 } : undefined);
}

/**
 * Of a plan, first what most people answer with a "no" that ends the matter, then what most policies wait for.
 */
function firstOf(book: CompiledBook, plan: Plan, open: readonly Open[]): FactEntry | undefined {
  const waiting = (path: string): number => open.filter(({ paths }) => paths.includes(path)).length;
  const place = (path: string): number => book.order.get(path) ?? book.order.size;
  const screens = (path: string): number => (book.entry.get(path)?.screens ? 1 : 0);
  const [path = ''] = [...plan.paths].sort(
    (a, b) => screens(b) - screens(a) || waiting(b) - waiting(a) || place(a) - place(b),
  );
  return book.entry.get(path);
}

/** `undefined` when no answer can change anything any more. */
export function nextQuestion(
  book: CompiledBook,
  judged: readonly Judgement[],
  options: AskOptions,
): NextQuestion | undefined {
  for (const verdict of ['unknown', 'eligible'] as const) {
    // Everything that can be said without a sensitive question is asked first.
    for (const sensitive of options.sensitive ? [false, true] : [false]) {
      const open = openOf(book, judged, verdict, { ...options, sensitive });
      const asked = new Set(open.flatMap(({ paths }) => paths));
      const rowOf = (path: string): string => path.replace(/\[\].*$/, '');
      const plan = bestPlan(open, ({ needs }) =>
        needs.every((path) => asked.has(path) || asked.has(rowOf(path))),
      );
      const fact = plan && firstOf(book, plan, open);
      if (!fact) continue;
      const settles = verdict === 'unknown' ? 'verdict' : 'amount';
      return { fact, settles, answers: plan.answers, decides: plan.decides };
    }
  }
  return undefined;
}
