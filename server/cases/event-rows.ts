/** Events to rows and back: the one place that knows both shapes. */
import type { CaseEvent, CaseFact, CasePromise } from '@/domain/case/event';
import { ROLES, type Role } from '@/domain/case/event';
import type { Json } from '../crypto/canonical';
import type { KeyRing } from '../crypto/keys';
import type { CaseEventsTable } from '../db/schema';
import { openJson, sealJson } from './sealed-json';

interface Content {
  readonly fact: CaseFact;
  readonly promise?: CasePromise;
}

const placeOf = (caseId: string, seq: number): string => `case_events/${caseId}/${seq}`;

/** Through JSON: facts have only what JSON has, which their types cannot say. */
const toJson = (content: Content): Json => JSON.parse(JSON.stringify(content)) as Json;

export function toEventRow(
  keys: KeyRing,
  caseId: string,
  { seq, at, actor, fact, promise }: CaseEvent,
  command: string | undefined,
): CaseEventsTable {
  const content = toJson({ fact, ...(promise ? { promise } : {}) });
  return {
    case_id: caseId,
    seq,
    kind: fact.kind,
    at,
    actor_role: actor.role,
    actor_id: actor.id,
    ...sealJson(keys, content, placeOf(caseId, seq)),
    command: command ?? null,
  };
}

const roleOf = (text: string): Role => {
  const role = ROLES.find((known) => known === text);
  if (!role) throw new Error(`no such role: ${text}`);
  return role;
};

/** What is opened here was sealed by {@link toEventRow}, and its digest has been checked. */
const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && 'fact' in value;

export function fromEventRow(keys: KeyRing, row: CaseEventsTable): CaseEvent {
  const content = openJson(keys, row, placeOf(row.case_id, row.seq));
  if (!isContent(content) || content.fact.kind !== row.kind)
    throw new Error(`event ${row.case_id}/${row.seq} is of another kind`);
  return {
    seq: row.seq,
    at: row.at,
    actor: { role: roleOf(row.actor_role), id: row.actor_id },
    ...content,
  };
}
