/** Where the next page of a list begins, opaque to who sends it back. */
export const cursorOf = (at: number, id: string): string => Buffer.from(`${at} ${id}`).toString('base64url');

const CURSOR = /^(\d{1,15}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** `undefined` when it is none of ours. */
export function readCursor(text: string): { readonly at: number; readonly id: string } | undefined {
  const [, at, id] = CURSOR.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  return at !== undefined && id !== undefined ? { at: Number(at), id } : undefined;
}
