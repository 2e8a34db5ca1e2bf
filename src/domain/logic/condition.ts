/**
 * The one language of conditions, as it is written in content (YAML) and in compiled JSON.
 *
 * Guides' situations, forms' show-if and required-if and all benefit rules are written in it. It is data: nothing is
 * parsed from strings and no code comes from content, because WeChat forbids interpreters.
 *
 * Fact paths are dotted (`person.relief.kind`); a path that starts with a dot is taken from the row or object in scope
 * (`.birthDate` inside `anyRow`, inside one child, inside one form block).
 */
export type Scalar = string | number | boolean;

/** A date: `YYYY-MM-DD`, the day of evaluation, a fact, or one reckoned from those. */
export type DateExpr =
  | string
  | { readonly fact: string }
  | { readonly monthStart: DateExpr }
  | { readonly yearEnd: IntExpr }
  | {
      readonly plus: DateExpr;
      readonly years?: number;
      readonly months?: number;
      readonly days?: number;
    };

/** Rows of key values and what they give: `{ by: [board, stage], rows: { star: { shareReform: 100 } } }`. */
export interface LookupTable {
  readonly [key: string]: number | LookupTable;
}

export interface CaseBranch {
  readonly when: Condition;
  readonly then: IntExpr;
}

/**
 * A whole number: money in cents, counts, years, permille. Division happens only in `product … dividedBy` and rounds half
 * up. `standard` is a figure that a department has yet to publish: without it the value is "unpublished".
 */
export type IntExpr =
  | number
  | { readonly fact: string; readonly whenUnset?: IntExpr }
  | { readonly standard: string }
  /** A published figure in force on a day (the day of evaluation unless given); `otherwise` where none is. */
  | { readonly param: string; readonly on?: DateExpr; readonly otherwise?: IntExpr }
  | { readonly yearOf: DateExpr; readonly plus?: number }
  | { readonly monthOf: DateExpr }
  | { readonly lookup: { readonly by: readonly string[]; readonly rows: LookupTable } }
  | { readonly sum: readonly IntExpr[] }
  | { readonly subtract: readonly IntExpr[]; readonly notBelow?: number }
  | { readonly product: readonly [IntExpr, IntExpr]; readonly dividedBy: number }
  | { readonly lowest: readonly IntExpr[] }
  | { readonly highest: readonly IntExpr[] }
  /** Of the branches known to hold, the highest; one that reaches `enough` makes the others not matter. */
  | { readonly highestOf: readonly CaseBranch[]; readonly enough?: number }
  | { readonly cases: readonly CaseBranch[]; readonly otherwise: IntExpr }
  | {
      readonly choose: string;
      readonly options: Readonly<Record<string, IntExpr>>;
      readonly otherwise?: IntExpr;
    }
  | { readonly eachRow: string; readonly where: Condition; readonly amount: IntExpr }
  | { readonly rule: string; readonly with: unknown };

/** Years opened by published parameters (`param`) and by the department (`fact`, an array of years). */
export interface OpenYears {
  readonly years: readonly number[];
  readonly fact: string;
  /** Whether an absent `fact` leaves the answer unknown; otherwise only `years` count. */
  readonly factNeeded?: boolean;
}

export type FactTest =
  | { readonly is: Scalar }
  | { readonly in: readonly Scalar[] }
  /** The array holds any of these. */
  | { readonly contains: readonly Scalar[] }
  /** Present and not blank: `[]`, `{}` and white space are known to be empty. */
  | { readonly filled: true }
  /** Present at all. Never unknown: it is for facts whose absence has a meaning of its own. */
  | { readonly known: true }
  /** A regular expression's source; it must begin with `^`. */
  | { readonly matches: string };

export type IntTest =
  | { readonly atLeast: IntExpr }
  | { readonly atMost: IntExpr }
  | { readonly above: IntExpr }
  | { readonly below: IntExpr }
  /** Both ends count. */
  | { readonly between: readonly [IntExpr, IntExpr] }
  | { readonly inYears: OpenYears };

export type DateTest =
  | { readonly onOrAfter: DateExpr }
  | { readonly onOrBefore: DateExpr }
  | { readonly after: DateExpr }
  | { readonly before: DateExpr }
  /** 满 N 周岁 on `on` (the day of evaluation unless given); time alone may flip it, if not later than `flipsBy`. */
  | { readonly ageAtLeast: number; readonly on?: DateExpr; readonly flipsBy?: DateExpr }
  | { readonly ageBelow: number; readonly on?: DateExpr }
  /** The day of evaluation is later than the date plus n months (days). */
  | { readonly olderThanMonths: number }
  | { readonly olderThanDays: number };

/** `whenUnset` is the answer for a fact whose absence has a meaning (not dead, not ended, no limit set). */
export interface OnFact {
  readonly fact: string;
  readonly whenUnset?: 'met' | 'unmet';
}

export interface Ratio {
  readonly part: IntExpr;
  readonly whole: IntExpr;
  readonly permille: IntExpr;
}

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | (OnFact & (FactTest | IntTest | DateTest))
  | ({ readonly int: IntExpr } & IntTest)
  | ({ readonly date: DateExpr } & DateTest)
  /** The day of evaluation lies in the period; after `to` the condition has lapsed. */
  | { readonly inForce: { readonly from: string; readonly to?: string } }
  | { readonly anyRow: string; readonly where: Condition }
  /** Compared by cross-multiplication, never by division: part × 1000 ≤ permille × whole. */
  | { readonly ratioAtMost: Ratio }
  | { readonly ratioAtLeast: Ratio }
  /** 周岁 of the person whom an identity number names; how it is read is the caller's. */
  | { readonly ageOf: string; readonly atLeast: number }
  | { readonly ageOf: string; readonly below: number }
  /** Any person named in the answers is younger than this; who they are is the caller's to say. */
  | { readonly personUnder: number }
  /** Somebody else has yet to act: when the inner condition is met, the answer is unknown until `missing` are known. */
  | { readonly awaits: Condition; readonly missing: readonly string[] }
  /** A rule with a name, given by the caller and tested on its own. */
  | { readonly rule: string; readonly with: unknown };
