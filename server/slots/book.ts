/** Appointments: a slot never has more than its capacity, whoever asks at once. */
import { err, ok, type Result } from '@/domain/shared/result';
import type { Store } from '../cases/store';
import { errorCode } from '../error-code';
import { newId } from '../ids';

type Db = Pick<Store, 'db'>;

export type BookingFault = 'full' | 'booked';

const UNIQUE_VIOLATION = '23505';

/** `booked`: this person has it already. */
export async function book(
  { db }: Db,
  { slot, owner }: { slot: string; owner: string },
  at: number,
): Promise<Result<{ id: string }, BookingFault>> {
  const id = newId(at);
  try {
    return await db.transaction().execute(async (tx) => {
      // The row is locked until the end: the next one sees the new number.
      const taken = await tx
        .updateTable('appointment_slots')
        .set((row) => ({ taken: row('taken', '+', 1) }))
        .where('id', '=', slot)
        .whereRef('taken', '<', 'capacity')
        .executeTakeFirst();
      if (taken.numUpdatedRows !== 1n) return err('full');
      await tx
        .insertInto('appointments')
        .values({ id, slot_id: slot, owner, case_id: null, created_at: at, cancelled_at: null })
        .execute();
      return ok({ id });
    });
  } catch (error) {
    if (errorCode(error) === UNIQUE_VIOLATION) return err('booked');
    throw error;
  }
}

/** Gives the place back, once; `false` when there is no such appointment of this person. */
export const cancel = (
  { db }: Db,
  { id, owner }: { id: string; owner: string },
  at: number,
): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const cancelled = await tx
      .updateTable('appointments')
      .set({ cancelled_at: at })
      .where('id', '=', id)
      .where('owner', '=', owner)
      .where('cancelled_at', 'is', null)
      .returning('slot_id')
      .executeTakeFirst();
    if (!cancelled) return false;
    await tx
      .updateTable('appointment_slots')
      .set((row) => ({ taken: row('taken', '-', 1) }))
      .where('id', '=', cancelled.slot_id)
      .execute();
    return true;
  });
