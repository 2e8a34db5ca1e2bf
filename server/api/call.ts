/** Joins an operation of the contract with what does it: the request is read by the schema, unknown fields refused. */
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Operation } from '@/contract/operations';
import { err, ok, type Result } from '@/domain/shared/result';
import type { Person } from '../identity/people';
import type { Refused } from '../problem';
import type { Service } from '../service';

/** What is known of the one who asks; `person` is NOBODY where anybody may ask. */
export interface Call<B, Q> {
  readonly body: B;
  readonly query: Q;
  readonly params: Readonly<Record<string, string>>;
  readonly person: Person;
  readonly session: string;
  /** The key that makes a repeated sending the same one. */
  readonly key: string | undefined;
  readonly at: number;
  readonly request: FastifyRequest;
}

export interface Bytes {
  readonly bytes: Buffer;
  readonly type: string;
  readonly name: string;
}

export type Answer<R> = Promise<Result<R, Refused>>;

export interface Bound {
  readonly operation: Operation;
  readonly run: (service: Service, call: Call<unknown, unknown>) => Answer<unknown>;
}

export const NOBODY: Person = { id: '', provider: 'demo', login: '', name: '', idNo: '', mobile: '' };

function read<T>(schema: z.ZodType<T> | undefined, value: unknown): Result<T | undefined, Refused> {
  if (!schema) return ok(undefined);
  const parsed = schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : err({ code: 'badRequest' });
}

/**
 * @example bind(operations.time, async (service, { at }) => ok({ epochMs: at, date: '2026-11-24' }))
 */
export const bind = <B, Q, R>(
  operation: Operation<B, Q, R>,
  run: (service: Service, call: Call<B, Q>) => Answer<R | Bytes>,
): Bound => ({
  operation,
  run: async (service, call) => {
    const body = read(operation.body, call.body);
    if (!body.ok) return body;
    const query = read(operation.query, call.query);
    if (!query.ok) return query;
    // Without a schema B and Q are `undefined`, as their types say.
    return run(service, { ...call, body: body.value as B, query: query.value as Q });
  },
});
