/** A case as its owner is shown it. */
import type { CaseDetail, CaseFile, CaseSummary } from '@/contract/cases';
import type { CaseEvent } from '@/domain/case/event';
import { formatDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import type { StoredCase } from '../cases/read';
import type { Store } from '../cases/store';
import { departmentName, getItem, tasksOf } from '../catalogue';
import type { CaseStatesTable } from '../db/schema';
import { ofCase, type Attachment } from '../files/attachments';
import { fileIds } from './check-content';
import { latestContent, type Content } from './content';

/** Who in the office did it, and what colleagues told each other, stays in the office. */
function forOwner(event: CaseEvent): CaseEvent {
  const { actor, fact } = event;
  const shown = actor.role === 'applicant' ? event : { ...event, actor: { ...actor, id: '' } };
  return fact.kind === 'reviewed' ? { ...shown, fact: { ...fact, note: '' } } : shown;
}

const FILE_STATES: Readonly<Record<Attachment['state'], CaseFile['state']>> = {
  receiving: 'waiting',
  quarantined: 'waiting',
  clean: 'checked',
  refused: 'refused',
};

/** What the person has handed in as it stands: what a correction has replaced is not in it. */
async function filesOf(store: Store, { row }: StoredCase, content: Content): Promise<CaseFile[]> {
  const all = await ofCase(store, row.id);
  return [...new Set(fileIds(getItem(row.item).form, content))].flatMap((id) =>
    all.filter((file) => file.id === id).map(({ name, state }) => ({ id, name, state: FILE_STATES[state] })),
  );
}

export async function toCaseDetail(store: Store, stored: StoredCase): Promise<CaseDetail> {
  const { row, events } = stored;
  const content = await latestContent(store, row.id);
  const { answers, materials } = content;
  const departments = tasksOf(getItem(row.item), answers).map(({ department }) => departmentName(department));
  return {
    number: row.receipt,
    version: row.version,
    events: events.map(forOwner),
    answers,
    materials: [...materials],
    files: await filesOf(store, stored, content),
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
