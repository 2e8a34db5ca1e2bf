/** The clock and the board on the wire: each day with who stopped it. */
import type { CertificateDetail } from '@/contract/certificate';
import { hasReturned } from '@/domain/certificate/aggregate';
import type { CellState, Column } from '@/domain/certificate/board';
import type { Clock, Span } from '@/domain/certificate/clock';
import type { CertificateState } from '@/domain/certificate/state';
import { formatDate, type CivilDate } from '@/domain/shared/civil-date';

const dayOf = (date: CivilDate | undefined): string | null => (date ? formatDate(date) : null);

const toStop = ({ department, why }: Span) => ({ department, why });

type WireClock = NonNullable<CertificateDetail['clock']>;

const toSpan = (span: Span): WireClock['spans'][number] => ({
  ...toStop(span),
  from: formatDate(span.from),
  to: formatDate(span.to),
  open: span.open,
});

/** Each span once, though it stands at every day that it stops. */
function spansIn({ days, stoppedBy }: Clock): readonly Span[] {
  const seen = new Set<Span>(stoppedBy);
  for (const { stops } of days) for (const span of stops) seen.add(span);
  return [...seen];
}

export function toClock(clock: Clock | undefined): CertificateDetail['clock'] {
  if (!clock) return null;
  const { start, due, total, elapsed, left, paused, provisional, overdue, lostDays, calendarVersion } = clock;
  return {
    start: formatDate(start),
    due: formatDate(due),
    total,
    elapsed,
    left,
    paused,
    provisional,
    overdue,
    lostDays,
    stoppedBy: clock.stoppedBy.map(toStop),
    days: clock.days.map(({ date, why, number = null, stops }) => ({
      date: formatDate(date),
      why,
      number,
      stops: stops.map(toStop),
    })),
    spans: spansIn(clock).map(toSpan),
    calendarVersion,
  };
}

export const toColumn = (column: Column, reason: string | undefined): CertificateDetail['board'][number] => ({
  department: column.department,
  holder: column.holder,
  state: column.state,
  since: dayOf(column.clock?.start),
  due: dayOf(column.clock?.due),
  overdue: column.overdue,
  urged: column.urged,
  reason: reason ?? null,
});

/** A department may still change its mind while it works on the others. */
export function shownState(column: Column, creditCode: string): CellState | undefined {
  const state = column.cells.find(({ entity }) => entity === creditCode)?.state;
  return state === undefined || state === 'outside' || hasReturned(column) ? state : 'waiting';
}

const NONE = { waiting: 0, noRecord: 0, cleared: 0, blocked: 0, withheld: 0 };

/** One entity's departments counted by their state. */
export function toEntityCounts(
  { scope, board }: CertificateState,
  creditCode: string,
): CertificateDetail['entities'][number] | undefined {
  const entity = scope.entities.find((one) => one.creditCode === creditCode);
  if (!entity) return undefined;
  const counts = { ...NONE };
  for (const column of board) {
    const state = shownState(column, creditCode);
    if (state !== undefined && state !== 'outside') counts[state] += 1;
  }
  return { creditCode, name: entity.name, outside: entity.outside, counts };
}
