/** Entries of many chains at once, in the transaction of what they tell of; each chain once. */
import { sql, type Transaction } from 'kysely';
import type { Database } from '../db/schema';
import { auditRow, FIRST, type AuditEntry } from './chain';

export interface ChainEntry {
  readonly chain: string;
  readonly entry: AuditEntry;
}

export async function appendAudits(tx: Transaction<Database>, entries: readonly ChainEntry[]): Promise<void> {
  if (entries.length === 0) return;
  // Always in one order, so that two of these never wait for each other.
  const ordered = [...entries].sort((a, b) => (a.chain < b.chain ? -1 : 1));
  const chains = ordered.map(({ chain }) => chain);
  await sql`insert into audit_chains (chain, seq, head)
    select chain, 0, ${FIRST} from unnest(${chains}::text[]) as chain on conflict do nothing`.execute(tx);
  const heads = await tx
    .selectFrom('audit_chains')
    .selectAll()
    .where('chain', 'in', chains)
    .orderBy('chain')
    .forUpdate()
    .execute();
  const headOf = new Map(heads.map((head) => [head.chain, head]));
  const rows = ordered.map(({ chain, entry }) => {
    const { seq = 0, head = FIRST } = headOf.get(chain) ?? {};
    return auditRow(chain, seq + 1, head, entry);
  });
  await tx.insertInto('audit').values(rows).execute();
  await sql`update audit_chains c set seq = c.seq + 1, head = n.hash
    from (select unnest(${chains}::text[]) as chain, unnest(${rows.map(({ hash }) => hash)}::text[]) as hash) n
    where c.chain = n.chain`.execute(tx);
}
