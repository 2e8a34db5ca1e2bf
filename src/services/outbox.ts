/**
 * Sending what was handed in. Each submission has a key made with its draft: however often it is sent, before and after
 * a kill, the server takes it once.
 */
import type { Receipt, SubmitRequest } from '@/contract/cases';
import { IDEMPOTENCY_HEADER, paths } from '@/contract/paths';
import type { Api, ApiFault } from './api';
import { parseReceipt } from './wire';

export interface Submission {
  readonly key: string;
  readonly request: SubmitRequest;
  /** Milliseconds since 1970 UTC. */
  readonly queuedAt: number;
}

export type SendOutcome =
  | { readonly kind: 'sent'; readonly receipt: Receipt }
  /** Not now: it waits, and what comes after it waits too. */
  | { readonly kind: 'wait'; readonly fault: ApiFault }
  /** Sent again it would be refused again: the person has to change something. */
  | { readonly kind: 'refused'; readonly fault: ApiFault };

/** Problems that pass by themselves, or by signing in or updating; the rest is the answers' own. */
function passes(fault: ApiFault): boolean {
  if (fault.kind !== 'problem') return true;
  switch (fault.code) {
    // An older form never becomes the newer one by itself: the person looks at what changed.
    case 'clientTooOld':
      return fault.body['form'] === undefined;
    case 'signInNeeded':
    case 'tooMany':
    case 'busy':
    case 'internal':
    case 'providerFailed':
      return true;
    default:
      return false;
  }
}

export async function sendSubmission(api: Api, { key, request }: Submission): Promise<SendOutcome> {
  const sent = await api.call(
    { method: 'POST', path: paths.cases, headers: { [IDEMPOTENCY_HEADER]: key }, body: request },
    parseReceipt,
  );
  if (sent.ok) return { kind: 'sent', receipt: sent.value };
  return { kind: passes(sent.error) ? 'wait' : 'refused', fault: sent.error };
}
