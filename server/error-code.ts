import { types } from 'node:util';

/** `EADDRINUSE`, `EEXIST`…: the code of an error from the system. By its nature, not its class: tests run in a realm apart. */
export const errorCode = (error: unknown): string | undefined =>
  types.isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** The HTTP status that a failure asks for. */
export const statusOf = (error: unknown): number | undefined =>
  types.isNativeError(error) && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
