-- Who may act for a company besides its legal representative: a dated grant from that person, which ends with it, when it
-- is revoked, or when somebody else becomes the legal representative.
create table grants (
  id uuid primary key,
  -- 统一社会信用代码
  company text not null,
  grantor uuid not null,
  -- Digests of ID numbers: the grantee may never have signed in here.
  grantor_digest text not null,
  grantee_digest text not null,
  sealed bytea not null,
  starts date not null,
  ends date not null,
  created_at bigint not null,
  revoked_at bigint,
  check (starts <= ends)
);

create index grants_to on grants (grantee_digest, company) where revoked_at is null;
create index grants_from on grants (grantor, created_at desc, id desc);
create index cases_company on cases (company) where company is not null;
