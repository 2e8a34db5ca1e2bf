/** What is said of a call of the API. */
import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'DELETE';

/** `open`: anyone. `user`: a resident who is signed in; what is somebody else's is not found. */
export type Access = 'open' | 'user';

export interface Operation<B = unknown, Q = unknown, R = unknown> {
  readonly method: Method;
  readonly path: string;
  readonly access: Access;
  readonly summary: string;
  readonly body?: z.ZodType<B>;
  readonly query?: z.ZodType<Q>;
  /** Absent: no content, or bytes. */
  readonly response?: z.ZodType<R>;
  /** An upload, or the bytes of a file. */
  readonly bytes?: 'up' | 'down';
  /** Whether a key must come with it, so that a repeated sending is done once. */
  readonly idempotent?: true;
  /** Clients of any version may ask. */
  readonly anyVersion?: true;
}

export const operation = <B = undefined, Q = undefined, R = undefined>(
  it: Operation<B, Q, R>,
): Operation<B, Q, R> => it;
