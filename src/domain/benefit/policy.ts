/** The 19 policies as staff edit them (src/content/policies/*.yaml) and as they ship. */
import type { Basis, Evidence } from '../guide/guide';
import type { Condition, DateExpr, IntExpr } from '../logic/condition';
import type { Parameters } from '../logic/parameters';

/** A paid without doing anything, B registered once, C account to be confirmed, D deducted where it would be charged. */
export type PolicyMode = 'A' | 'B' | 'C' | 'D';

/** `none`: charged to somebody else or not charged at all, so that no money reaches the person. */
export type Period = 'once' | 'month' | 'year' | 'none';

/** What the program can judge from facts. */
export interface PolicyCondition {
  readonly id: string;
  /** One plain sentence. */
  readonly text: string;
  /** The source, fit to be shown to residents. */
  readonly clause: string;
  readonly when: Condition;
  /** The condition is set only where this is met. */
  readonly only?: Condition;
  /** What a person can in decency do to meet it; only where there is such a thing. */
  readonly change?: string;
  readonly evidence: Evidence;
}

/** What only a department can tell; shown, never judged here. */
export interface ToConfirm {
  readonly text: string;
  /** Department id. */
  readonly by: string;
}

/** One of several things in an array fact (children, people hired), each judged for itself. */
export interface PolicyRows {
  readonly path: string;
  /** The condition that there is any. */
  readonly id: string;
  readonly text: string;
  readonly clause: string;
  readonly evidence: Evidence;
  readonly conditions: readonly PolicyCondition[];
}

export interface PolicyInForce {
  readonly from: string;
  readonly to?: string;
  readonly text: string;
  readonly clause: string;
  readonly evidence: Evidence;
}

/** `together` may be had beside another, `higher` only the higher of the two, `notBoth` excludes. */
export interface Interaction {
  readonly kind: 'together' | 'higher' | 'notBoth';
  /** Id of another policy here; absent for benefits outside the list. */
  readonly policy?: string;
  readonly text: string;
}

export interface PolicyNotice {
  readonly code: string;
  readonly when: Condition;
  readonly text: string;
}

export interface Policy {
  readonly id: string;
  /** P01…P19, the order of every list. */
  readonly number: string;
  readonly name: string;
  readonly summary: string;
  readonly audience: 'person' | 'enterprise';
  readonly mode: PolicyMode;
  readonly department: string;
  readonly jointDepartments: readonly string[];
  /** How it reaches the person, and when. */
  readonly channel: string;
  readonly arrives: string;
  readonly inForce?: PolicyInForce;
  readonly basis: readonly Basis[];
  readonly conditions: readonly PolicyCondition[];
  readonly rows?: PolicyRows;
  readonly confirm: readonly ToConfirm[];
  /** What the person may choose to do or leave. */
  readonly voluntary: readonly string[];
  readonly per: Period;
  /** Cents that come to the person, for one row where there are rows. */
  readonly amount?: IntExpr;
  readonly amountText: string;
  /** Share of the charge still to be paid. */
  readonly payPermille?: IntExpr;
  readonly registerFrom?: { readonly when: Condition; readonly date: DateExpr };
  readonly notices: readonly PolicyNotice[];
  readonly interactions: readonly Interaction[];
  /** Data that the white list is made of, and whose it is. */
  readonly sources: readonly { readonly name: string; readonly department: string }[];
  readonly guides: readonly string[];
  readonly evidence: Evidence;
}

/** J needed to judge, A only for the amount, M a modifier whose absence has a meaning. */
export type FactNature = 'J' | 'A' | 'M';
export type FactType = 'date' | 'int' | 'bool' | 'enum' | 'enums' | 'ints' | 'rows';

/** The closed vocabulary; rows are written `person.children[].birthDate`. */
export interface FactEntry {
  readonly path: string;
  readonly type: FactType;
  readonly nature: FactNature;
  /** The question; for facts that the program fills in, what they are. */
  readonly ask: string;
  readonly hint?: string;
  readonly unit?: 'cents' | 'permille' | 'months' | 'people' | 'year' | 'grade';
  readonly options?: readonly { readonly id: string; readonly label: string }[];
  readonly min?: number;
  readonly max?: number;
  /** What its absence means; only on M. */
  readonly unset?: string;
  /** Asked last, and only of those who want that part. */
  readonly sensitive?: true;
  /** The answer that most give rules out what waits for it, so that it is asked before the others. */
  readonly screens?: true;
  /** A person can in decency change it. */
  readonly changeable?: true;
}

/** A local figure by date, published or not (`rows` empty): what fills `context`. */
export interface LocalFigure {
  readonly path: string;
  readonly department: string;
  readonly rows: readonly {
    readonly from: string;
    readonly to?: string;
    readonly value: number | boolean | string | readonly number[];
  }[];
}

/** Everything the checker needs, as compiled. */
export interface PolicyBook {
  readonly policies: readonly Policy[];
  readonly facts: readonly FactEntry[];
  readonly parameters: Parameters;
  readonly figures: readonly LocalFigure[];
}
