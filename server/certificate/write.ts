/** One step of a case in the database: events, audit entries, projection and messages, in the caller's transaction. */
import type { Transaction } from 'kysely';
import { auditRow, type AuditRow } from '../audit/chain';
import { canonical, type Json } from '../crypto/canonical';
import type {
  CertificateCasesTable,
  CertificateContentsTable,
  CertificateEventsTable,
  CertificateStatesTable,
  CertificateTasksTable,
} from '../db/certificate-schema';
import type { Database } from '../db/schema';
import type { Message } from '../cases/write';
import type { Projection } from './project';

export const certificateChain = (caseId: string): string => `certificate:${caseId}`;

/** What of a case's row never changes; the first entry covers it. */
export type CertificateIdentity = Pick<
  CertificateCasesTable,
  'owner' | 'receipt' | 'company_digest' | 'look_up_digest'
>;

export interface Step {
  readonly events: readonly CertificateEventsTable[];
  readonly audit: readonly AuditRow[];
  readonly content?: CertificateContentsTable;
  readonly projection: Projection;
  readonly messages: readonly Message[];
}

interface Covered {
  readonly content?: CertificateContentsTable | undefined;
  readonly identity?: CertificateIdentity;
  /** Of an issued certificate: its number and the SHA-256 of its file. */
  readonly paper?: { readonly number: string; readonly file: string } | undefined;
}

/** The entry covers the event, and the application or paper that came with it, by their digests. */
export function stepAudit(event: CertificateEventsTable, covered: Covered, prev: string): AuditRow {
  const { content, identity, paper } = covered;
  const detail: Json = {
    ...(content ? { answers: content.version, digest: content.digest } : {}),
    ...(paper ? { paper: paper.number, file: paper.file } : {}),
    ...identity,
  };
  const { at, kind, digest, seq, actor_role: role, actor_id: id } = event;
  return auditRow(certificateChain(event.case_id), seq, prev, {
    at,
    actor: { role, id },
    action: kind,
    detail: canonical(detail),
    digest,
  });
}

/** Whose case it is, and when it came, never changes. */
const FIXED: readonly string[] = ['case_id', 'owner', 'company_digest', 'receipt', 'submitted_on'];

const changing = (state: CertificateStatesTable): Partial<CertificateStatesTable> =>
  Object.fromEntries(Object.entries(state).filter(([column]) => !FIXED.includes(column)));

async function writeTasks(tx: Transaction<Database>, tasks: readonly CertificateTasksTable[]): Promise<void> {
  if (tasks.length === 0) return;
  await tx
    .insertInto('certificate_tasks')
    .values([...tasks])
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'department']).doUpdateSet((row) => ({
        holder: row.ref('excluded.holder'),
        state: row.ref('excluded.state'),
        is_open: row.ref('excluded.is_open'),
        due: row.ref('excluded.due'),
        reminded: row.ref('excluded.reminded'),
      })),
    )
    .execute();
}

/** `before`: the tasks as they are stored; what has not changed is not written again. */
export async function writeProjection(
  tx: Transaction<Database>,
  { state, tasks }: Projection,
  before: readonly CertificateTasksTable[] = [],
): Promise<void> {
  await tx
    .insertInto('certificate_states')
    .values(state)
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet(changing(state)))
    .execute();
  const stored = new Set(before.map((task) => canonical({ ...task })));
  await writeTasks(
    tx,
    tasks.filter((task) => !stored.has(canonical({ ...task }))),
  );
}

/** The row of the case itself is the caller's, who holds its lock. */
export async function writeStep(
  tx: Transaction<Database>,
  { events, audit, content, projection, messages }: Step,
  before: readonly CertificateTasksTable[] = [],
): Promise<void> {
  await tx
    .with('entries', (q) => q.insertInto('audit').values([...audit]))
    .insertInto('certificate_events')
    .values([...events])
    .execute();
  if (content) await tx.insertInto('certificate_contents').values(content).execute();
  await writeProjection(tx, projection, before);
  if (messages.length > 0)
    await tx
      .insertInto('outbox')
      .values([...messages])
      .execute();
}
