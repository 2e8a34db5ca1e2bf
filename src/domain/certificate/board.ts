/** The board of departments and the matrix of entities in it, on a given day. */
import type { Calendar } from '../calendar/calendar';
import { isAfter, type CivilDate } from '../shared/civil-date';
import type { ColumnState } from './actions';
import { runClock, type Clock, type Span } from './clock';
import type { Finding, Scope } from './events';
import type { Task } from './ledger';
import { hasLapsed, type PauseUse, type Question, type Wait } from './pauses';
import type { Assessment, Parameters } from './reference';

export type CellState =
  /** Registered elsewhere: nobody here is asked. */
  | 'outside'
  | 'waiting'
  | 'noRecord'
  /** A record that the department in writing finds no obstacle. */
  | 'cleared'
  /** A record that it finds grave or not put right. */
  | 'blocked'
  /** Nothing was said, and nothing will be: the question lapsed, or the field was ruled out. */
  | 'withheld';

export interface Cell {
  readonly entity: string;
  readonly state: CellState;
  readonly finding?: Finding;
}

export interface Column {
  readonly department: string;
  readonly holder: string;
  readonly state: ColumnState;
  readonly cells: readonly Cell[];
  /** Past its own days without an answer, or answered late. It changes no finding: silence says nothing. */
  readonly overdue: boolean;
  readonly clock?: Clock;
  readonly question?: Question;
  readonly wait?: Wait;
  readonly urged: number;
}

const BLOCKING: Readonly<Record<Assessment, boolean>> = {
  minor: false,
  remedied: false,
  notMajor: false,
  major: true,
  unremedied: true,
};

export interface BoardInput {
  readonly scope: Scope;
  readonly tasks: ReadonlyMap<string, Task>;
  readonly questions: readonly Question[];
  readonly waits: readonly Wait[];
  readonly use: PauseUse;
  readonly spans: readonly Span[];
  /** Today, or the end of the review when that is earlier. */
  readonly day: CivilDate;
  readonly endedOn?: CivilDate;
  readonly calendar: Calendar;
  readonly parameters: Parameters;
}

function foundState(finding: Finding): CellState {
  if (finding.kind === 'noRecord') return 'noRecord';
  return BLOCKING[finding.assessment] ? 'blocked' : 'cleared';
}

function columnState(
  task: Task,
  complete: boolean,
  question: Question | undefined,
  lapsed: boolean,
  wait: boolean,
): ColumnState {
  if (task.stage === 'excluded' || task.stage === 'recused') return task.stage;
  if (complete) {
    return [...task.findings.values()].some(({ kind }) => kind === 'record') ? 'recordFound' : 'noRecord';
  }
  if (question) return lapsed ? 'lapsed' : 'needClarify';
  return wait ? 'externalWait' : task.stage;
}

function cellOf(
  entity: { readonly creditCode: string; readonly outside: boolean },
  state: ColumnState,
  task: Task | undefined,
): Cell {
  const { creditCode, outside } = entity;
  if (outside) return { entity: creditCode, state: 'outside' };
  const finding = task?.findings.get(creditCode);
  // A field ruled out is left out whole, whatever had been said before.
  if (finding && state !== 'excluded') return { entity: creditCode, state: foundState(finding), finding };
  return { entity: creditCode, state: state === 'lapsed' || state === 'excluded' ? 'withheld' : 'waiting' };
}

function column(input: BoardInput, task: Task): Column {
  const { scope, use, day, calendar, parameters } = input;
  const { department, holder, startedOn, foundOn } = task;
  const inside = scope.entities.filter(({ outside }) => !outside);
  const complete = inside.every(({ creditCode }) => task.findings.has(creditCode));
  const question = input.questions.find(
    (one) => one.department === department && one.answeredOn === undefined,
  );
  const wait = input.waits.find((one) => one.department === department && one.repliedOn === undefined);
  const lapsed = question !== undefined && hasLapsed(question, use, day);
  const state = columnState(task, complete, question, lapsed, wait !== undefined);
  const endedOn = complete ? foundOn : input.endedOn;
  const clock = runClock(calendar, {
    start: startedOn,
    total: parameters.departmentDays,
    unit: parameters.unit,
    spans: input.spans.filter((span) => span.department === department && !isAfter(startedOn, span.to)),
    asOf: day,
    ...(endedOn ? { endedOn } : {}),
  });
  return {
    department,
    holder,
    state,
    cells: scope.entities.map((entity) => cellOf(entity, state, task)),
    overdue: state !== 'lapsed' && state !== 'excluded' && clock.overdue,
    clock,
    ...(question ? { question } : {}),
    ...(wait ? { wait } : {}),
    urged: task.urged,
  };
}

/** One column a department of the scope, in its order; all `pending` before dispatch. */
export const boardOf = (input: BoardInput): readonly Column[] =>
  input.scope.departments.map((department): Column => {
    const task = input.tasks.get(department);
    if (task) return column(input, task);
    const cells = input.scope.entities.map((entity) => cellOf(entity, 'pending', undefined));
    return { department, holder: department, state: 'pending', cells, overdue: false, urged: 0 };
  });
