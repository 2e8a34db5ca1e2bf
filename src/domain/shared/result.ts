/**
 * The outcome of something that may fail for a reason the caller must handle.
 * Bugs throw; expected failures are a `Result` with a code.
 */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });
