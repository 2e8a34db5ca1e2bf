-- 免申即享: the population that white lists are made of, what the rules say of it, and what became of each entitlement.

-- One row a person or enterprise, put together from the departments' data. Who it is and what is known of him is sealed;
-- "digest" finds him by his number, "holder" whoever may confirm: himself, or the legal representative.
create table population (
  id bigint generated always as identity primary key,
  digest text not null unique,
  holder text not null,
  audience text not null check (audience in ('person', 'enterprise')),
  sealed bytea not null,
  as_of date not null
);

create index population_keyset on population (audience, id);

-- A run is one policy on one day over one state of the population by one state of the rules: the same again is the same
-- run. "cursor" is the last id that was judged; it moves in the transaction that stores what was found.
create table match_runs (
  id integer generated always as identity primary key,
  policy text not null,
  audience text not null,
  on_day date not null,
  revision text not null,
  rules text not null,
  status text not null check (status in ('running', 'done', 'dropped')),
  cursor bigint not null,
  last_id bigint not null,
  counts text not null,
  previous integer,
  added integer,
  removed integer,
  started_by text not null,
  created_at bigint not null,
  finished_at bigint,
  unique (policy, on_day, revision, rules)
);

create index match_runs_open on match_runs (audience, cursor) where status = 'running';

-- By the number of the row in the population, which is nobody's outside this database. "reasons" is a letter a condition
-- (src/domain/matching/letters.ts): a district of 1.6 million makes 16 million rows a month.
create table match_results (
  run integer not null,
  person bigint not null,
  verdict text not null,
  cents bigint,
  reasons text not null,
  primary key (run, person)
);

create index match_results_listed on match_results (run, person) where verdict = 'eligible';

-- Who of the population signs in as whom: known from the day that the person first did.
create table holders (
  holder text primary key,
  owner uuid not null
);

create table entitlements (
  id uuid primary key,
  policy text not null,
  person bigint not null,
  holder text not null,
  -- Projection of the events; "lapses_on" is the first day on which it changes by itself.
  status text not null,
  run integer not null,
  cents bigint,
  lapses_on date,
  version integer not null,
  updated_at bigint not null,
  unique (policy, person)
);

create index entitlements_holder on entitlements (holder, id);
create index entitlements_list on entitlements (policy, status, id);
create index entitlements_lapsing on entitlements (lapses_on, id) where lapses_on is not null;

create table entitlement_events (
  entitlement uuid not null,
  seq integer not null check (seq > 0),
  kind text not null,
  at bigint not null,
  actor_role text not null,
  actor_id text not null,
  sealed bytea not null,
  digest text not null,
  command text,
  primary key (entitlement, seq),
  unique (entitlement, command)
);

-- A message of the inbox may be about an entitlement.
alter table inbox add column entitlement uuid;
