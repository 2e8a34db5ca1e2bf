/** A certificate's case as it is read: its row and its events. */
import type { Kysely, Transaction } from 'kysely';
import { checkReceiptNumber } from '@/domain/case/receipt-number';
import { derive, type CertificateState } from '@/domain/certificate/state';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import type { Store } from '../cases/store';
import type { CertificateCasesTable } from '../db/certificate-schema';
import type { Database } from '../db/schema';
import { rulesOf } from './rules';
import { fromEventRow, type StoredEvent } from './stored';

export interface StoredCertificate {
  readonly row: CertificateCasesTable;
  readonly events: readonly StoredEvent[];
  /** Keys of commands that were done. */
  readonly commands: ReadonlySet<string>;
}

/** `before`: the row as it was read; events that came since are left for the next reading. */
export async function eventsOf(
  db: Kysely<Database> | Transaction<Database>,
  { keys }: Pick<Store, 'keys'>,
  row: CertificateCasesTable,
): Promise<StoredCertificate> {
  const rows = await db
    .selectFrom('certificate_events')
    .selectAll()
    .where('case_id', '=', row.id)
    .where('seq', '<=', row.version)
    .orderBy('seq')
    .execute();
  return {
    row,
    events: rows.map((event) => fromEventRow(keys, event)),
    commands: new Set(rows.flatMap(({ command }) => command ?? [])),
  };
}

export async function findById(store: Store, caseId: string): Promise<StoredCertificate | undefined> {
  const row = await store.db
    .selectFrom('certificate_cases')
    .selectAll()
    .where('id', '=', caseId)
    .executeTakeFirst();
  return row && eventsOf(store.db, store, row);
}

/** `text`: the receipt number as typed. */
export async function findByNumber(store: Store, text: string): Promise<StoredCertificate | undefined> {
  const receipt = checkReceiptNumber(text);
  if (!receipt.ok) return undefined;
  const row = await store.db
    .selectFrom('certificate_cases')
    .selectAll()
    .where('receipt', '=', receipt.value.number)
    .executeTakeFirst();
  return row && eventsOf(store.db, store, row);
}

export function stateAt(
  store: Pick<Store, 'calendar'>,
  events: readonly StoredEvent[],
  at: number,
): CertificateState {
  const state = derive(
    events.map(({ event }) => event),
    shanghaiMoment(at).date,
    rulesOf(store),
  );
  if (!state) throw new Error('a case has at least one event');
  return state;
}
