import type { CertificateReceipt } from '@/contract/certificate';
import type { ApiFault } from '@/services/api';
import { actOnCertificate, applyForCertificate } from '@/services/certificate';
import { toWire } from '@/services/certificate-draft';
import { api } from '@/shell/online';
import { lastReceipt } from '../last-receipt';
import type { Filling } from '../filling';
import { work } from '../work';

export type Submitted =
  | { readonly kind: 'sent'; readonly receipt: CertificateReceipt }
  | { readonly kind: 'corrected'; readonly number: string }
  | { readonly kind: 'failed'; readonly fault: ApiFault };

const textAt = (answers: Readonly<Record<string, unknown>>, key: string): string | undefined => {
  const value = answers[key];
  return typeof value === 'string' ? value : undefined;
};

/** Hands the application in, or its correction. The draft goes once the server has it; else it stays as it is. */
export async function submit({ application, files, draft }: Filling): Promise<Submitted> {
  const answers = draft?.answers ?? {};
  const sent = toWire(application, files);
  const corrects = textAt(answers, 'corrects');
  if (corrects !== undefined) {
    const version = answers['version'];
    const acted = await actOnCertificate(api, corrects, {
      version: typeof version === 'number' ? version : 1,
      action: { kind: 'corrected', draft: sent },
    });
    if (!acted.ok) return { kind: 'failed', fault: acted.error };
    work.wipe();
    return { kind: 'corrected', number: corrects };
  }
  const renews = textAt(answers, 'renews');
  const taken = await applyForCertificate(api, draft?.key ?? '', {
    draft: sent,
    ...(renews === undefined ? {} : { renews }),
  });
  if (!taken.ok) return { kind: 'failed', fault: taken.error };
  lastReceipt.setState(taken.value, true);
  work.wipe();
  return { kind: 'sent', receipt: taken.value };
}
