/** A line of the list of certificates, from the projection alone. */
import type { CertificateSummary } from '@/contract/certificate';
import { MAIN_STATES, type MainState } from '@/domain/certificate/actions';
import { counts } from '@/domain/certificate/clock';
import {
  addDays,
  compareDates,
  dateOf,
  formatDate,
  isAfter,
  type CivilDate,
} from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import type { Store } from '../cases/store';
import { IN_REVIEW, NEVER, openTitle } from '../certificate/project';
import { reference } from '../certificate/rules';
import type { CertificateStatesTable } from '../db/certificate-schema';

const isMain = (text: string): text is MainState => text in MAIN_STATES;

const todoOf = ({ main, to_answer, rated }: CertificateStatesTable): CertificateSummary['todo'] => {
  if (main === 'correction') return 'correct';
  if (to_answer > 0) return 'answer';
  return !rated && (main === 'delivered' || main === 'notIssued') ? 'rate' : 'none';
};

/** Days that count from tomorrow to the due day. */
function daysLeft({ calendar }: Store, due: CivilDate, today: CivilDate): number {
  let left = 0;
  for (let day = addDays(today, 1); compareDates(day, due) <= 0; day = addDays(day, 1))
    if (counts(calendar, reference.parameters.unit, day)) left += 1;
  return left;
}

const RUNNING: readonly string[] = ['accepted', ...IN_REVIEW, 'aggregating', 'deciding'];

const statusOf = (text: string | null) =>
  (['valid', 'replaced', 'revoked'] as const).find((status) => status === text);

export function toSummary(store: Store, row: CertificateStatesTable, at: number): CertificateSummary {
  const { companyName, start, end } = openTitle(store.keys, row);
  const today = shanghaiMoment(at).date;
  const due = row.due === NEVER ? undefined : dateOf(row.due);
  const status = statusOf(row.certificate_status);
  return {
    number: row.receipt,
    companyName,
    purpose: row.purpose,
    period: { start, end },
    main: isMain(row.main) ? row.main : 'submitted',
    submittedOn: row.submitted_on,
    changedOn: formatDate(shanghaiMoment(row.updated_at).date),
    due: due ? formatDate(due) : null,
    left: due && RUNNING.includes(row.main) && !isAfter(today, due) ? daysLeft(store, due, today) : null,
    paused: row.paused,
    todo: todoOf(row),
    certificate: row.certificate !== null && status ? { number: row.certificate, status } : null,
  };
}
