/** 最少问题: asks next only what can still change a result, and says how much is left. */
import type { CompiledBook } from './compiled';
import type { Judgement } from './judge';
import type { FactEntry, Policy } from './policy';

export interface NextQuestion {
  /** Of the vocabulary; rows are written `person.children[].hukou`. */
  readonly fact: FactEntry;
  /** `verdict` while a verdict may change, `amount` when only the money is open. */
  readonly settles: 'verdict' | 'amount';
  /** 再答 n 题可再确定 m 项: at most so many questions decide at least so many policies. */
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

/** The facts that one policy still waits for and that a person can be asked. */
interface Open {
  readonly paths: readonly string[];
}

function openOf(
  book: CompiledBook,
  judged: readonly Judgement[],
  verdict: 'unknown' | 'eligible',
  { audience, sensitive, unsure }: AskOptions,
): readonly Open[] {
  const askable = (path: string): boolean => {
    const entry = book.entry.get(path);
    return (
      entry !== undefined &&
      !path.startsWith('context.') &&
      !unsure.includes(path) &&
      (sensitive || !entry.sensitive)
    );
  };
  return judged.flatMap((each, i) => {
    const mine = book.policies[i]?.policy.audience === audience && each.verdict === verdict;
    const paths = mine ? each.missing.filter(askable) : [];
    return paths.length > 0 ? [{ paths }] : [];
  });
}

interface Plan {
  readonly paths: readonly string[];
  readonly decides: number;
}

/** The set of questions that decides most policies for each question; of equals the shorter. */
function bestPlan(open: readonly Open[]): Plan | undefined {
  const plans = open.map(({ paths }) => ({
    paths,
    decides: open.filter((other) => other.paths.every((path) => paths.includes(path))).length,
  }));
  return plans.reduce<Plan | undefined>((best, plan) => {
    if (!best) return plan;
    const gain = plan.decides * best.paths.length - best.decides * plan.paths.length;
    return gain > 0 || (gain === 0 && plan.paths.length < best.paths.length) ? plan : best;
  }, undefined);
}

/** Of a plan, the question that most policies wait for: its answer may end several at once. Sensitive ones come last. */
function firstOf(book: CompiledBook, plan: Plan, open: readonly Open[]): FactEntry | undefined {
  const waiting = (path: string): number => open.filter(({ paths }) => paths.includes(path)).length;
  const place = (path: string): number => book.order.get(path) ?? book.order.size;
  const tender = (path: string): number => (book.entry.get(path)?.sensitive ? 1 : 0);
  const [path = ''] = [...plan.paths].sort(
    (a, b) => tender(a) - tender(b) || waiting(b) - waiting(a) || place(a) - place(b),
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
      const plan = bestPlan(open);
      const fact = plan && firstOf(book, plan, open);
      if (!fact) continue;
      const settles = verdict === 'unknown' ? 'verdict' : 'amount';
      return { fact, settles, answers: plan.paths.length, decides: plan.decides };
    }
  }
  return undefined;
}
