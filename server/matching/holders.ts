/** Which account is whose of the population: known from the first time that a person with a verified number signs in. */
import type { Store } from '../cases/store';
import type { Person } from '../identity/people';
import { listOf } from './entitlements';
import { messageOf } from './steps';
import { numberDigest } from './subject';

type Engine = Pick<Store, 'db' | 'keys'>;

/** `undefined` while nobody has said who the person is. */
export const holderOf = (
  { keys }: Pick<Store, 'keys'>,
  { idNo }: Pick<Person, 'idNo'>,
): string | undefined => (idNo === '' ? undefined : numberDigest(keys, idNo));

const WAITING: ReadonlySet<string> = new Set(['awaiting', 'accountFault']);

/** What was matched before the person came is told now. */
export async function knowHolder(engine: Engine, person: Person, at: number): Promise<void> {
  const holder = holderOf(engine, person);
  if (holder === undefined) return;
  const waiting = (await listOf(engine, holder)).filter(({ row }) => WAITING.has(row.status));
  await engine.db.transaction().execute(async (tx) => {
    const known = await tx
      .insertInto('holders')
      .values({ holder, owner: person.id })
      .onConflict((conflict) =>
        conflict.column('holder').doUpdateSet({ owner: person.id }).where('holders.owner', '<>', person.id),
      )
      .returning('owner')
      .executeTakeFirst();
    if (!known || waiting.length === 0) return;
    await tx
      .insertInto('outbox')
      .values(
        waiting.map(({ row, events }) =>
          messageOf(person.id, {
            entitlement: row.id,
            seq: row.version,
            at,
            kind: events.at(-1)?.fact.kind ?? 'matched',
          }),
        ),
      )
      .execute();
  });
}
