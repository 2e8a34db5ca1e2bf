create table attachments (
  id uuid primary key,
  owner uuid not null,
  case_id uuid,
  material text not null,
  -- The file's own name may name a person.
  name_sealed bytea not null,
  media_type text not null,
  size integer not null check (size >= 0),
  sm3 text not null,
  state text not null check (state in ('receiving', 'quarantined', 'clean', 'refused')),
  stored_as text not null unique,
  created_at bigint not null
);

create index attachments_case on attachments (case_id) where case_id is not null;
create index attachments_loose on attachments (owner, created_at) where case_id is null;

-- A signature is given once, on the signer's own phone, by a link bound to the signer's ID number.
create table signature_links (
  id uuid primary key,
  owner uuid not null,
  case_id uuid,
  token_digest text not null unique,
  signer_digest text not null,
  document_digest text not null,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint,
  revoked_at bigint
);

create index signature_links_case on signature_links (case_id) where case_id is not null;

create table appointment_slots (
  id uuid primary key,
  item text not null,
  place text not null,
  day date not null,
  starts text not null,
  ends text not null,
  capacity integer not null check (capacity > 0),
  taken integer not null default 0,
  check (taken between 0 and capacity),
  unique (item, place, day, starts)
);

create index appointment_slots_day on appointment_slots (item, day);

create table appointments (
  id uuid primary key,
  slot_id uuid not null references appointment_slots (id),
  owner uuid not null,
  case_id uuid,
  created_at bigint not null,
  cancelled_at bigint
);

create unique index appointments_once on appointments (slot_id, owner) where cancelled_at is null;
create index appointments_owner on appointments (owner);
