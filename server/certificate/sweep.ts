/** Reminders, and what passing days have done to cases: written down for queues; whoever derives a case knows already. */
import { formatDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { ok } from '@/domain/shared/result';
import type { Store } from '../cases/store';
import { act, hold, type Doing, type Held } from './act';
import { project } from './project';
import { remindedOf, remindersDue } from './reminders';
import { SYSTEM } from './stored';
import { writeProjection } from './write';

const remind = (department: string): Doing => ({
  by: SYSTEM,
  actorId: 'sweep',
  body: { kind: 'urged', department },
});

const remindersIn = ({ stored, state, on }: Held): readonly Doing[] =>
  state.board.flatMap((column) => {
    const { department } = column;
    const wanting = remindersDue(state, column, remindedOf(stored.events, department), on);
    return Array.from({ length: wanting }, () => remind(department));
  });

/** Days alone move due dates and let questions lapse, with no event. */
const refresh = (store: Store, caseId: string, at: number): Promise<void> =>
  store.db.transaction().execute(async (tx) => {
    const held = await hold(tx, store, caseId, at);
    if (!held) return;
    const { stored, state, on } = held;
    await writeProjection(tx, project(store.keys, stored.row, stored.events, { state, on }));
  });

async function sweepCase(store: Store, caseId: string, at: number): Promise<void> {
  await act(store, { caseId, plan: (held) => ok(remindersIn(held)) }, at);
  await refresh(store, caseId, at);
}

const BATCH = 500;
/** A case that could not be moved on must not keep the others waiting for ever. */
const BATCHES = 200;

/** Run at start and every hour; returns how many cases were looked at. */
export async function sweepCertificates(store: Store, at: number): Promise<number> {
  const today = formatDate(shanghaiMoment(at).date);
  let looked = 0;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const waking = await store.db
      .selectFrom('certificate_states')
      .select('case_id')
      .where('wakes_on', '<=', today)
      .orderBy('wakes_on')
      .limit(BATCH)
      .execute();
    for (const { case_id } of waking) await sweepCase(store, case_id, at);
    looked += waking.length;
    if (waking.length < BATCH) break;
  }
  return looked;
}
