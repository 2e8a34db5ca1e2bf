/** Cases as they are read: one with its events, my list, a department's queue. */
import { derive, type CaseView } from '@/domain/case/derive';
import type { CaseEvent } from '@/domain/case/event';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import type { CasesTable, CaseStatesTable, CaseTasksTable } from '../db/schema';
import { fromEventRow } from './event-rows';
import type { Stage } from './project';
import type { Store } from './store';

export interface StoredCase {
  readonly row: CasesTable;
  readonly events: readonly CaseEvent[];
  /** Keys of commands that were done, each with the version it led to. */
  readonly commands: ReadonlyMap<string, number>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `owner`: whose case it must be; somebody else's is not found, like one that does not exist. Without it, for staff. */
export async function findCase(
  store: Store,
  caseId: string,
  owner?: string,
): Promise<StoredCase | undefined> {
  const { db, keys } = store;
  if (!UUID.test(caseId)) return undefined;
  const row = await db.selectFrom('cases').selectAll().where('id', '=', caseId).executeTakeFirst();
  if (!row || (owner !== undefined && row.owner !== owner)) return undefined;
  const rows = await db
    .selectFrom('case_events')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('seq', '<=', row.version)
    .orderBy('seq')
    .execute();
  const commands = new Map<string, number>();
  for (const { command, seq } of rows) if (command !== null) commands.set(command, seq);
  return { row, events: rows.map((event) => fromEventRow(keys, event)), commands };
}

export const viewAt = ({ calendar }: Store, { events }: StoredCase, at: number): CaseView =>
  derive(events, shanghaiMoment(at).date, calendar);

export async function findByReceipt(store: Store, receipt: string): Promise<StoredCase | undefined> {
  const found = await store.db
    .selectFrom('cases')
    .select('id')
    .where('receipt', '=', receipt)
    .executeTakeFirst();
  return found && findCase(store, found.id);
}

/** Where the next page begins: the last row of this one. */
export interface MineAfter {
  readonly updatedAt: number;
  readonly caseId: string;
}

/** The latest first. */
export function listMine(
  { db }: Store,
  owner: string,
  { after, limit }: { after?: MineAfter; limit: number },
): Promise<CaseStatesTable[]> {
  const mine = db.selectFrom('case_states').selectAll().where('owner', '=', owner);
  const page = after
    ? mine.where((is) =>
        is(is.refTuple('updated_at', 'case_id'), '<', is.tuple(after.updatedAt, after.caseId)),
      )
    : mine;
  return page.orderBy('updated_at', 'desc').orderBy('case_id', 'desc').limit(limit).execute();
}

export interface QueueAfter {
  readonly queueDay: string;
  readonly caseId: string;
}

/** What is due first comes first; it is as of the last event or `sweep`. */
export function queue(
  { db }: Store,
  { department, stage }: { department: string; stage: Stage },
  { after, limit }: { after?: QueueAfter; limit: number },
): Promise<CaseTasksTable[]> {
  const waiting = db
    .selectFrom('case_tasks')
    .selectAll()
    .where('department', '=', department)
    .where('stage', '=', stage);
  const page = after
    ? waiting.where((is) =>
        is(is.refTuple('queue_day', 'case_id'), '>', is.tuple(after.queueDay, after.caseId)),
      )
    : waiting;
  return page.orderBy('queue_day').orderBy('case_id').limit(limit).execute();
}
