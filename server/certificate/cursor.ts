/** Where the next page of a queue begins, opaque to who sends it back. */
export interface QueueCursor {
  readonly due: string;
  readonly caseId: string;
  readonly department: string;
}

const CURSOR = /^(\d{4}-\d{2}-\d{2}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([a-z-]*)$/;

export const queueCursor = ({ due, caseId, department }: QueueCursor): string =>
  Buffer.from(`${due} ${caseId} ${department}`).toString('base64url');

/** `undefined` when it is none of ours. */
export function readQueueCursor(text: string): QueueCursor | undefined {
  const [, due, caseId, department] = CURSOR.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  return due !== undefined && caseId !== undefined && department !== undefined
    ? { due, caseId, department }
    : undefined;
}
