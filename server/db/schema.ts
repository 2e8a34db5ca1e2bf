/** The tables of server/migrations as the query builder sees them; each resource maps its rows in one place. */
import type { Generated } from 'kysely';
import type { CertificateTables } from './certificate-schema';
import type { MatchingTables } from './matching-schema';

/** YYYY-MM-DD */
type Day = string;
/** Milliseconds since 1970 UTC. */
type Instant = number;
type Nullable<T> = T | null;

export interface CasesTable {
  id: string;
  receipt: string;
  owner: string;
  company: Nullable<string>;
  item: string;
  version: number;
  chain_head: string;
  created_at: Instant;
}

export interface CaseEventsTable {
  case_id: string;
  seq: number;
  kind: string;
  at: Instant;
  actor_role: string;
  actor_id: string;
  sealed: Uint8Array;
  digest: string;
  command: Nullable<string>;
}

export interface CaseAnswersTable {
  case_id: string;
  version: number;
  form_version: number;
  sealed: Uint8Array;
  digest: string;
  created_at: Instant;
}

export interface CaseStatesTable {
  case_id: string;
  owner: string;
  receipt: string;
  item: string;
  status: string;
  submitted_on: Day;
  due: Nullable<Day>;
  wakes_on: Nullable<Day>;
  calendar_version: string;
  outcome: Nullable<string>;
  stars: Nullable<number>;
  complaint_open: boolean;
  version: number;
  updated_at: Instant;
}

export interface CaseTasksTable {
  case_id: string;
  task: string;
  department: string;
  item: string;
  receipt: string;
  stage: string;
  queue_day: Day;
  opinion: Nullable<string>;
}

export interface IdempotencyTable {
  owner: string;
  key: string;
  digest: string;
  case_id: string;
  created_at: Instant;
}

export interface AuditTable {
  chain: string;
  seq: number;
  at: Instant;
  actor_role: string;
  actor_id: string;
  action: string;
  detail: string;
  digest: string;
  prev: string;
  hash: string;
  tx: Generated<string>;
}

export interface AuditChainsTable {
  chain: string;
  seq: number;
  head: string;
}

export interface OutboxTable {
  id: string;
  case_id: Nullable<string>;
  recipient: string;
  topic: string;
  data: string;
  created_at: Instant;
  available_at: Instant;
  attempts: Generated<number>;
  done_at: Nullable<Instant>;
}

export interface UsersTable {
  id: string;
  login_digest: string;
  sealed: Uint8Array;
  created_at: Instant;
  deleted_at: Nullable<Instant>;
}

export interface StaffTable {
  id: string;
  login: string;
  name: string;
  password_hash: string;
  totp_sealed: Nullable<Uint8Array>;
  failed_attempts: Generated<number>;
  locked_until: Nullable<Instant>;
  disabled_at: Nullable<Instant>;
  created_at: Instant;
  /** The 30 seconds of the last one-time code that was used. */
  totp_step: Generated<number>;
}

export interface StaffRolesTable {
  staff_id: string;
  role: string;
  department: string;
}

export interface SessionsTable {
  token_digest: string;
  subject: string;
  kind: 'user' | 'staff';
  created_at: Instant;
  seen_at: Instant;
  expires_at: Instant;
  revoked_at: Nullable<Instant>;
}

export interface AttachmentsTable {
  id: string;
  owner: string;
  case_id: Nullable<string>;
  material: string;
  name_sealed: Uint8Array;
  media_type: string;
  size: number;
  sm3: string;
  state: 'receiving' | 'quarantined' | 'clean' | 'refused';
  stored_as: string;
  created_at: Instant;
}

export interface SignaturesTable {
  id: string;
  case_id: string;
  field: string;
  signer_digest: string;
  sealed: Uint8Array;
  way: 'phone' | 'window';
  token_digest: Nullable<string>;
  expires_at: Nullable<Instant>;
  created_at: Instant;
  signed_at: Nullable<Instant>;
  signed_by: Nullable<string>;
  signed_where: Nullable<'phone' | 'window'>;
  document_digest: Nullable<string>;
  dropped_at: Nullable<Instant>;
}

export interface GrantsTable {
  id: string;
  company: string;
  grantor: string;
  grantor_digest: string;
  grantee_digest: string;
  sealed: Uint8Array;
  starts: Day;
  ends: Day;
  created_at: Instant;
  revoked_at: Nullable<Instant>;
}

export interface AppointmentSlotsTable {
  id: string;
  item: string;
  place: string;
  day: Day;
  starts: string;
  ends: string;
  capacity: number;
  taken: Generated<number>;
}

export interface AppointmentsTable {
  id: string;
  slot_id: string;
  owner: string;
  case_id: Nullable<string>;
  created_at: Instant;
  cancelled_at: Nullable<Instant>;
}

export interface InboxTable {
  id: string;
  owner: string;
  case_id: Nullable<string>;
  receipt: Nullable<string>;
  sealed: Uint8Array;
  created_at: Instant;
  read_at: Nullable<Instant>;
  entitlement: Generated<Nullable<string>>;
  /** `case` or `certificate`: what `receipt` is the number of. */
  about: Generated<string>;
}

export interface OutsideReportsTable {
  id: string;
  owner: Nullable<string>;
  guide: string;
  guide_version: number;
  field: string;
  sealed: Uint8Array;
  seen_on: Day;
  created_at: Instant;
  handled_by: Nullable<string>;
  handled_at: Nullable<Instant>;
}

export interface SubscriptionsTable {
  owner: string;
  template: string;
  left_count: Generated<number>;
}

export interface StampsTable {
  name: string;
  value: string;
}

export interface MigrationsTable {
  id: string;
  digest: string;
  applied_at: Instant;
}

export interface Database extends MatchingTables, CertificateTables {
  cases: CasesTable;
  case_events: CaseEventsTable;
  case_answers: CaseAnswersTable;
  case_states: CaseStatesTable;
  case_tasks: CaseTasksTable;
  idempotency: IdempotencyTable;
  audit: AuditTable;
  audit_chains: AuditChainsTable;
  outbox: OutboxTable;
  users: UsersTable;
  staff: StaffTable;
  staff_roles: StaffRolesTable;
  sessions: SessionsTable;
  attachments: AttachmentsTable;
  signatures: SignaturesTable;
  grants: GrantsTable;
  appointment_slots: AppointmentSlotsTable;
  appointments: AppointmentsTable;
  inbox: InboxTable;
  outside_reports: OutsideReportsTable;
  subscriptions: SubscriptionsTable;
  stamps: StampsTable;
  migrations: MigrationsTable;
}
