/** Nothing but our own style and pictures, no script, in nobody's frame. */
export const CONSOLE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
