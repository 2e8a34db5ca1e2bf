/** One running case for the same company, purpose and time. */
import { isOver, type MainState } from './actions';
import type { Scope } from './events';
import { overlaps } from './period';

export interface KnownCase {
  readonly id: string;
  readonly main: MainState;
  readonly scope: Pick<Scope, 'creditCode' | 'purpose' | 'period'>;
}

/** The running case that the new one would repeat, if any. */
export const findDuplicate = (
  cases: readonly KnownCase[],
  { creditCode, purpose, period }: KnownCase['scope'],
): KnownCase | undefined =>
  cases.find(
    ({ main, scope }) =>
      !isOver(main) &&
      scope.creditCode === creditCode &&
      scope.purpose === purpose &&
      overlaps(scope.period, period),
  );
