/** Errors on the wire: RFC 9457 problem details with a code of ours and a Chinese sentence that says how to mend it. */
export const problemCodes = [
  'notFound',
  'badRequest',
  'tooLarge',
  'internal',
  'signInNeeded',
  'forbidden',
  'invalidAnswers',
  'staleVersion',
  'caseFault',
  'clientTooOld',
  'tooMany',
  'busy',
  'fileRefused',
  'slotTaken',
  'idempotencyReused',
  'providerFailed',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
}
