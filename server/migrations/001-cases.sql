-- Cases and what belongs to them. The first column of each primary key is the case, whose id begins with the time
-- (UUID version 7): tables can be partitioned by month or distributed by case without a change (docs/scale.md).
-- Instants are milliseconds since 1970 UTC; days are civil dates in Asia/Shanghai. "sealed" columns are encrypted.

create sequence receipt_serial minvalue 1 maxvalue 9999999 cycle;

create table cases (
  id uuid primary key,
  receipt text not null unique,
  owner uuid not null,
  -- 统一社会信用代码 of the company that the owner acts for.
  company text,
  item text not null,
  version integer not null check (version > 0),
  -- Hash of the last audit entry of this case.
  chain_head text not null,
  created_at bigint not null
);

-- Append-only. "digest" is a salted hash of what is sealed, so that the audit chain covers it without a key.
create table case_events (
  case_id uuid not null,
  seq integer not null check (seq > 0),
  kind text not null,
  at bigint not null,
  actor_role text not null,
  actor_id text not null,
  sealed bytea not null,
  digest text not null,
  -- The sender's key: the same command is done once.
  command text,
  primary key (case_id, seq),
  unique (case_id, command)
);

create table case_answers (
  case_id uuid not null,
  version integer not null check (version > 0),
  form_version integer not null,
  sealed bytea not null,
  digest text not null,
  created_at bigint not null,
  primary key (case_id, version)
);

-- Projections: worked out from the events, in the same transaction; `npm run rebuild` makes them anew.
create table case_states (
  case_id uuid primary key,
  owner uuid not null,
  receipt text not null,
  item text not null,
  status text not null,
  submitted_on date not null,
  due date,
  -- The first day on which the case changes by itself.
  wakes_on date,
  calendar_version text not null,
  outcome text,
  stars smallint,
  complaint_open boolean not null,
  version integer not null,
  updated_at bigint not null
);

create index case_states_mine on case_states (owner, updated_at desc, case_id desc);
create index case_states_waking on case_states (wakes_on) where wakes_on is not null;
create index case_states_item on case_states (item, status);

create table case_tasks (
  case_id uuid not null,
  task text not null,
  department text not null,
  item text not null,
  receipt text not null,
  -- Where in the office it waits: receive, wait, review, decide, deliver, closed.
  stage text not null,
  -- What the queue is sorted by: the day the step is due, 9999-12-31 when there is none.
  queue_day date not null,
  opinion text,
  primary key (case_id, task)
);

create index case_tasks_queue on case_tasks (department, stage, queue_day, case_id);

-- One key of one sender gives one case, whatever happens on the way.
create table idempotency (
  owner uuid not null,
  key text not null,
  digest text not null,
  case_id uuid not null,
  created_at bigint not null,
  primary key (owner, key)
);

-- Hash-chained with SM3, one chain a case (and one a person or clerk for what is no case): commits do not wait for one
-- another. "tx" lets the anchor find what was committed since it looked.
create table audit (
  chain text not null,
  seq integer not null check (seq > 0),
  at bigint not null,
  actor_role text not null,
  actor_id text not null,
  action text not null,
  detail text not null,
  digest text not null,
  prev text not null,
  hash text not null,
  tx xid8 not null default pg_current_xact_id(),
  primary key (chain, seq)
);

create index audit_tx on audit (tx);

-- Heads of the chains that are no case's.
create table audit_chains (
  chain text primary key,
  seq integer not null,
  head text not null
);

-- What must be told to someone, written with what it tells of and sent afterwards, at least once.
create table outbox (
  id uuid primary key,
  case_id uuid,
  recipient uuid not null,
  topic text not null,
  data text not null,
  created_at bigint not null,
  available_at bigint not null,
  attempts integer not null default 0,
  done_at bigint
);

create index outbox_waiting on outbox (available_at, id) where done_at is null;
