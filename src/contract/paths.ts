/** Paths of the HTTP API, written once for the phone, the server and their tests. */
export const paths = {
  health: '/health',
  /** The server's clock: the phone keeps the offset, and asks the domain about that day. */
  time: '/api/time',
} as const;
