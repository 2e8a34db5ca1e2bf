-- 企业上市无违规证明. That a firm prepares to list may be inside information: its name and code are only in sealed columns,
-- found again by keyed digests. The first column of each primary key is the case, as in 001.
create table certificate_cases (
  id uuid primary key,
  receipt text not null unique,
  owner uuid not null,
  company_digest text not null,
  -- Of 查询码 and credit code together: a wrong pair is looked up as long as a right one.
  look_up_digest text not null unique,
  version integer not null check (version > 0),
  chain_head text not null,
  created_at bigint not null
);

create index certificate_cases_owner on certificate_cases (owner, id desc);

-- Append-only. "department" is the column of the board that it is about.
create table certificate_events (
  case_id uuid not null,
  seq integer not null check (seq > 0),
  kind text not null,
  at bigint not null,
  actor_role text not null,
  actor_id text not null,
  department text,
  sealed bytea not null,
  digest text not null,
  command text,
  primary key (case_id, seq),
  unique (case_id, command)
);

-- The application as handed in and as corrected.
create table certificate_contents (
  case_id uuid not null,
  version integer not null check (version > 0),
  sealed bytea not null,
  digest text not null,
  created_at bigint not null,
  primary key (case_id, version)
);

create table certificate_keys (
  owner uuid not null,
  key text not null,
  digest text not null,
  case_id uuid not null,
  created_at bigint not null,
  primary key (owner, key)
);

-- Projections, worked out from the events in the same transaction.
create table certificate_states (
  case_id uuid primary key,
  owner uuid not null,
  company_digest text not null,
  receipt text not null,
  purpose text not null,
  main text not null,
  is_open boolean not null,
  submitted_on date not null,
  -- 9999-12-31 when nothing is due.
  due date not null,
  -- The first day on which a reminder is due or the case changes by itself.
  wakes_on date,
  departments integer not null,
  returned integer not null,
  overdue integer not null,
  escalated integer not null,
  to_answer integer not null,
  paused boolean not null,
  rated boolean not null,
  certificate text,
  certificate_status text,
  -- Name of the company and period.
  sealed bytea not null,
  version integer not null,
  updated_at bigint not null
);

create index certificate_states_mine on certificate_states (company_digest, updated_at desc, case_id desc);
create index certificate_states_board on certificate_states (due, case_id) where is_open;
create index certificate_states_waking on certificate_states (wakes_on) where wakes_on is not null;
create index certificate_states_parcels on certificate_states (case_id) where main = 'delivering';

create table certificate_tasks (
  case_id uuid not null,
  department text not null,
  -- Who does it: another department after a reassignment.
  holder text not null,
  receipt text not null,
  state text not null,
  is_open boolean not null,
  due date not null,
  reminded integer not null,
  primary key (case_id, department)
);

create index certificate_tasks_queue on certificate_tasks (holder, due, case_id, department) where is_open;

-- One row a certificate. "code_digest" is of the 验证码.
create table certificate_papers (
  number text primary key,
  case_id uuid not null,
  code_digest text not null unique,
  stored_as text not null unique,
  sm3 text not null,
  sealed bytea not null,
  created_at bigint not null
);

create index certificate_papers_case on certificate_papers (case_id);

-- Running numbers of a day's certificates.
create table certificate_serials (
  day date primary key,
  last integer not null check (last between 1 and 9999)
);

-- What a message's number is the number of.
alter table inbox add column about text not null default 'case';
