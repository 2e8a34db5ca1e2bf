/** 清单之外: reports of what a window asked for that the guide does not. What was written may name people: it is sealed. */
import type { OutsideReport } from '@/contract/people';
import type { Store } from '../cases/store';
import { mustUnseal, seal } from '../crypto/seal';
import { newId } from '../ids';

const placeOf = (id: string): string => `outside_reports/${id}`;

export async function storeReport({ db, keys }: Store, report: OutsideReport, at: number): Promise<string> {
  const { guide, version, field, text, on } = report;
  const id = newId(at);
  await db
    .insertInto('outside_reports')
    .values({
      id,
      owner: null,
      guide,
      guide_version: version,
      field,
      sealed: seal(keys, text, placeOf(id)),
      seen_on: on,
      created_at: at,
      handled_by: null,
      handled_at: null,
    })
    .execute();
  return id;
}

export interface OpenReport extends OutsideReport {
  readonly id: string;
  readonly at: number;
}

/** Those that nobody has looked into, oldest first. */
export async function openReports({ db, keys }: Store, limit: number): Promise<readonly OpenReport[]> {
  const rows = await db
    .selectFrom('outside_reports')
    .selectAll()
    .where('handled_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, guide, guide_version, field, sealed, seen_on, created_at }) => ({
    id,
    guide,
    version: guide_version,
    field,
    text: mustUnseal(keys, sealed, placeOf(id)).toString(),
    on: seen_on,
    at: created_at,
  }));
}

/** `false` when it was handled before, or is none. */
export async function handleReport({ db }: Store, id: string, staffId: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outside_reports')
    .set({ handled_by: staffId, handled_at: at })
    .where('id', '=', id)
    .where('handled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
