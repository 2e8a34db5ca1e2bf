-- A signature of a case: given once, by the signer's own session through a link that is good for one use, or before a clerk.
-- The links of 003 were never used.
drop table signature_links;

create table signatures (
  id uuid primary key,
  case_id uuid not null,
  -- Path of the field that asks for it.
  field text not null,
  signer_digest text not null,
  -- The signer's name and ID number.
  sealed bytea not null,
  way text not null check (way in ('phone', 'window')),
  -- Of the link that is out; the link itself is only with the signer.
  token_digest text unique,
  expires_at bigint,
  created_at bigint not null,
  signed_at bigint,
  signed_by uuid,
  signed_where text check (signed_where in ('phone', 'window')),
  -- Digest of what was read and signed.
  document_digest text,
  -- No longer asked for: the signers were corrected.
  dropped_at bigint,
  check ((signed_at is null) = (signed_by is null))
);

create unique index signatures_case on signatures (case_id, field, signer_digest) where dropped_at is null;
