/** The `context` facts that departments have published, for a day; what is not published is not there. */
import { compareDates, dateOf, type CivilDate } from '../shared/civil-date';
import type { LocalFigure } from './policy';

type Row = LocalFigure['rows'][number];

/** Of the rows that hold on the day, the one that began last. */
function rowOn(rows: readonly Row[], day: CivilDate): Row | undefined {
  return [...rows]
    .reverse()
    .find(
      ({ from, to }) =>
        compareDates(dateOf(from), day) <= 0 && (to === undefined || compareDates(day, dateOf(to)) <= 0),
    );
}

export interface Context {
  readonly [key: string]: Context | Row['value'];
}

const isBranch = (value: Context | Row['value'] | undefined): value is Context =>
  typeof value === 'object' && !Array.isArray(value);

function put(tree: Context, [key = '', ...rest]: readonly string[], value: Row['value']): Context {
  if (rest.length === 0) return { ...tree, [key]: value };
  const below = tree[key];
  return { ...tree, [key]: put(isBranch(below) ? below : {}, rest, value) };
}

/** `{ price: …, param: … }`, to be given as `context` beside the person's own facts. */
export const contextFor = (figures: readonly LocalFigure[], asOf: CivilDate): Context =>
  figures.reduce<Context>((tree, { path, rows }) => {
    const row = rowOn(rows, asOf);
    return row ? put(tree, path.split('.').slice(1), row.value) : tree;
  }, {});
