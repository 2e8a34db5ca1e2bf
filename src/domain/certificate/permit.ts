/** Whether an event may be added to a case: the table first, then the column, then what the event brings. */
import { isBefore } from '../shared/civil-date';
import { err, ok, type Result } from '../shared/result';
import { ACTIONS, COLUMN_ACTIONS, type ColumnAction } from './actions';
import type { Action, CertificateEvent, EventOf } from './events';
import { columnOf, guard, holds } from './guards';
import type { RefusalCode } from './refusal';
import { derive, type CertificateState, type Rules } from './state';

const isColumnAction = (action: Action): action is ColumnAction => action in COLUMN_ACTIONS;

const isColumnEvent = (event: CertificateEvent): event is EventOf<ColumnAction> => isColumnAction(event.kind);

function columnRefusal(state: CertificateState, event: EventOf<ColumnAction>): RefusalCode | undefined {
  const column = columnOf(state, event.department);
  if (!column) return 'department';
  if (event.by.role === 'department' && !holds(event.by, column)) return 'notYours';
  return COLUMN_ACTIONS[event.kind].includes(column.state) ? undefined : 'columnState';
}

function refusalOf(
  state: CertificateState | undefined,
  event: CertificateEvent,
  rules: Rules,
): RefusalCode | undefined {
  const { roles, states } = ACTIONS[event.kind];
  if (!roles.includes(event.by.role)) return 'role';
  if (!states.includes(state?.main ?? 'draft')) return 'state';
  if (!state) return undefined;
  if (isBefore(event.on, state.lastOn)) return 'outOfOrder';
  return (isColumnEvent(event) ? columnRefusal(state, event) : undefined) ?? guard(state, event, rules);
}

/**
 * The case with one more event, or why not. Judged on the day of the event. Of two replies at the same instant the
 * later is judged after the earlier (the caller serialises a case), so that only one can complete the board.
 */
export function append(
  events: readonly CertificateEvent[],
  event: CertificateEvent,
  rules: Rules,
): Result<readonly CertificateEvent[], RefusalCode> {
  const refusal = refusalOf(derive(events, event.on, rules), event, rules);
  return refusal ? err(refusal) : ok([...events, event]);
}
