/** When a department is reminded: on its last day, when that is over, and when the whole case is late. */
import type { ColumnState } from '@/domain/certificate/actions';
import type { Column } from '@/domain/certificate/board';
import type { CertificateState } from '@/domain/certificate/state';
import { addDays, compareDates, type CivilDate } from '@/domain/shared/civil-date';
import type { StoredEvent } from './stored';

/** From this on the coordinator sees the department among the escalated. */
export const ESCALATED = 2;

const REMINDED: Readonly<Record<ColumnState, boolean>> = {
  pending: false,
  assigned: true,
  reviewing: true,
  // It waits for the company, not the company for it.
  needClarify: false,
  clarified: true,
  externalWait: true,
  recused: true,
  noRecord: false,
  recordFound: false,
  lapsed: false,
  excluded: false,
};

const RESTARTS: readonly string[] = ['reassigned', 'ruled', 'reopened'];

/** How often the system has reminded the department of what it does now. */
export function remindedOf(events: readonly StoredEvent[], department: string): number {
  let count = 0;
  for (const { event } of events) {
    if (!('department' in event) || event.department !== department) continue;
    if (RESTARTS.includes(event.kind)) count = 0;
    else if (event.kind === 'urged' && event.by.role === 'system') count += 1;
  }
  return count;
}

/** The days from which on it should have been reminded once, twice, three times. */
export function reminderDays(
  { clock: main }: Pick<CertificateState, 'clock'>,
  { state, clock }: Column,
): readonly CivilDate[] {
  if (!REMINDED[state] || !clock || !main) return [];
  const overdue = addDays(clock.due, 1);
  const late = addDays(main.due, 1);
  return [clock.due, overdue, ...(compareDates(late, overdue) > 0 ? [late] : [])];
}

/** How many reminders are wanting on a day. */
export const remindersDue = (
  state: Pick<CertificateState, 'clock'>,
  column: Column,
  reminded: number,
  day: CivilDate,
): number =>
  reminderDays(state, column)
    .slice(reminded)
    .filter((from) => compareDates(from, day) <= 0).length;
