/** Totals in whole cents; nothing until every row can be counted. */
import { propertyOf, type Env } from '../../logic/facts';
import { productOver } from '../../logic/exact';
import { rowsAt, valueAt } from '../answers';
import { numberIn, type Derive } from './scene';

/** The sum over rows, or nothing when there are no rows or one of them has no figure yet. */
function total(env: Env, path: string, amount: (row: unknown) => number | undefined): number | undefined {
  const rows = rowsAt(path, env);
  if (rows.length === 0) return undefined;
  return rows.reduce<number | undefined>((sum, row) => {
    const each = amount(row);
    return sum === undefined || each === undefined ? undefined : sum + each;
  }, 0);
}

const column =
  (key: string) =>
  (row: unknown): number | undefined =>
    numberIn(propertyOf(row, key));

const difference =
  (whole: string, part: string) =>
  (row: unknown): number | undefined => {
    const [a, b] = [column(whole)(row), column(part)(row)];
    return a === undefined || b === undefined ? undefined : a - b;
  };

export const selfPaid: Derive = (env) => total(env, 'expenses', difference('amount', 'reimbursed'));
export const wagesOwed: Derive = (env) => total(env, 'workers', column('amount'));
export const unpaidBills: Derive = (env) => total(env, 'bills', difference('total', 'paid'));

/** 人均月收入: what comes in less what has to be spent, a head, to the cent and never below nothing. */
export const perCapitaIncome: Derive = (env) => {
  const people = rowsAt('members', env).length;
  const incomes = rowsAt('incomes', env).length > 0 ? total(env, 'incomes', column('monthly')) : 0;
  const expenses = rowsAt('rigidExpense', env).length > 0 ? total(env, 'rigidExpense', column('monthly')) : 0;
  if (people === 0 || incomes === undefined || expenses === undefined) return undefined;
  return Math.max(0, productOver(incomes - expenses, 1, people));
};

/** 留用率 in permille. */
export const retentionRate: Derive = (env) => {
  const rows = rowsAt('trainees', env);
  const retained = rows.filter((row) => propertyOf(row, 'retained') === true).length;
  return rows.length === 0 ? undefined : productOver(retained, 1000, rows.length);
};

/** 人均住房面积 in square metres with two decimals. */
export const areaPerPerson: Derive = (env) => {
  const own = numberIn(valueAt('housing.ownArea', env));
  const rented = numberIn(valueAt('housing.publicArea', env));
  if (own === undefined || rented === undefined) return undefined;
  const hundredths = Math.round(own * 100) + Math.round(rented * 100);
  return productOver(hundredths, 1, 1 + rowsAt('members', env).length) / 100;
};
