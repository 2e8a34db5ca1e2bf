/** The tables of white lists (server/migrations/006-matching.sql). */
import type { Generated } from 'kysely';

/** YYYY-MM-DD */
type Day = string;
/** Milliseconds since 1970 UTC. */
type Instant = number;
type Nullable<T> = T | null;

export interface PopulationTable {
  id: Generated<number>;
  digest: string;
  holder: string;
  audience: string;
  sealed: Uint8Array;
  as_of: Day;
}

export interface MatchRunsTable {
  id: Generated<number>;
  policy: string;
  audience: string;
  on_day: Day;
  revision: string;
  rules: string;
  status: string;
  cursor: number;
  last_id: number;
  counts: string;
  previous: Nullable<number>;
  added: Nullable<number>;
  removed: Nullable<number>;
  started_by: string;
  created_at: Instant;
  finished_at: Nullable<Instant>;
}

export interface MatchResultsTable {
  run: number;
  person: number;
  verdict: string;
  cents: Nullable<number>;
  reasons: string;
}

export interface HoldersTable {
  holder: string;
  owner: string;
}

export interface EntitlementsTable {
  id: string;
  policy: string;
  person: number;
  holder: string;
  status: string;
  run: number;
  cents: Nullable<number>;
  lapses_on: Nullable<Day>;
  version: number;
  updated_at: Instant;
}

export interface EntitlementEventsTable {
  entitlement: string;
  seq: number;
  kind: string;
  at: Instant;
  actor_role: string;
  actor_id: string;
  sealed: Uint8Array;
  digest: string;
  command: Nullable<string>;
}

export interface MatchingTables {
  population: PopulationTable;
  match_runs: MatchRunsTable;
  match_results: MatchResultsTable;
  holders: HoldersTable;
  entitlements: EntitlementsTable;
  entitlement_events: EntitlementEventsTable;
}
