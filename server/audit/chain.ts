/**
 * The audit trail: each entry holds the hash of the one before it in its chain. A case is one chain, so commits of two
 * cases never wait for each other. `scripts/audit-verify` checks it without using anything from here.
 */
import type { Kysely, Transaction } from 'kysely';
import { sm3 } from '../crypto/sm3';
import type { AuditTable, Database } from '../db/schema';

export const FIRST = '0'.repeat(64);

export type AuditRow = Omit<AuditTable, 'tx'>;

export interface AuditEntry {
  readonly at: number;
  /** A role of cases or of certificates. */
  readonly actor: { readonly role: string; readonly id: string };
  readonly action: string;
  /** JSON without personal data. */
  readonly detail: string;
  /** Salted hash of what was written, or empty. */
  readonly digest: string;
}

/** The hash of an entry is over this text: a JSON array, so that no field can run into the next. */
const textOf = (row: Omit<AuditRow, 'hash'>): string =>
  JSON.stringify([
    row.chain,
    row.seq,
    row.at,
    row.actor_role,
    row.actor_id,
    row.action,
    row.detail,
    row.digest,
    row.prev,
  ]);

export function auditRow(chain: string, seq: number, prev: string, entry: AuditEntry): AuditRow {
  const { at, actor, action, detail, digest } = entry;
  const row = { chain, seq, at, actor_role: actor.role, actor_id: actor.id, action, detail, digest, prev };
  return { ...row, hash: sm3(textOf(row)) };
}

export const caseChain = (caseId: string): string => `case:${caseId}`;

/**
 * Adds to a chain that is no case's (a person's, a clerk's: sign-ins, pages shown in clear), in the transaction of what
 * it tells of. The row of the chain's head is locked until then.
 */
export async function appendAudit(
  tx: Transaction<Database>,
  chain: string,
  entry: AuditEntry,
): Promise<AuditRow> {
  await tx
    .insertInto('audit_chains')
    .values({ chain, seq: 0, head: FIRST })
    .onConflict((conflict) => conflict.column('chain').doNothing())
    .execute();
  const last = await tx
    .selectFrom('audit_chains')
    .select(['seq', 'head'])
    .where('chain', '=', chain)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const row = auditRow(chain, last.seq + 1, last.head, entry);
  await tx.insertInto('audit').values(row).execute();
  await tx
    .updateTable('audit_chains')
    .set({ seq: row.seq, head: row.hash })
    .where('chain', '=', chain)
    .execute();
  return row;
}

/** The chain of a case or a person, for those who may read it. */
export const readChain = (db: Kysely<Database>, chain: string): Promise<AuditRow[]> =>
  db
    .selectFrom('audit')
    .select(['chain', 'seq', 'at', 'actor_role', 'actor_id', 'action', 'detail', 'digest', 'prev', 'hash'])
    .where('chain', '=', chain)
    .orderBy('seq')
    .execute();
