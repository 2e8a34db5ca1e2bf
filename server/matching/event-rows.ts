/** Events of entitlements to rows and back: the one place that knows both shapes. */
import { ROLES, type Role } from '@/domain/case/event';
import type { EntitlementEvent, EntitlementFact } from '@/domain/matching/event';
import { openJson, sealJson } from '../cases/sealed-json';
import type { Json } from '../crypto/canonical';
import type { KeyRing } from '../crypto/keys';
import type { EntitlementEventsTable } from '../db/matching-schema';

const placeOf = (id: string, seq: number): string => `entitlement_events/${id}/${seq}`;

/** Through JSON: facts have only what JSON has, which their types cannot say. */
const toJson = (fact: EntitlementFact): Json => JSON.parse(JSON.stringify(fact)) as Json;

export function toEventRow(
  keys: KeyRing,
  id: string,
  { seq, at, actor, fact }: EntitlementEvent,
  command?: string,
): EntitlementEventsTable {
  return {
    entitlement: id,
    seq,
    kind: fact.kind,
    at,
    actor_role: actor.role,
    actor_id: actor.id,
    ...sealJson(keys, toJson(fact), placeOf(id, seq)),
    command: command ?? null,
  };
}

const roleOf = (text: string): Role => {
  const role = ROLES.find((known) => known === text);
  if (!role) throw new Error(`no such role: ${text}`);
  return role;
};

/** What is opened here was sealed by {@link toEventRow}, and its digest has been checked. */
const isFact = (value: unknown, kind: string): value is EntitlementFact =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;

export function fromEventRow(keys: KeyRing, row: EntitlementEventsTable): EntitlementEvent {
  const { entitlement, seq, at } = row;
  const fact = openJson(keys, row, placeOf(entitlement, seq));
  if (!isFact(fact, row.kind)) throw new Error(`event ${entitlement}/${seq} is of another kind`);
  return { seq, at, actor: { role: roleOf(row.actor_role), id: row.actor_id }, fact };
}
