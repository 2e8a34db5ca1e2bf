/** 增量续开: only the days since the last certificate's as-of date are reviewed. */
import { addDays, isBefore, type CivilDate } from '../shared/civil-date';
import { err, ok, type Result } from '../shared/result';
import type { Period } from './period';
import type { CertificateState } from './state';

export type RenewalRefusal =
  /** No certificate is out, or it was revoked. */
  | 'noneValid'
  /** A partial certificate has gaps: the departments left out are applied for anew. */
  | 'partial'
  /** The gap is less than two days. */
  | 'tooSoon';

/** The period of a renewal: from the day after the last as-of date (the end of its period) to yesterday. */
export function renewalPeriod(state: CertificateState, asOf: CivilDate): Result<Period, RenewalRefusal> {
  if (!state.certificates.some(({ status }) => status === 'valid')) return err('noneValid');
  if (state.decided === 'partiallyIssued') return err('partial');
  const start = addDays(state.scope.period.end, 1);
  const end = addDays(asOf, -1);
  return isBefore(start, end) ? ok({ start, end }) : err('tooSoon');
}
