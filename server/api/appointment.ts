/** The appointment inside a submission: booked before the case is stored, given back when it is not. */
import { joined } from '@/domain/form/answers';
import type { Field, Form } from '@/domain/form/form';
import { propertyOf } from '@/domain/logic/facts';
import { textOf } from '@/domain/form/kinds/kind';
import { err, ok, type Result } from '@/domain/shared/result';
import type { Store } from '../cases/store';
import { book, cancel } from '../slots/book';

interface Wish {
  readonly day: string;
  readonly starts: string;
}

export const hasSlot = (fields: readonly Field[]): boolean =>
  fields.some((field) => field.kind === 'slot' || (field.kind === 'group' && hasSlot(field.fields)));

/** The slot that was chosen; forms have one at most. */
function wishIn(fields: readonly Field[], values: unknown, path = ''): Wish | undefined {
  for (const field of fields) {
    const value = propertyOf(values, field.key);
    const [date, period] = [textOf(propertyOf(value, 'date')), textOf(propertyOf(value, 'period'))];
    if (field.kind === 'slot' && date !== '') return { day: date, starts: period.slice(0, 5) };
    const inner = field.kind === 'group' ? wishIn(field.fields, value, joined(path, field.key)) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

export interface Booking {
  readonly id: string;
  /** Booked now, and not by an earlier sending of the same submission. */
  readonly isNew: boolean;
}

const existing = ({ db }: Store, slot: string, owner: string) =>
  db
    .selectFrom('appointments')
    .select(['id', 'case_id'])
    .where('slot_id', '=', slot)
    .where('owner', '=', owner)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();

/**
 * `undefined` where the form has none. `taken`: full, no such time, or this person has it for another case. `repeated`:
 * the submission was stored before, and its appointment with it.
 */
export async function bookFor(
  store: Store,
  { form, owner, repeated }: { form: Form; owner: string; repeated: boolean },
  answers: unknown,
  at: number,
): Promise<Result<Booking | undefined, 'taken'>> {
  const wish = wishIn(form.fields, answers);
  if (!wish) return ok(undefined);
  const slot = await store.db
    .selectFrom('appointment_slots')
    .select('id')
    .where('item', '=', form.id)
    .where('day', '=', wish.day)
    .where('starts', '=', wish.starts)
    .executeTakeFirst();
  const own = slot && (await existing(store, slot.id, owner));
  // Without a case it is of a sending that was cut off.
  if (own && (repeated || own.case_id === null)) return ok({ id: own.id, isNew: false });
  if (repeated) return ok(undefined);
  const booked = slot && !own ? await book(store, { slot: slot.id, owner }, at) : undefined;
  return booked?.ok ? ok({ id: booked.value.id, isNew: true }) : err('taken');
}

export async function keepFor({ db }: Store, { id }: Booking, caseId: string): Promise<void> {
  await db
    .updateTable('appointments')
    .set({ case_id: caseId })
    .where('id', '=', id)
    .where('case_id', 'is', null)
    .execute();
}

export async function giveBack(
  store: Store,
  booking: Booking | undefined,
  owner: string,
  at: number,
): Promise<void> {
  if (booking?.isNew) await cancel(store, { id: booking.id, owner }, at);
}

/** A case that is withdrawn leaves its time to others. */
export async function releaseOf(store: Store, caseId: string, owner: string, at: number): Promise<void> {
  const rows = await store.db
    .selectFrom('appointments')
    .select('id')
    .where('case_id', '=', caseId)
    .where('cancelled_at', 'is', null)
    .execute();
  for (const { id } of rows) await cancel(store, { id, owner }, at);
}
