/** The policies that lists are made of, compiled once for each set, and the digest that says which rules they were. */
import book from '@/generated/policies';
import { compileBook, type CompiledBook } from '@/domain/benefit/compiled';
import { contextFor, type Context } from '@/domain/benefit/context';
import type { Policy } from '@/domain/benefit/policy';
import { dateOf } from '@/domain/shared/civil-date';
import { sm3 } from '../crypto/sm3';

export const policies: readonly Policy[] = book.policies;

export const findPolicy = (id: string): Policy | undefined => policies.find((policy) => policy.id === id);

/** A policy of a stored run. */
export function getPolicy(id: string): Policy {
  const policy = findPolicy(id);
  if (!policy) throw new Error(`no policy ${id}`);
  return policy;
}

const { parameters, figures } = book;

/** Changes when the policy, a dated parameter or a published figure does. */
export const rulesDigest = (policy: Policy): string =>
  sm3(JSON.stringify([policy, parameters, figures])).slice(0, 16);

export interface Rules {
  readonly compiled: CompiledBook;
  readonly context: Context;
}

const compiled = new Map<string, CompiledBook>();

/** For the policies given, on a day. */
export function rulesFor(ids: readonly string[], on: string): Rules {
  const key = ids.join(' ');
  const known = compiled.get(key) ?? compileBook({ ...book, policies: ids.map(getPolicy) });
  compiled.set(key, known);
  return { compiled: known, context: contextFor(figures, dateOf(on)) };
}
