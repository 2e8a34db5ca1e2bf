/** One step of a case in the database: event, answers, audit entry, projection and messages, in one statement. */
import { sql, type Compilable, type Kysely, type Transaction } from 'kysely';
import type { Actor, CaseEvent } from '@/domain/case/event';
import { auditRow, caseChain, type AuditRow } from '../audit/chain';
import { canonical } from '../crypto/canonical';
import type {
  CaseAnswersTable,
  CaseEventsTable,
  CasesTable,
  CaseStatesTable,
  Database,
  IdempotencyTable,
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

type Writer = Kysely<Database> | Transaction<Database>;

/** What only the first step writes. */
export interface Opening {
  readonly idempotency: IdempotencyTable;
  readonly row: CasesTable;
}

const opens = (db: Writer, { idempotency, row }: Opening): readonly Compilable[] => [
  db.insertInto('idempotency').values(idempotency),
  db.insertInto('cases').values(row),
];

function adds(db: Writer, { event, audit, answers, projection, messages }: Step): readonly Compilable[] {
  const { state, tasks } = projection;
  return [
    db.insertInto('case_events').values(event),
    db.insertInto('audit').values(audit),
    db
      .insertInto('case_states')
      .values(state)
      .onConflict((conflict) => conflict.column('case_id').doUpdateSet(changing(state))),
    db
      .insertInto('case_tasks')
      .values([...tasks])
      .onConflict((conflict) =>
        conflict.columns(['case_id', 'task']).doUpdateSet((row) => ({
          stage: row.ref('excluded.stage'),
          queue_day: row.ref('excluded.queue_day'),
          opinion: row.ref('excluded.opinion'),
        })),
      ),
    ...(answers ? [db.insertInto('case_answers').values(answers)] : []),
    ...(messages.length > 0 ? [db.insertInto('outbox').values([...messages])] : []),
  ];
}

/**
 * All rows in one statement: a round trip costs more than what it carries, and a statement alone is whole or not at all.
 * Without `opening`, the row of the case is the caller's, moved on by exactly one version in the same transaction.
 */
export async function writeStep(db: Writer, step: Step, opening?: Opening): Promise<void> {
  const inserts = [...(opening ? opens(db, opening) : []), ...adds(db, step)];
  const named = inserts.map((insert, i) => sql`${sql.ref(`w${i}`)} as (${insert})`);
  await sql`with ${sql.join(named)} select 1`.execute(db);
}
