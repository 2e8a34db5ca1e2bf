/** A case as its owner is shown it. */
import type { CaseDetail, CaseSummary } from '@/contract/cases';
import type { CaseEvent } from '@/domain/case/event';
import { formatDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import type { StoredCase } from '../cases/read';
import type { Store } from '../cases/store';
import { departmentName, getItem, tasksOf } from '../catalogue';
import type { CaseStatesTable } from '../db/schema';
import { latestContent } from './content';

/** Who in the office did it, and what colleagues told each other, stays in the office. */
function forOwner(event: CaseEvent): CaseEvent {
  const { actor, fact } = event;
  const shown = actor.role === 'applicant' ? event : { ...event, actor: { ...actor, id: '' } };
  return fact.kind === 'reviewed' ? { ...shown, fact: { ...fact, note: '' } } : shown;
}

export async function toCaseDetail(store: Store, { row, events }: StoredCase): Promise<CaseDetail> {
  const { answers, materials } = await latestContent(store, row.id);
  const departments = tasksOf(getItem(row.item), answers).map(({ department }) => departmentName(department));
  return {
    number: row.receipt,
    version: row.version,
    events: events.map(forOwner),
    answers,
    materials: [...materials],
    department: [...new Set(departments)].join('、'),
  };
}

const todoOf = ({ status, stars }: CaseStatesTable): CaseSummary['todo'] => {
  if (status === 'correcting') return 'correct';
  const isEnded = ['decided', 'delivered', 'notAccepted'].includes(status);
  return isEnded && stars === null ? 'rate' : 'none';
};

export const toSummary = (state: CaseStatesTable): CaseSummary => ({
  number: state.receipt,
  item: state.item,
  status: state.status,
  submittedOn: state.submitted_on,
  changedOn: formatDate(shanghaiMoment(state.updated_at).date),
  due: state.due,
  todo: todoOf(state),
});
