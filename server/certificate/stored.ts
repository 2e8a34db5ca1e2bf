/** Events of a certificate's case to rows and back: the one place that knows both shapes. */
import { z } from 'zod';
import { ACTIONS } from '@/domain/certificate/actions';
import type { Actor, CertificateEvent } from '@/domain/certificate/events';
import type { Json } from '../crypto/canonical';
import type { KeyRing } from '../crypto/keys';
import { openJson, sealJson } from '../cases/sealed-json';
import type { CertificateEventsTable } from '../db/certificate-schema';

const moreSchema = z.object({
  /** Of an answer: what the company says. */
  text: z.string().optional(),
  /** Ids of attachments. */
  files: z.array(z.string()).optional(),
  /** Of a parcel. */
  tracking: z.string().optional(),
  company: z.string().optional(),
});

/** What an event brings that no rule asks for. */
export type More = z.infer<typeof moreSchema>;

export interface StoredEvent {
  readonly seq: number;
  readonly at: number;
  /** Id of the person or member of staff, `system` otherwise. */
  readonly actorId: string;
  readonly event: CertificateEvent;
  readonly more: More;
}

const placeOf = (caseId: string, seq: number): string => `certificate_events/${caseId}/${seq}`;

/** Through JSON: events have only what JSON has, which their types cannot say. */
const toJson = (value: { event: CertificateEvent; more: More }): Json =>
  JSON.parse(JSON.stringify(value)) as Json;

export const departmentIn = (event: CertificateEvent): string | undefined =>
  'department' in event ? event.department : undefined;

export const toEventRow = (
  keys: KeyRing,
  caseId: string,
  { seq, at, actorId, event, more }: StoredEvent,
  command: string | undefined,
): CertificateEventsTable => ({
  case_id: caseId,
  seq,
  kind: event.kind,
  at,
  actor_role: event.by.role,
  actor_id: actorId,
  department: departmentIn(event) ?? null,
  ...sealJson(keys, toJson({ event, more }), placeOf(caseId, seq)),
  command: command ?? null,
});

/** What is opened here was sealed by {@link toEventRow}, and its digest has been checked. */
const isContent = (value: unknown): value is { event: CertificateEvent; more: unknown } =>
  typeof value === 'object' &&
  value !== null &&
  'more' in value &&
  'event' in value &&
  typeof value.event === 'object' &&
  value.event !== null &&
  'kind' in value.event &&
  typeof value.event.kind === 'string' &&
  value.event.kind in ACTIONS;

export function fromEventRow(keys: KeyRing, row: CertificateEventsTable): StoredEvent {
  const content = openJson(keys, row, placeOf(row.case_id, row.seq));
  if (!isContent(content) || content.event.kind !== row.kind)
    throw new Error(`event ${row.case_id}/${row.seq} is of another kind`);
  return {
    seq: row.seq,
    at: row.at,
    actorId: row.actor_id,
    event: content.event,
    more: moreSchema.parse(content.more),
  };
}

export const SYSTEM: Actor = { role: 'system' };
