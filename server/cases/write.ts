/** One step of a case in the database: event, answers, audit entry, projection and messages, in one statement. */
import type { Transaction } from 'kysely';
import type { Actor, CaseEvent } from '@/domain/case/event';
import { auditRow, caseChain, type AuditRow } from '../audit/chain';
import { canonical } from '../crypto/canonical';
import type {
  CaseAnswersTable,
  CaseEventsTable,
  CasesTable,
  CaseStatesTable,
  Database,
  OutboxTable,
} from '../db/schema';
import { newId } from '../ids';
import type { Projection } from './project';

export interface Step {
  readonly event: CaseEventsTable;
  readonly audit: AuditRow;
  readonly answers?: CaseAnswersTable;
  readonly projection: Projection;
  readonly messages: readonly Message[];
}

export type Message = Omit<OutboxTable, 'attempts'>;

/** What of a case's row never changes; the first entry covers it. */
export type CaseIdentity = Pick<CasesTable, 'owner' | 'receipt' | 'item' | 'company'>;

/** The entry covers the event, and the answers that came with it, by their digests. */
export function stepAudit(
  event: CaseEventsTable,
  { answers, identity }: { answers?: CaseAnswersTable | undefined; identity?: CaseIdentity },
  actor: Actor,
  prev: string,
): AuditRow {
  const version = answers ? { answers: answers.version, digest: answers.digest } : {};
  const { at, kind, digest, seq } = event;
  const detail = canonical({ ...version, ...identity });
  return auditRow(caseChain(event.case_id), seq, prev, { at, actor, action: kind, detail, digest });
}

/** Tells the owner that something happened; what it was is read from the case when the message is sent. */
export const messageOf = (caseId: string, owner: string, { seq, at, fact }: CaseEvent): Message => ({
  id: newId(at),
  case_id: caseId,
  recipient: owner,
  topic: `case.${fact.kind}`,
  data: canonical({ seq }),
  created_at: at,
  available_at: at,
  done_at: null,
});

/** Whose case it is, and of what, never changes. */
function changing(state: CaseStatesTable): Partial<CaseStatesTable> {
  const { status, due, wakes_on, calendar_version, outcome, stars, complaint_open, version, updated_at } =
    state;
  return { status, due, wakes_on, calendar_version, outcome, stars, complaint_open, version, updated_at };
}

/** The row of the case itself is the caller's: new, or moved on by exactly one version. */
export async function writeStep(tx: Transaction<Database>, step: Step): Promise<void> {
  const { event, audit, answers, projection, messages } = step;
  const { state, tasks } = projection;
  await tx
    .with('event', (q) => q.insertInto('case_events').values(event))
    .with('entry', (q) => q.insertInto('audit').values(audit))
    .with('state', (q) =>
      q
        .insertInto('case_states')
        .values(state)
        .onConflict((conflict) => conflict.column('case_id').doUpdateSet(changing(state))),
    )
    .insertInto('case_tasks')
    .values([...tasks])
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'task']).doUpdateSet((row) => ({
        stage: row.ref('excluded.stage'),
        queue_day: row.ref('excluded.queue_day'),
        opinion: row.ref('excluded.opinion'),
      })),
    )
    .execute();
  if (answers) await tx.insertInto('case_answers').values(answers).execute();
  if (messages.length > 0)
    await tx
      .insertInto('outbox')
      .values([...messages])
      .execute();
}
