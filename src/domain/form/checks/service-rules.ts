/** Rules that belong to one service each. */
import type { Evaluator } from '../../logic/compiler';
import { dateIn, propertyOf } from '../../logic/facts';
import { decided, MET } from '../../logic/outcome';
import { rowsAt, valueAt } from '../answers';
import { textOf } from '../kinds/kind';
import { textGiven } from './given';

/** 育儿补贴: the years in which a child born in `born` may be applied for. It began in 2025 and looks back to 2022. */
export function claimYears(born: number, renewal: boolean): readonly number[] {
  if (born >= 2025) return renewal ? [born + 1, born + 2, born + 3] : [born, born + 1];
  const years = [2025, 2026, 2027].slice(0, born - 2021);
  return renewal && born > 2022 ? years.filter((year) => year !== 2025) : years;
}

/** The year claimed is this year and one that every child may still be applied for. */
export function claimYearOpen(given: unknown): Evaluator {
  const [year, kind, children] = ['year', 'kind', 'children'].map((key) => textGiven(given, key));
  return (env) => {
    const claimed = valueAt(year ?? '', env);
    if (typeof claimed !== 'number') return MET;
    const renewal = valueAt(kind ?? '', env) === 'renewal';
    const open = rowsAt(children ?? '', env).every((child) => {
      const birth = dateIn(propertyOf(child, 'birthDate'));
      return birth === undefined || claimYears(birth.year, renewal).includes(claimed);
    });
    return decided(claimed === env.asOf.year && open);
  };
}

/** 落户: the parent chosen at `with` is registered in the district. */
export function settlesInDistrict(given: unknown): Evaluator {
  const chosen = textGiven(given, 'with');
  return (env) => {
    const parent = textOf(valueAt(chosen, env));
    if (parent === '') return MET;
    const street = textOf(valueAt(`${parent}.hukouStreet`, env));
    return decided(street !== '' && street !== 'outside');
  };
}
