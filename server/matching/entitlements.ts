/** Entitlements as stored: one with its events, those of a person, those of a list. */
import type { CivilDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { derive } from '@/domain/matching/derive';
import type { EntitlementEvent } from '@/domain/matching/event';
import type { EntitlementStatus, EntitlementView } from '@/domain/matching/state';
import type { Store } from '../cases/store';
import type { EntitlementsTable } from '../db/matching-schema';
import { fromEventRow } from './event-rows';

export interface StoredEntitlement {
  readonly row: EntitlementsTable;
  readonly events: readonly EntitlementEvent[];
  /** Version that each command came to. */
  readonly commands: ReadonlyMap<string, number>;
}

type Engine = Pick<Store, 'db' | 'keys'>;

export const dayOf = (at: number): CivilDate => shanghaiMoment(at).date;

export const viewAt = ({ events }: Pick<StoredEntitlement, 'events'>, at: number): EntitlementView =>
  derive(events, dayOf(at));

async function withEvents(
  { db, keys }: Engine,
  rows: readonly EntitlementsTable[],
): Promise<readonly StoredEntitlement[]> {
  if (rows.length === 0) return [];
  const events = await db
    .selectFrom('entitlement_events')
    .selectAll()
    .where(
      'entitlement',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('entitlement')
    .orderBy('seq')
    .execute();
  const byId = new Map<string, typeof events>();
  for (const event of events) {
    const own = byId.get(event.entitlement);
    if (own) own.push(event);
    else byId.set(event.entitlement, [event]);
  }
  return rows.map((row) => {
    const own = byId.get(row.id) ?? [];
    return {
      row,
      events: own.map((event) => fromEventRow(keys, event)),
      commands: new Map(
        own.flatMap(({ command, seq }) => (command === null ? [] : [[command, seq] as const])),
      ),
    };
  });
}

/** `holder`: given for residents; what is somebody else's is not found. */
export async function findEntitlement(
  engine: Engine,
  id: string,
  holder?: string,
): Promise<StoredEntitlement | undefined> {
  const row = await engine.db.selectFrom('entitlements').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || (holder !== undefined && row.holder !== holder)) return undefined;
  return (await withEvents(engine, [row]))[0];
}

/** A person has a policy or two; enterprises of one representative may be some dozens. */
const MINE = 60;

/** The latest first. */
export async function listOf(engine: Engine, holder: string): Promise<readonly StoredEntitlement[]> {
  const rows = await engine.db
    .selectFrom('entitlements')
    .selectAll()
    .where('holder', '=', holder)
    .orderBy('id', 'desc')
    .limit(MINE)
    .execute();
  return withEvents(engine, rows);
}

export async function pageOf(
  engine: Engine,
  policy: string,
  status: EntitlementStatus,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly StoredEntitlement[]> {
  const rows = await engine.db
    .selectFrom('entitlements')
    .selectAll()
    .where('policy', '=', policy)
    .where('status', '=', status)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return withEvents(engine, rows);
}

/** Public notices that are over. */
export async function lapsing(
  engine: Engine,
  today: string,
  limit: number,
): Promise<readonly StoredEntitlement[]> {
  const rows = await engine.db
    .selectFrom('entitlements')
    .selectAll()
    .where('lapses_on', '<=', today)
    .orderBy('lapses_on')
    .orderBy('id')
    .limit(limit)
    .execute();
  return withEvents(engine, rows);
}

export const FIRST_ID = '00000000-0000-0000-0000-000000000000';
