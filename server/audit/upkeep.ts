/** What was done to the database as a whole, in a chain of its own. */
import type { Kysely, Transaction } from 'kysely';
import type { Actor } from '@/domain/case/event';
import { canonical, type Json } from '../crypto/canonical';
import type { Database } from '../db/schema';
import { appendAudit } from './chain';

export type UpkeepAction = 'backedUp' | 'restored' | 'moved' | 'resealed' | 'retained';

export interface UpkeepEntry {
  readonly action: UpkeepAction;
  /** Counts and names of tables and keys; no personal data: it stands in clear. */
  readonly about: Readonly<Record<string, Json>>;
}

export const UPKEEP_CHAIN = 'upkeep';

const SYSTEM: Actor = { role: 'system', id: 'upkeep' };

export const appendUpkeep = (
  tx: Transaction<Database>,
  { action, about }: UpkeepEntry,
  at: number,
): Promise<unknown> =>
  appendAudit(tx, UPKEEP_CHAIN, { at, actor: SYSTEM, action, detail: canonical(about), digest: '' });

export const recordUpkeep = (db: Kysely<Database>, entry: UpkeepEntry, at: number): Promise<unknown> =>
  db.transaction().execute((tx) => appendUpkeep(tx, entry, at));
