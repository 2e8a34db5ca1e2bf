/** What lists, queues and the sweep are sorted by: worked out from the events alone, on a day. */
import { z } from 'zod';
import { hasReturned } from '@/domain/certificate/aggregate';
import type { MainState } from '@/domain/certificate/actions';
import type { Scope } from '@/domain/certificate/events';
import { openComplaints, type CertificateState } from '@/domain/certificate/state';
import { addDays, formatDate, isAfter, isBefore, type CivilDate } from '@/domain/shared/civil-date';
import { canonical } from '../crypto/canonical';
import { mustUnseal, seal } from '../crypto/seal';
import type { KeyRing } from '../crypto/keys';
import type {
  CertificateCasesTable,
  CertificateStatesTable,
  CertificateTasksTable,
} from '../db/certificate-schema';
import { ESCALATED, remindedOf, reminderDays } from './reminders';
import type { StoredEvent } from './stored';

export type CaseHead = Pick<CertificateCasesTable, 'id' | 'owner' | 'receipt' | 'company_digest'>;

export interface Projection {
  readonly state: CertificateStatesTable;
  readonly tasks: readonly CertificateTasksTable[];
}

export const NEVER = '9999-12-31';

/** Work for the office. */
const OPEN: Readonly<Record<MainState, boolean>> = {
  draft: false,
  submitted: true,
  correction: true,
  accepted: true,
  jointReview: true,
  clarifying: true,
  aggregating: true,
  deciding: true,
  issued: true,
  partiallyIssued: true,
  notIssued: false,
  delivering: true,
  delivered: false,
  closed: false,
  withdrawn: false,
  rejected: false,
  reissued: true,
  revoked: false,
};

/** The review is on: its tasks wait for their departments. */
export const IN_REVIEW: readonly MainState[] = ['jointReview', 'clarifying'];

const titleSchema = z.object({ companyName: z.string(), start: z.string(), end: z.string() });

/** What lists show of a case, sealed as a whole. */
export type Title = z.infer<typeof titleSchema>;

const titleAt = (caseId: string): string => `certificate_states/${caseId}`;

export function openTitle(
  keys: KeyRing,
  { case_id, sealed }: Pick<CertificateStatesTable, 'case_id' | 'sealed'>,
): Title {
  const title: unknown = JSON.parse(mustUnseal(keys, sealed, titleAt(case_id)).toString());
  return titleSchema.parse(title);
}

const titleOf = ({ companyName, period: { start, end } }: Scope): Title => ({
  companyName,
  start: formatDate(start),
  end: formatDate(end),
});

/** The first day after `on` on which a reminder is due, a question lapses or the case becomes late. */
function wakesOn(state: CertificateState, reminded: ReadonlyMap<string, number>, on: CivilDate) {
  if (!IN_REVIEW.includes(state.main) || !state.clock) return undefined;
  // The due day moves with every day that someone waits.
  if (state.clock.paused || state.board.some(({ clock }) => clock?.paused)) return addDays(on, 1);
  const days = [
    addDays(state.clock.due, 1),
    ...state.board.flatMap((column) => reminderDays(state, column).slice(reminded.get(column.department))),
  ].filter((day) => isAfter(day, on));
  return days.reduce<CivilDate | undefined>(
    (first, day) => (first && !isBefore(day, first) ? first : day),
    undefined,
  );
}

export function project(
  keys: KeyRing,
  head: CaseHead,
  events: readonly StoredEvent[],
  { state, on }: { state: CertificateState; on: CivilDate },
): Projection {
  const { id, owner, receipt, company_digest } = head;
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) throw new Error('a case has at least one event');
  const { main, board, scope, clock, open, rating, certificates } = state;
  const reminded = new Map(board.map(({ department }) => [department, remindedOf(events, department)]));
  const wakes = wakesOn(state, reminded, on);
  const isReview = IN_REVIEW.includes(main);
  const waiting = board.filter((column) => !hasReturned(column));
  const paper = certificates.at(-1);
  return {
    state: {
      case_id: id,
      owner,
      company_digest,
      receipt,
      purpose: scope.purpose,
      main,
      is_open: OPEN[main],
      submitted_on: formatDate(first.event.on),
      due: clock ? formatDate(clock.due) : NEVER,
      wakes_on: wakes ? formatDate(wakes) : null,
      departments: board.length,
      returned: board.length - waiting.length,
      overdue: isReview ? waiting.filter(({ overdue }) => overdue).length : 0,
      escalated: isReview
        ? waiting.filter(({ department }) => (reminded.get(department) ?? 0) >= ESCALATED).length
        : 0,
      to_answer: open.length,
      paused: clock?.paused ?? false,
      rated: rating !== undefined,
      complaint_open: openComplaints(state).length > 0,
      certificate: paper?.number ?? null,
      certificate_status: paper?.status ?? null,
      sealed: seal(keys, canonical(titleOf(scope)), titleAt(id)),
      version: last.seq,
      updated_at: last.at,
    },
    tasks: board
      .filter(({ state: column }) => column !== 'pending')
      .map((column) => ({
        case_id: id,
        department: column.department,
        holder: column.holder,
        receipt,
        state: column.state,
        is_open: isReview && !hasReturned(column),
        due: column.clock ? formatDate(column.clock.due) : NEVER,
        reminded: reminded.get(column.department) ?? 0,
      })),
  };
}
