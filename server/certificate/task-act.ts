/** What a reviewer does with the own department's task. */
import { COLUMN_ACTIONS } from '@/domain/certificate/actions';
import type { Actor } from '@/domain/certificate/events';
import { columnOf } from '@/domain/certificate/guards';
import { err, ok, type Result } from '@/domain/shared/result';
import type { Store } from '../cases/store';
import { attach, findOwn } from '../files/attachments';
import type { Staff } from '../staff/accounts';
import { reviews } from './access';
import { act, type ActFault, type Body, type Doing, type Held } from './act';
import type { DeskFault, Done, TaskAction } from './desk-types';
import { findByNumber } from './find';
import { taskVersion, type TaskId } from './task';

export interface TaskDeed extends TaskId {
  /** Of the task, as the reviewer saw it. */
  readonly version: number;
  readonly action: TaskAction;
  readonly command?: string;
}

const bodiesOf = (department: string, action: TaskAction, seq: number): readonly Body[] => {
  switch (action.kind) {
    case 'taken':
      return [{ kind: 'taken', department }];
    case 'found':
      return action.findings.map(({ entity, finding }) => ({ kind: 'found', department, entity, finding }));
    case 'asked':
      // The number of the event makes it the only one of its name in the case.
      return [{ kind: 'asked', department, question: `q${seq}`, text: action.text }];
    case 'recused':
      return [{ kind: 'recused', department, reason: action.reason }];
    case 'externalWait':
      return [{ kind: 'externalWait', department, reason: action.reason }];
    case 'externalReplied':
      return [{ kind: 'externalReplied', department, scan: action.scan }];
  }
};

const begins = ({ kind }: TaskAction): boolean => kind === 'found' || kind === 'asked';

const filesOf = (action: TaskAction): readonly string[] => {
  if (action.kind === 'externalReplied') return [action.scan];
  if (action.kind !== 'found') return [];
  return action.findings.flatMap(({ finding }) =>
    finding.kind === 'record' && finding.opinion !== undefined ? [finding.opinion] : [],
  );
};

/** A scan that was not uploaded, or by somebody else, is none. */
async function missesFile(store: Store, staff: Staff, action: TaskAction): Promise<boolean> {
  const named = new Set(filesOf(action).filter((id) => id !== ''));
  return (await findOwn(store, staff.id, [...named])).length < named.size;
}

const planOf =
  (staff: Staff, { department, version, action }: TaskDeed) =>
  ({ stored, state }: Held): Result<readonly Doing[], ActFault> => {
    const column = columnOf(state, department);
    if (!column || column.state === 'pending' || !reviews(staff, column.holder))
      return err({ code: 'notFound' });
    const now = taskVersion(stored.events, department);
    if (now !== version) return err({ code: 'stale', version: now });
    const by: Actor = { role: 'department', department: column.holder };
    const takes = begins(action) && COLUMN_ACTIONS.taken.includes(column.state);
    const bodies = [
      ...(takes ? ([{ kind: 'taken', department }] as const) : []),
      ...bodiesOf(department, action, stored.row.version + (takes ? 2 : 1)),
    ];
    return ok(bodies.map((body) => ({ by, actorId: staff.id, body })));
  };

/** Somebody else's task is answered like one that does not exist. */
export async function actOnTask(
  store: Store,
  staff: Staff,
  deed: TaskDeed,
  at: number,
): Promise<Result<Done, DeskFault>> {
  const stored = await findByNumber(store, deed.number);
  if (!stored) return err({ code: 'notFound' });
  const { action, command, department } = deed;
  if (await missesFile(store, staff, action)) return err({ code: 'refused', refusal: 'opinionMissing' });
  const caseId = stored.row.id;
  const done = await act(
    store,
    { caseId, plan: planOf(staff, deed), ...(command === undefined ? {} : { command }) },
    at,
  );
  if (!done.ok) return done;
  await attach(store, { owner: staff.id, caseId }, filesOf(action));
  return ok({ version: taskVersion(done.value.events, department) });
}
