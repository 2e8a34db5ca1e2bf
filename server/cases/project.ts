/** What lists and queues are sorted by: worked out from the events alone, as they stand on the day of the last one. */
import type { Calendar } from '@/domain/calendar/calendar';
import { derive, isOpen, type CaseView } from '@/domain/case/derive';
import type { CaseEvent } from '@/domain/case/event';
import type { TaskState } from '@/domain/case/state';
import { formatDate, type CivilDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import type { CasesTable, CaseStatesTable, CaseTasksTable } from '../db/schema';

export type Stage = 'receive' | 'wait' | 'review' | 'decide' | 'deliver' | 'closed';

/** What of a case's row is in its projection too. */
export type CaseHead = Pick<CasesTable, 'id' | 'owner' | 'receipt' | 'item'>;

export interface Projection {
  readonly state: CaseStatesTable;
  readonly tasks: readonly CaseTasksTable[];
}

const NEVER = '9999-12-31';

const dayOf = (date: CivilDate | undefined): string | null => (date ? formatDate(date) : null);

function stageOf({ status, tasks }: CaseView, { opinion }: TaskState): Stage {
  switch (status) {
    case 'submitted':
    case 'corrected':
      return 'receive';
    case 'correcting':
    case 'paused':
      return 'wait';
    case 'accepted':
    case 'reviewing':
      if (opinion === undefined) return 'review';
      return tasks.every((task) => task.opinion !== undefined) ? 'decide' : 'wait';
    case 'decided':
      return 'deliver';
    case 'delivered':
    case 'notAccepted':
    case 'withdrawn':
      return 'closed';
  }
}

/** The day by which the office must do its next step. */
const queueDayOf = ({ silence, deadline, correction, status }: CaseView): string => {
  if (!isOpen(status)) return NEVER;
  return dayOf(silence?.due ?? correction?.until ?? deadline?.due) ?? NEVER;
};

const lastOf = (events: readonly CaseEvent[]): CaseEvent => {
  const last = events.at(-1);
  if (!last) throw new Error('a case has at least one event');
  return last;
};

export function project(head: CaseHead, events: readonly CaseEvent[], calendar: Calendar): Projection {
  const { at } = lastOf(events);
  const view = derive(events, shanghaiMoment(at).date, calendar);
  const { id, owner, receipt, item } = head;
  const queueDay = queueDayOf(view);
  return {
    state: {
      case_id: id,
      owner,
      receipt,
      item,
      status: view.status,
      submitted_on: formatDate(view.submittedOn),
      due: dayOf(view.deadline?.due),
      wakes_on: dayOf(view.wakesOn),
      calendar_version: calendar.version,
      outcome: view.outcome ?? null,
      stars: view.rating?.stars ?? null,
      complaint_open: view.complaints.some(({ answered }) => !answered),
      version: view.version,
      updated_at: at,
    },
    tasks: view.tasks.map((task) => ({
      case_id: id,
      task: task.id,
      department: task.department,
      item,
      receipt,
      stage: stageOf(view, task),
      queue_day: queueDay,
      opinion: task.opinion ?? null,
    })),
  };
}
