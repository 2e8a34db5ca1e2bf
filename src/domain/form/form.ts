/** A form as it is opened: blocks and catalogues filled in (see ./source for what is written and shipped). */
import type { Condition } from '../logic/condition';
import type { DerivedRule } from './derived/derived';
import type { ErrorCode } from './error';
import type { FieldBase } from './kinds/kind';
import type { LeafField } from './kinds/kinds';

/** Worked out from other answers, by a rule of ./derived; never accepted from outside. */
export interface DerivedField extends FieldBase {
  readonly kind: 'derived';
  readonly derive: DerivedRule;
  readonly show: 'text' | 'money' | 'date' | 'area' | 'count' | 'permille';
}

export interface GroupField extends FieldBase {
  readonly kind: 'group';
  /** The block it was made from: its fields then mean what they mean in every form. */
  readonly block?: string;
  readonly fields: readonly Field[];
  readonly checks?: readonly Check[];
}

export interface RowsField extends FieldBase {
  readonly kind: 'rows';
  readonly rowsMin: number;
  readonly rowsMax: number;
  /** Columns in which no value may come twice. */
  readonly unique?: readonly string[];
  readonly columns: readonly Field[];
  readonly checks?: readonly Check[];
}

export type Field =
  (LeafField & { readonly checks?: readonly Check[] }) | DerivedField | GroupField | RowsField;

/**
 * What several answers must satisfy together; done only when none of what it reads is wrong by itself. An answer that is
 * empty or not shown leaves the condition unknown, and only a condition that is unmet is an error.
 */
export interface Check {
  readonly id: string;
  /** `members[i].idNo`: each row that breaks it. */
  readonly at: string;
  readonly code: ErrorCode;
  readonly reads: readonly string[];
  /** Done only if this check has found nothing. */
  readonly after?: string;
  readonly when?: Condition;
  /** Paths that begin with a dot are of the row at hand. */
  readonly holds: Condition;
  /** What is wrong and how to mend it, said to the person. */
  readonly say: string;
}

/** One thing a page. It is shown while any of its fields is. */
export interface Page {
  readonly id: string;
  readonly title: string;
  readonly why?: string;
  /** Keys of the form's own fields, in their order. */
  readonly fields: readonly string[];
}

export interface FormMaterial {
  /** The material of the guide with the same id as the form. */
  readonly id: string;
  readonly name: string;
  readonly form: string;
  /** 每人1, 3–9: as the window counts. */
  readonly count: string;
  readonly need: 'required' | 'conditional' | 'deferrable';
  /** Over the answers; a conditional material without it is asked about by `whenText`. */
  readonly when?: Condition;
  readonly whenText?: string;
  /** 自备 own, 共享 shared (uploaded only when the shared data fails), 平台 made by the platform */
  readonly source: 'own' | 'shared' | 'platform';
  /** May come later, and when. */
  readonly later?: string;
}

/** The promised time, as in the guide; the lint compares them. */
export type Clock =
  | { readonly kind: 'instant'; readonly note?: string }
  | {
      readonly kind: 'days';
      readonly days: number;
      readonly unit: 'workday' | 'calendarDay';
      readonly note?: string;
    }
  /** By a calendar of the year, or at the appointment. */
  | { readonly kind: 'scheduled'; readonly note: string };

export interface FormHeader {
  readonly id: string;
  /** A draft of another version is shown again page by page. */
  readonly version: number;
  /** Minutes it takes to fill in. */
  readonly minutes: number;
  readonly clock: Clock;
  /** 联办: what several departments decide side by side; `item` is an option of the field `subItems`. */
  readonly joint?: readonly { readonly item: string; readonly department: string }[];
  readonly materials: readonly FormMaterial[];
  readonly pages: readonly Page[];
}

export interface Form extends FormHeader {
  readonly fields: readonly Field[];
}
