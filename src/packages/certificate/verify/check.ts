/** What was scanned, pasted or typed, as far as the phone alone can tell. */
import { ACCESS_CODE_MESSAGES, readAccessCode } from '@/domain/certificate/access-code';
import {
  PAYLOAD_MESSAGES,
  scannedText,
  verifyPayload,
  type VerifiedPayload,
} from '@/domain/certificate/payload';
import type { CertificateVerify } from '@/contract/certificate';
import { verifySm2 } from '@/domain/sm/sm2';
import reference from '@/generated/certificate/reference';

export type Checked =
  | { readonly kind: 'empty' }
  /** A 验证码 says nothing by itself: only the server knows what it belongs to. */
  | { readonly kind: 'code'; readonly ask: CertificateVerify }
  | { readonly kind: 'genuine'; readonly verified: VerifiedPayload; readonly ask: CertificateVerify }
  | { readonly kind: 'refused'; readonly say: string };

/** A signed text is far longer than any code. */
const LONGEST_CODE = 24;

export function checkText(text: string): Checked {
  const given = scannedText(text);
  if (given === '') return { kind: 'empty' };
  if (given.length <= LONGEST_CODE) {
    const code = readAccessCode(given);
    return code.ok
      ? { kind: 'code', ask: { by: 'code', code: code.value } }
      : { kind: 'refused', say: ACCESS_CODE_MESSAGES[code.error] };
  }
  const verified = verifyPayload(given, reference.keys, verifySm2);
  return verified.ok
    ? { kind: 'genuine', verified: verified.value, ask: { by: 'payload', payload: given } }
    : { kind: 'refused', say: PAYLOAD_MESSAGES[verified.error] };
}
