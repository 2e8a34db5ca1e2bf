/** What the board comes to once every department has answered. It is worked out, never entered by hand. */
import type { ColumnState } from './actions';
import type { Column } from './board';
import type { OutputMode } from './draft';

export interface Withheld {
  readonly department: string;
  /** `blocked`: one grave cell makes the whole column red; `lapsed`: a question was not answered in time. */
  readonly why: 'blocked' | 'lapsed';
}

interface Named {
  /** Departments that the certificate speaks for. */
  readonly included: readonly string[];
  /** Of these, those whose records and findings are annexed. */
  readonly annexed: readonly string[];
  /** Ruled to be nobody's field: named as not included. */
  readonly excluded: readonly string[];
}

export type Outcome =
  | ({ readonly kind: 'issued' } & Named)
  | ({ readonly kind: 'partiallyIssued'; readonly withheld: readonly Withheld[] } & Named)
  | { readonly kind: 'notIssued'; readonly withheld: readonly Withheld[] }
  /** Only lapsed questions stand in the way of one whole certificate: the application counts as withdrawn. */
  | { readonly kind: 'withdrawn'; readonly withheld: readonly Withheld[] };

/** Silence is no answer: a column that only waits, overdue or not, is never among these. */
const RETURNED: Readonly<Record<ColumnState, boolean>> = {
  pending: false,
  assigned: false,
  reviewing: false,
  needClarify: false,
  clarified: false,
  externalWait: false,
  recused: false,
  noRecord: true,
  recordFound: true,
  lapsed: true,
  excluded: true,
};

export const hasReturned = ({ state }: Pick<Column, 'state'>): boolean => RETURNED[state];

function withheldOf(column: Column): Withheld | undefined {
  const { department } = column;
  if (column.cells.some(({ state }) => state === 'blocked')) return { department, why: 'blocked' };
  return column.state === 'lapsed' ? { department, why: 'lapsed' } : undefined;
}

/** Answered, and nothing in it stops the certificate. */
export const isClear = (column: Column): boolean =>
  (column.state === 'noRecord' || column.state === 'recordFound') && !withheldOf(column);

/** `undefined` until every column has returned. */
export function aggregate(columns: readonly Column[], output: OutputMode): Outcome | undefined {
  if (!columns.every(hasReturned)) return undefined;
  const withheld = columns.map(withheldOf).filter((one) => one !== undefined);
  const clear = columns.filter(isClear);
  const named: Named = {
    included: clear.map(({ department }) => department),
    annexed: clear.filter(({ state }) => state === 'recordFound').map(({ department }) => department),
    excluded: columns.filter(({ state }) => state === 'excluded').map(({ department }) => department),
  };
  if (withheld.length === 0) {
    // With every field ruled out there is nothing to certify.
    return clear.length > 0 ? { kind: 'issued', ...named } : { kind: 'notIssued', withheld };
  }
  if (output === 'asReady' && clear.length > 0) return { kind: 'partiallyIssued', withheld, ...named };
  return { kind: withheld.some(({ why }) => why === 'blocked') ? 'notIssued' : 'withdrawn', withheld };
}
