import type { CertificateAction, CertificateDetail } from '@/contract/certificate';
import { isProblem } from '@/services/api';
import { actOnCertificate, certificateIn } from '@/services/certificate';
import { faultWords } from '@/services/fault-words';
import { api } from '@/shell/online';

export type Acted =
  | { readonly kind: 'done'; readonly detail: CertificateDetail }
  /** Somebody was faster: what the case is now. */
  | { readonly kind: 'stale'; readonly detail: CertificateDetail; readonly say: string }
  | { readonly kind: 'failed'; readonly signIn: boolean; readonly say: string };

/** One action on the case as the person saw it. */
export async function act(
  { number, version }: Pick<CertificateDetail, 'number' | 'version'>,
  action: CertificateAction['action'],
): Promise<Acted> {
  const done = await actOnCertificate(api, number, { version, action });
  if (done.ok) return { kind: 'done', detail: done.value };
  const current = certificateIn(done.error);
  if (current !== undefined)
    return { kind: 'stale', detail: current, say: '这件刚有了新进展，请看一眼再办。您写的都还在。' };
  return {
    kind: 'failed',
    signIn: isProblem(done.error, 'signInNeeded'),
    say: faultWords(done.error, '您写的都还在。'),
  };
}
