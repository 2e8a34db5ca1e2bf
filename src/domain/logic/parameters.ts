import { compareDates } from '../shared/civil-date';
import type { CivilDate } from '../shared/civil-date';

/** One published figure and the days it holds for, both ends included. Rows are added, never edited. */
export interface ParameterRow {
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly value: number;
}

/** Tables by name, rows in order of `from`. */
export type Parameters = Readonly<Record<string, readonly ParameterRow[]>>;

/** The figure in force on a day: of the rows that cover it, the one that began last. `undefined` when none does. */
export function valueOn(rows: readonly ParameterRow[], day: CivilDate): number | undefined {
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    const row = rows[i];
    if (!row || compareDates(row.from, day) > 0) continue;
    if (!row.to || compareDates(day, row.to) <= 0) return row.value;
  }
  return undefined;
}
