/** Writes down what passing days and new calendars have done; the cases are so already, for whoever derives them. */
import { sql } from 'kysely';
import { allowedActions } from '@/domain/case/actions';
import { OPEN_STATUSES } from '@/domain/case/derive';
import type { Actor, CaseFact } from '@/domain/case/event';
import { formatDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { append } from './append';
import { findCase, viewAt, type StoredCase } from './read';
import type { Store } from './store';

const SYSTEM: Actor = { role: 'system', id: 'sweep' };

type SystemFact = Extract<CaseFact, { kind: 'deemedAccepted' | 'correctionLapsed' | 'calendarRevised' }>;

/** In the order in which they may follow one another. */
const FACTS: readonly SystemFact[] = [
  { kind: 'deemedAccepted' },
  { kind: 'correctionLapsed' },
  { kind: 'calendarRevised' },
];

/** Whether a notice moved the date, not only a step that has told its own. */
const isDue = (store: Store, stored: StoredCase, fact: SystemFact, at: number): boolean =>
  allowedActions(viewAt(store, stored, at), 'system').includes(fact.kind);

async function sweepCase(store: Store, caseId: string, at: number): Promise<number> {
  let written = 0;
  for (const fact of FACTS) {
    const stored = await findCase(store, caseId);
    if (!stored || !isDue(store, stored, fact, at)) continue;
    const done = await append(store, { caseId, actor: SYSTEM, fact, expected: stored.row.version }, at);
    // Someone else was quicker: the next sweep looks again.
    if (done.ok) written += 1;
  }
  return written;
}

/** Cases that changed by themselves up to today; returns how many events were written. Run at start and every day. */
export async function sweep(store: Store, at: number, limit = 500): Promise<number> {
  const today = formatDate(shanghaiMoment(at).date);
  const waking = await store.db
    .selectFrom('case_states')
    .select('case_id')
    .where('wakes_on', '<=', today)
    .orderBy('wakes_on')
    .limit(limit)
    .execute();
  let written = 0;
  for (const { case_id } of waking) written += await sweepCase(store, case_id, at);
  return written;
}

/** Open cases whose dates were worked out by another calendar; returns how many dates moved. Run when the server starts. */
export async function reviseCalendar(store: Store, at: number): Promise<number> {
  const { db, calendar } = store;
  const old = await db
    .selectFrom('case_states')
    .select('case_id')
    .where('calendar_version', '<>', calendar.version)
    .where('status', 'in', [...OPEN_STATUSES])
    .execute();
  let moved = 0;
  for (const { case_id } of old) {
    const written = await sweepCase(store, case_id, at);
    moved += written;
    if (written > 0) continue;
    await sql`update case_states set calendar_version = ${calendar.version} where case_id = ${case_id}`.execute(
      db,
    );
  }
  return moved;
}
