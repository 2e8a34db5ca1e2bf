/** A department's own task in a case: its queue, what it may see, what it may do. Nothing of other departments is in it. */
import {
  COLUMN_ACTIONS,
  COLUMN_STATES,
  mayAct,
  type ColumnAction,
  type ColumnState,
} from '@/domain/certificate/actions';
import type { Column } from '@/domain/certificate/board';
import { columnOf } from '@/domain/certificate/guards';
import { hasLapsed } from '@/domain/certificate/pauses';
import type { CertificateState } from '@/domain/certificate/state';
import type { CivilDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import type { Store } from '../cases/store';
import type { Staff } from '../staff/accounts';
import { reviews } from './access';
import { latestContent } from './content';
import { queueCursor, readQueueCursor } from './cursor';
import type { LogEntry, Page, TaskFile, TaskRow } from './desk-types';
import { filesOf, materialsIn, pick, type Files } from './files';
import { findByNumber, stateAt, type StoredCertificate } from './find';
import { openTitle } from './project';
import { departmentIn, type StoredEvent } from './stored';

export interface TaskId {
  readonly number: string;
  /** The column, whoever holds it. */
  readonly department: string;
}

interface Opened {
  readonly stored: StoredCertificate;
  readonly state: CertificateState;
  readonly column: Column;
}

const isState = (text: string): text is ColumnState => text in COLUMN_STATES;

export interface TaskPage {
  readonly tasks: readonly TaskRow[];
  readonly next: string | undefined;
}

/** Open tasks of the departments given, what is due first comes first; as of the last event or sweep. */
export async function taskQueue(
  { db, keys }: Store,
  holders: readonly string[],
  { after, limit }: Page,
): Promise<TaskPage> {
  if (holders.length === 0) return { tasks: [], next: undefined };
  const from = after === undefined ? undefined : readQueueCursor(after);
  const open = db
    .selectFrom('certificate_tasks as task')
    .innerJoin('certificate_states as state', 'state.case_id', 'task.case_id')
    .select(['task.case_id', 'department', 'holder', 'task.receipt', 'task.state', 'task.due', 'reminded'])
    .select('sealed')
    .where('task.is_open', '=', true)
    .where('holder', 'in', [...holders]);
  const page = from
    ? open.where((is) =>
        is(
          is.refTuple('task.due', 'task.case_id', 'department'),
          '>',
          is.tuple(from.due, from.caseId, from.department),
        ),
      )
    : open;
  const rows = await page
    .orderBy('task.due')
    .orderBy('task.case_id')
    .orderBy('department')
    .limit(limit + 1)
    .execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    tasks: rows.slice(0, limit).map((row) => ({
      number: row.receipt,
      department: row.department,
      holder: row.holder,
      companyName: openTitle(keys, row).companyName,
      state: isState(row.state) ? row.state : 'pending',
      due: row.due,
      reminded: row.reminded,
    })),
    next: last && queueCursor({ due: last.due, caseId: last.case_id, department: last.department }),
  };
}

export const taskVersion = (events: readonly StoredEvent[], department: string): number =>
  events.filter(({ event }) => departmentIn(event) === department).length;

const isAction = (key: string): key is ColumnAction => key in COLUMN_ACTIONS;

/** Also what begins with taking the task over. */
function allowedIn(state: CertificateState, column: ColumnState): readonly ColumnAction[] {
  const begun: ColumnState = COLUMN_ACTIONS.taken.includes(column) ? 'reviewing' : column;
  return Object.keys(COLUMN_ACTIONS)
    .filter(isAction)
    .filter(
      (action) =>
        mayAct(action, state.main, 'department') &&
        (COLUMN_ACTIONS[action].includes(column) || COLUMN_ACTIONS[action].includes(begun)),
    );
}

/** What happened to the task since its holder has it: what another department wrote before stays with that one. */
function ownEvents(events: readonly StoredEvent[], department: string): readonly StoredEvent[] {
  const of = events.filter(({ event }) => departmentIn(event) === department);
  return of.slice(Math.max(0, of.map(({ event }) => event.kind).lastIndexOf('reassigned')));
}

const logOf = (events: readonly StoredEvent[]): readonly LogEntry[] =>
  events.map(({ seq, at, event, actorId: actor }) => ({ seq, at, event, actor }));

/** Scans and opinions that came with the department's own events. */
const filesIn = (events: readonly StoredEvent[]): readonly string[] =>
  events.flatMap(({ event }) => {
    if (event.kind === 'externalReplied') return [event.scan];
    const opinion = event.kind === 'found' && event.finding.kind === 'record' && event.finding.opinion;
    return opinion ? [opinion] : [];
  });

const answerTo = ({ events }: StoredCertificate, question: string): StoredEvent | undefined =>
  events.find(({ event }) => event.kind === 'answered' && event.question === question);

async function openTask(
  store: Store,
  staff: Staff,
  { number, department }: TaskId,
  at: number,
): Promise<Opened | undefined> {
  const stored = await findByNumber(store, number);
  if (!stored) return undefined;
  const state = stateAt(store, stored.events, at);
  const column = columnOf(state, department);
  // Before dispatch there is no task; after a reassignment it is the new holder's alone.
  if (!column || column.state === 'pending' || !reviews(staff, column.holder)) return undefined;
  return { stored, state, column };
}

function questionsOf({ stored, state }: Opened, department: string, files: Files, day: CivilDate) {
  return state.questions
    .filter((one) => one.department === department)
    .map((one) => {
      const more = answerTo(stored, one.id)?.more;
      const answer = more && { text: more.text ?? '', files: pick(files, more.files ?? []) };
      return { ...one, lapsed: hasLapsed(one, state.pauseUse, day), ...(answer ? { answer } : {}) };
    });
}

/** `undefined`: no such task, or none of this person's. */
export async function findTask(
  store: Store,
  staff: Staff,
  id: TaskId,
  at: number,
): Promise<TaskFile | undefined> {
  const found = await openTask(store, staff, id, at);
  if (!found) return undefined;
  const { stored, state, column } = found;
  const { department } = column;
  const { draft, application } = await latestContent(store, stored.row.id);
  const files = await filesOf(store, stored.row.id);
  const own = ownEvents(stored.events, department);
  return {
    number: stored.row.receipt,
    department,
    version: taskVersion(stored.events, department),
    main: state.main,
    // Which others are asked is not a department's business.
    scope: { ...state.scope, departments: [department] },
    entities: application.entities,
    column,
    knownRecords: application.knownRecords.filter((one) => (one.department ?? department) === department),
    questions: questionsOf(found, department, files, shanghaiMoment(at).date),
    materials: materialsIn(draft, files),
    files: pick(files, filesIn(own)),
    log: logOf(own),
    allowed: allowedIn(state, column.state),
  };
}
