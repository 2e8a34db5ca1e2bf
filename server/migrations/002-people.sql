-- "login_digest" and the like are keyed digests to look up by; what they stand for is only in sealed columns.
create table users (
  id uuid primary key,
  login_digest text not null unique,
  sealed bytea not null,
  created_at bigint not null,
  deleted_at bigint
);

create table staff (
  id uuid primary key,
  login text not null unique,
  name text not null,
  password_hash text not null,
  totp_sealed bytea,
  failed_attempts integer not null default 0,
  locked_until bigint,
  disabled_at bigint,
  created_at bigint not null
);

-- "department" is * for roles that are not bound to one.
create table staff_roles (
  staff_id uuid not null references staff (id),
  role text not null,
  department text not null,
  primary key (staff_id, role, department)
);

-- Tokens are stored as digests: what is in the database opens no session.
create table sessions (
  token_digest text primary key,
  subject uuid not null,
  kind text not null check (kind in ('user', 'staff')),
  created_at bigint not null,
  seen_at bigint not null,
  expires_at bigint not null,
  revoked_at bigint
);

create index sessions_subject on sessions (subject);
create index sessions_expiry on sessions (expires_at);
