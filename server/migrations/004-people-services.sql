-- Messages as the person reads them. The id is the outbox's: a message that is sent twice is stored once.
create table inbox (
  id uuid primary key,
  owner uuid not null,
  case_id uuid,
  receipt text,
  sealed bytea not null,
  created_at bigint not null,
  read_at bigint
);

create index inbox_mine on inbox (owner, created_at desc, id desc);

-- 清单之外: what a window asked for that the guide does not. The sender may be nobody who is signed in.
create table outside_reports (
  id uuid primary key,
  owner uuid,
  guide text not null,
  guide_version integer not null,
  field text not null,
  sealed bytea not null,
  seen_on date not null,
  created_at bigint not null,
  handled_by uuid,
  handled_at bigint
);

create index outside_reports_open on outside_reports (created_at, id) where handled_at is null;

-- Where WeChat's subscription messages go: each consent is good for one message.
create table subscriptions (
  owner uuid not null,
  template text not null,
  left_count integer not null default 0,
  primary key (owner, template)
);

-- A one-time code opens one session.
alter table staff add column totp_step bigint not null default 0;

-- What the database was made for: production refuses one that a demo was run on.
create table stamps (
  name text primary key,
  value text not null
);
