/** The tables of the listing certificate (server/migrations/007-certificate.sql, 009-certificate-complaints.sql). */

/** YYYY-MM-DD */
type Day = string;
/** Milliseconds since 1970 UTC. */
type Instant = number;
type Nullable<T> = T | null;

export interface CertificateCasesTable {
  id: string;
  receipt: string;
  owner: string;
  company_digest: string;
  look_up_digest: string;
  version: number;
  chain_head: string;
  created_at: Instant;
}

export interface CertificateEventsTable {
  case_id: string;
  seq: number;
  kind: string;
  at: Instant;
  actor_role: string;
  actor_id: string;
  department: Nullable<string>;
  sealed: Uint8Array;
  digest: string;
  command: Nullable<string>;
}

export interface CertificateContentsTable {
  case_id: string;
  version: number;
  sealed: Uint8Array;
  digest: string;
  created_at: Instant;
}

export interface CertificateKeysTable {
  owner: string;
  key: string;
  digest: string;
  case_id: string;
  created_at: Instant;
}

export interface CertificateStatesTable {
  case_id: string;
  owner: string;
  company_digest: string;
  receipt: string;
  purpose: string;
  main: string;
  is_open: boolean;
  submitted_on: Day;
  due: Day;
  wakes_on: Nullable<Day>;
  departments: number;
  returned: number;
  overdue: number;
  escalated: number;
  to_answer: number;
  paused: boolean;
  rated: boolean;
  complaint_open: boolean;
  certificate: Nullable<string>;
  certificate_status: Nullable<string>;
  sealed: Uint8Array;
  version: number;
  updated_at: Instant;
}

export interface CertificateTasksTable {
  case_id: string;
  department: string;
  holder: string;
  receipt: string;
  state: string;
  is_open: boolean;
  due: Day;
  reminded: number;
}

export interface CertificatePapersTable {
  number: string;
  case_id: string;
  code_digest: string;
  stored_as: string;
  sm3: string;
  sealed: Uint8Array;
  created_at: Instant;
}

export interface CertificateSerialsTable {
  day: Day;
  last: number;
}

export interface CertificateTables {
  certificate_cases: CertificateCasesTable;
  certificate_events: CertificateEventsTable;
  certificate_contents: CertificateContentsTable;
  certificate_keys: CertificateKeysTable;
  certificate_states: CertificateStatesTable;
  certificate_tasks: CertificateTasksTable;
  certificate_papers: CertificatePapersTable;
  certificate_serials: CertificateSerialsTable;
}
