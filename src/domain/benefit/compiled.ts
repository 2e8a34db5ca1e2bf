/** A policy book compiled once to closures; evaluating a person then only walks the facts. */
import type { DateEvaluator, Evaluator, IntEvaluator } from '../logic/compiler';
import { createCompiler } from '../logic/evaluate';
import { factReader, type FactReader } from '../logic/facts';
import { factsIn } from '../logic/facts-in';
import { dateOf, type CivilDate } from '../shared/civil-date';
import type { FactEntry, Period, Policy, PolicyBook, PolicyCondition } from './policy';
import { POLICY_RULES } from './rules/rules';

export interface CompiledCondition {
  readonly id: string;
  readonly test: Evaluator;
  readonly only?: Evaluator;
}

export interface CompiledPolicy {
  readonly policy: Policy;
  /** It reads nothing but facts of its own audience and the context. */
  readonly isClosed: boolean;
  /** In the order of the list: in force, the policy's own, then that there are rows. */
  readonly conditions: readonly CompiledCondition[];
  readonly rows?: { readonly reader: FactReader; readonly conditions: readonly CompiledCondition[] };
  /** Last day, where there is one: what time alone would mend only later is not mended at all. */
  readonly lastDay?: CivilDate;
  readonly per: Period;
  readonly amount?: IntEvaluator;
  readonly payPermille?: IntEvaluator;
  readonly registerFrom?: { readonly when: Evaluator; readonly date: DateEvaluator };
  readonly notices: readonly { readonly code: string; readonly when: Evaluator }[];
}

export interface CompiledBook {
  readonly policies: readonly CompiledPolicy[];
  readonly facts: readonly FactEntry[];
  /** Place in the vocabulary, by path. */
  readonly order: ReadonlyMap<string, number>;
  readonly entry: ReadonlyMap<string, FactEntry>;
}

/** Paths that begin with a dot are of a row, and the rows are looked at by their own path. */
function isClosed({ audience, rows, ...policy }: Policy): boolean {
  const own = [`${audience}.`, 'context.', '.'];
  const paths = [...factsIn([policy, rows?.conditions]), ...(rows ? [rows.path] : [])];
  return paths.every((path) => own.some((start) => path.startsWith(start)));
}

type Compile = ReturnType<typeof createCompiler>;

const compileCondition =
  ({ condition }: Compile) =>
  ({ id, when, only }: PolicyCondition): CompiledCondition => ({
    id,
    test: condition(when),
    ...(only ? { only: condition(only) } : {}),
  });

function compilePolicy(policy: Policy, compiler: Compile): CompiledPolicy {
  const { inForce, rows, amount, payPermille, registerFrom } = policy;
  const own = policy.conditions.map(compileCondition(compiler));
  const force = inForce && {
    from: inForce.from,
    ...(inForce.to === undefined ? {} : { to: inForce.to }),
  };
  return {
    policy,
    isClosed: isClosed(policy),
    conditions: [
      ...(force ? [{ id: 'inForce', test: compiler.condition({ inForce: force }) }] : []),
      ...own,
      ...(rows ? [{ id: rows.id, test: compiler.condition({ fact: rows.path, filled: true }) }] : []),
    ],
    ...(rows && {
      rows: {
        reader: factReader(rows.path),
        conditions: rows.conditions.map(compileCondition(compiler)),
      },
    }),
    ...(inForce?.to !== undefined && { lastDay: dateOf(inForce.to) }),
    per: policy.per,
    ...(amount !== undefined && { amount: compiler.int(amount) }),
    ...(payPermille !== undefined && { payPermille: compiler.int(payPermille) }),
    ...(registerFrom && {
      registerFrom: {
        when: compiler.condition(registerFrom.when),
        date: compiler.date(registerFrom.date),
      },
    }),
    notices: policy.notices.map(({ code, when }) => ({ code, when: compiler.condition(when) })),
  };
}

export function compileBook({ policies, facts, parameters }: PolicyBook): CompiledBook {
  const compiler = createCompiler({ parameters, rules: POLICY_RULES });
  return {
    policies: policies.map((policy) => compilePolicy(policy, compiler)),
    facts,
    order: new Map(facts.map(({ path }, i) => [path, i])),
    entry: new Map(facts.map((fact) => [fact.path, fact])),
  };
}
